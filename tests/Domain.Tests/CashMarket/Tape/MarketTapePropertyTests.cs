using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape.Tests;

/// <summary>Laws that hold whatever is traded and whenever.</summary>
public class MarketTapePropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(150);
    private static readonly CandleInterval[] Intervals = Enum.GetValues<CandleInterval>();

    // Seconds since the entry before: a clock that is behind, the same moment, seconds, minutes, hours, about a day, a month.
    private static readonly Gen<int> Gap = Gen.OneOf(
        Gen.Choose(-90, 0), Gen.Choose(0, 5), Gen.Choose(0, 300), Gen.Choose(0, 20_000), Gen.Choose(86_300, 86_500), Gen.Constant(2_600_000));

    private static readonly Arbitrary<List<Step>> Flow = (
        from gap in Gap
        from price in Gen.Choose(6_900, 7_100)
        from lots in Gen.Choose(1, 1_000)
        from trades in Gen.Frequency((8, Gen.Constant(0)), (20, Gen.Choose(1, 3)), (1, Gen.Choose(150, 300)))
        select new Step(gap, price, lots, trades)).ListOf().Select(l => l.ToList()).ToArbitrary();

    [Fact]
    public void A_tape_shows_what_the_whole_list_of_trades_gives() => Always(printer =>
        printer.Tape.Trades.SequenceEqual(NaiveTape.Trades(printer))
        && Array.TrueForAll(Intervals, i => printer.Tape.Candles(i).SequenceEqual(NaiveTape.Candles(printer, i))));

    [Fact]
    public void The_figures_of_24_hours_are_those_of_the_trades_in_them() => Always(printer =>
    {
        int[] later = [0, 59, 3_600, 43_211, 86_340, 86_399, 86_400, 200_000];
        return Array.TrueForAll(later, seconds =>
            Later(printer, seconds) is var now && NaiveTape.Stats(printer.Tape.Stats(now)) == NaiveTape.Stats(printer, now));
    });

    [Fact]
    public void Candles_hold_every_trade_once() => Always(printer => Array.TrueForAll(Intervals, i =>
        printer.Tape.Candles(i).Sum(c => c.Volume.Value) == printer.All.Sum(t => t.Trade.Quantity.Value)
        && printer.Tape.Candles(i).Sum(c => c.Turnover.Amount) == printer.All.Sum(t => t.Trade.Price.ValueOf(t.Trade.Quantity).Amount)
        && printer.Tape.Candles(i).Sum(c => c.Trades) == printer.All.Count));

    [Fact]
    public void A_restored_tape_goes_on_as_if_nothing_had_been() => Check.One(Often, Prop.ForAll(Flow, Gen.Choose(0, 50).ToArbitrary(), (steps, cut) =>
    {
        var printer = new Printer();
        var tape = MarketTape.Empty;
        for (var i = 0; i < steps.Count; i++)
        {
            Print(printer, steps[i]);
            var entry = printer.All.Where(t => t.Sequence == i + 1).Select(t => (IMarketEvent)t.Trade).ToList();
            tape = tape.With(entry, i + 1, printer.At, printer.Tape.Book);
            if (i == cut) tape = MarketTape.Restore(tape.State);
        }

        return Describe(MarketTape.Restore(tape.State).State) == Describe(printer.Tape.State);
    }));

    private static void Always(Func<Printer, bool> law) => Check.One(Often, Prop.ForAll(Flow, steps =>
    {
        var printer = new Printer();
        foreach (var step in steps) Print(printer, step);
        return law(printer);
    }));

    private static void Print(Printer printer, Step step)
    {
        printer.Print(
            Later(printer, step.Gap).ToOffset(TimeSpan.FromHours(step.Lots % 5)),
            Printer.Book([(69.90m, step.Lots)], [(70.10m, step.Lots)]),
            [.. Enumerable.Range(0, step.Trades).Select(i => (new Ticks(step.Price + (i * 7 % 11)), new Lots(step.Lots + i)))]);
    }

    private static DateTimeOffset Later(Printer printer, int seconds) =>
        (printer.At == DateTimeOffset.MinValue ? Printer.Time("2026-03-01T11:58:20Z") : printer.At).AddSeconds(seconds);

    private static string Describe(TapeState state) => string.Join('\n', [
        $"{state.Sequence} {state.At:O} {string.Join(',', state.Book.Bids)} {string.Join(',', state.Book.Asks)}",
        .. state.Trades.Select(t => t.ToString()),
        .. state.Minutes.Concat(state.Hours).Concat(state.Days).Select(c => c.ToString()),
    ]);

    public readonly record struct Step(int Gap, int Price, int Lots, int Trades);
}
