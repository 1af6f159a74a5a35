using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape.Tests;

public class MakerRecordTests
{
    private static readonly DateTimeOffset Ten = Printer.Time("2026-03-02T10:00:00Z");

    [Fact]
    public void A_maker_that_is_outbid_after_a_quarter_of_an_hour_was_at_the_top_for_a_quarter_of_the_time()
    {
        var record = MakerRecord.Begin(Desk.Account("kim"), 0, Ten, new(new(9_990), new(10_010), new(9_990), null))
            .With(new([], 1, Ten.AddMinutes(15), new(new(10_000), new(10_010), new(9_990), null)));

        var performance = record.Performance(Ten.AddHours(1));

        Assert.Equal(0.25, performance.TimeAtTop!.Value.Value);
        // mid 100.00 for 15 minutes, 100.05 for 45
        Assert.Equal((0.25 * 10) + (0.75 * 15 / 1.0005), performance.Spread!.Value.Value, 1e-9);
        Assert.Equal((TimeSpan.FromHours(1), Ten.AddHours(1)), (performance.Observed, performance.AsOf));
        Assert.Null(performance.FillRatio);
    }

    [Fact]
    public void Orders_that_rest_are_filled_cancelled_and_replaced()
    {
        var story = new MakerStory("kim")
            .Send(d => d.Sell("kim", 10, 71m))
            .Send(d => d.Buy("bob", 4, 71m)) // 4 of 10
            .Send(d => d.Replace("kim", 1, 8, 71m)) // grows by 2
            .Send(d => d.Replace("kim", 1, 3, 71m)) // shrinks
            .Send(d => d.Replace("kim", 1, 3, 72m)) // moves
            .Send(d => d.Cancel("kim", 1))
            .Send(d => d.Buy("bob", 5, 70m))
            .Send(d => d.Sell("kim", 2, 70m)); // takes, never rests
        var performance = story.Record.Performance(story.Now);

        Assert.Equal((2, 1, 3, 2), (performance.Placed, performance.Cancelled, performance.Replaced, performance.Trades));
        Assert.Equal((12L, 4L, 6L, 424.00m), (performance.LotsPlaced.Value, performance.LotsFilled.Value, performance.Volume.Value, performance.Turnover.Amount));
        Assert.Equal(4 / 12.0, performance.FillRatio!.Value.Value);
        Assert.Equal(new MakerActivity(6, 2), story.Record.Activity(story.Now));
    }

    [Fact]
    public void A_spread_needs_both_sides_of_the_book()
    {
        var record = MakerRecord.Begin(Desk.Account("kim"), 0, Ten, new(new(9_990), null, new(9_990), null));

        Assert.Null(record.Performance(Ten.AddHours(1)).Spread);
        Assert.Equal(1, record.Performance(Ten.AddHours(1)).TimeAtTop!.Value.Value);
        Assert.Null(record.Performance(Ten).TimeAtTop);
    }

    [Fact]
    public void A_quote_is_the_best_of_the_makers_orders()
    {
        var desk = new Desk(new FastMarket(MatchingRules.Standard)).Buy("kim", 1, 69m).Buy("kim", 1, 70m).Buy("bob", 1, 70.50m).Sell("kim", 1, 73m).Sell("kim", 1, 72m);
        var own = desk.Market.Bids.Concat(desk.Market.Asks).Where(o => o.Account == Desk.Account("kim"));

        var quote = MakerQuote.Of(((FastMarket)desk.Market).Engine.Depth(1), own);

        Assert.Equal(new MakerQuote(new(7_050), new(7_200), new(7_000), new(7_200)), quote);
        Assert.True(quote.IsAtTop);
        Assert.Equal(75 * 10_000.0 / 7_125, quote.SpreadToMid!.Value.Value, 1e-9);
        Assert.Equal(125 * 10_000.0 / 7_125, (quote with { OwnAsk = null }).SpreadToMid!.Value.Value, 1e-9);
        Assert.False((quote with { OwnAsk = null }).IsAtTop);
    }

    [Fact]
    public void An_entry_over_midnight_counts_to_both_days_and_after_thirty_days_to_none()
    {
        var late = Printer.Time("2026-03-02T23:00:00Z");
        IMarketEvent[] placed = [new OrderAccepted(Desk.Command(1), new(new(1), Desk.Account("kim"), Desk.Owner("kim"), OrderSide.Sell, new(7_100), new(5)))];
        var record = MakerRecord.Begin(Desk.Account("kim"), 0, late, new(null, new(7_100), null, new(7_100)))
            .With(new(placed, 1, late.AddHours(3), default));

        Assert.Equal([new DateOnly(2026, 3, 2)], record.Earlier.Select(d => d.Date));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromHours(2)), (record.Earlier[0].AtTop, record.Today.AtTop));
        Assert.Equal(TimeSpan.FromHours(2), record.Performance(late.AddHours(3), days: 1).Observed);
        Assert.Equal(1, record.Activity(Printer.Time("2026-04-01T23:59:59Z")).Orders); // 3 March is the first of thirty days
        Assert.Equal(default, record.Activity(Printer.Time("2026-04-02T00:00:00Z")));
        Assert.Equal(TimeSpan.FromDays(29), record.Performance(Printer.Time("2027-01-01T00:00:00Z")).Observed);
    }

    [Fact]
    public void An_entry_that_comes_twice_or_late_counts_once_and_no_time_twice()
    {
        var record = MakerRecord.Begin(Desk.Account("kim"), 4, Ten).With(new([], 5, Ten.AddMinutes(1), default));

        Assert.Same(record, record.With(new([], 5, Ten.AddMinutes(2), default)));
        Assert.Equal(Ten.AddMinutes(1), record.With(new([], 6, Ten.AddSeconds(1), default)).At);
        Assert.Equal(TimeSpan.FromMinutes(1), record.Performance(Ten).Observed);
        Assert.Throws<ArgumentException>(() => record.With(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => record.Performance(Ten, 31));
    }
}
