using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape.Tests;

/// <summary>Laws that hold whatever a maker and the others send.</summary>
public class MakerRecordPropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(200);

    private static readonly Arbitrary<List<(Intent Intent, int Gap)>> Flow = (
        from kind in Gen.Choose(0, 99)
        from price in Gen.Choose(-8, 8)
        from lots in Gen.Choose(1, 20)
        from who in Gen.Choose(0, 5)
        from pick in Gen.Choose(0, 999)
        from gap in Gen.OneOf(Gen.Choose(-30, 30), Gen.Choose(0, 5_000), Gen.Choose(80_000, 90_000), Gen.Choose(0, 700_000))
        select (new Intent(kind, price, lots, who, pick), gap)).ListOf().Select(l => l.ToList()).ToArbitrary();

    [Fact]
    public void Performance_is_the_integral_over_the_window() => Always((story, days) =>
    {
        var now = story.Now.AddSeconds(12_345);
        var start = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - days);
        double observed = 0, top = 0, quoted = 0, spread = 0;
        for (var i = 0; i < story.History.Count; i++)
        {
            var from = story.History[i].At < start ? start : story.History[i].At;
            var to = i + 1 < story.History.Count ? story.History[i + 1].At : now;
            if (to <= from) continue;
            var (seconds, quote) = ((to - from).TotalSeconds, story.History[i].After);
            observed += seconds;
            if (quote.IsAtTop) top += seconds;
            if (quote.SpreadToMid is not { } wide) continue;
            quoted += seconds;
            spread += wide.Value * seconds;
        }

        var performance = story.Record.Performance(now, days);
        return performance.Observed.TotalSeconds == observed
            && Near(performance.TimeAtTop!.Value.Value, top / observed)
            && (quoted == 0 ? performance.Spread is null : Near(performance.Spread!.Value.Value, spread / quoted));
    });

    [Fact]
    public void Counts_are_those_of_the_events_in_the_window() => Always((story, days) =>
    {
        var start = new DateTimeOffset(story.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - days);
        var events = story.History.Where(e => e.At >= start).SelectMany(e => e.Events).ToList();
        var trades = events.OfType<TradeExecuted>().Where(t => t.MakerAccount == story.Account || t.TakerAccount == story.Account).ToList();
        var performance = story.Record.Performance(story.Now, days);
        return performance.Placed == events.OfType<OrderAccepted>().Count(e => e.Order.Account == story.Account)
            && performance.Cancelled == events.OfType<OrderCancelled>().Count(e => e.Account == story.Account && e.Reason == CancelReason.Requested)
            && performance.Replaced == events.OfType<OrderReplaced>().Count(e => e.Before.Account == story.Account)
                + events.OfType<OrderReduced>().Count(e => e.Account == story.Account && e.Reason == ReduceReason.Requested)
            && performance.Trades == trades.Count
            && performance.Volume.Value == trades.Sum(t => t.Quantity.Value)
            && performance.LotsFilled.Value == trades.Where(t => t.MakerAccount == story.Account).Sum(t => t.Quantity.Value)
            && performance.Turnover.Amount == trades.Sum(t => t.Price.ValueOf(t.Quantity).Amount);
    });

    [Fact]
    public void Over_a_whole_life_no_more_is_filled_than_was_placed() => Always((story, _) =>
        story.Now > story.History[0].At.AddDays(29) || story.Record.Performance(story.Now) is var life && life.LotsFilled <= life.LotsPlaced);

    private static bool Near(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(1, Math.Abs(right));

    private static void Always(Func<MakerStory, int, bool> law) => Check.One(Often, Prop.ForAll(Flow, Gen.Choose(1, 30).ToArbitrary(), (steps, days) =>
    {
        var story = new MakerStory("ann");
        var maker = new CommandMaker(story.Market);
        foreach (var (intent, gap) in steps) story.Apply(maker.Make(intent, 20), gap);
        return law(story, days);
    }));
}
