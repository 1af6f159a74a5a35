using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape.Tests;

public class MarketTapeTests
{
    [Fact]
    public void A_market_in_which_nothing_happened_has_no_figures_at_all()
    {
        var stats = MarketTape.Empty.Stats(Printer.Time("2026-03-02T10:00:00Z"));

        Assert.Equal(new MarketStats(
            Printer.Time("2026-03-02T10:00:00Z"), null, null, null, null, null, null, null, null, null, null, null, null, null, null, null), stats);
        Assert.Null(MarketTape.Empty.Stats(DateTimeOffset.MinValue).Last);
        Assert.All(Enum.GetValues<CandleInterval>(), i => Assert.Empty(MarketTape.Empty.Candles(i)));
    }

    [Fact]
    public void A_minute_with_three_trades_is_one_candle()
    {
        var tape = new Printer().Print("2026-03-02T10:00:05Z", (70.00m, 10), (70.30m, 20)).Print("2026-03-02T10:00:59.9999999Z", (69.90m, 5)).Tape;

        var candle = Assert.Single(tape.Candles(CandleInterval.Minute));
        Assert.Equal("2026-03-02 10:00 | 70.00 70.30 69.90 69.90 | 35 | 2455.50 EUR | 3", Line(candle));
        Assert.Equal([(1L, OrderSide.Buy), (2L, OrderSide.Buy), (3L, OrderSide.Sell)], tape.Trades.Select(t => (t.Id.Value, t.Aggressor)));
    }

    [Fact]
    public void Midnight_in_utc_begins_a_minute_an_hour_and_a_day_wherever_the_clock_hangs()
    {
        var tape = new Printer().Print("2026-03-03T00:59:59.9999999+01:00", (70.00m, 1)).Print("2026-03-02T20:00:00-04:00", (71.00m, 2)).Tape;

        Assert.Equal(["2026-03-02 23:59", "2026-03-03 00:00"], Starts(tape, CandleInterval.Minute));
        Assert.Equal(["2026-03-02 23:00", "2026-03-03 00:00"], Starts(tape, CandleInterval.Hour));
        Assert.Equal(["2026-03-02 00:00", "2026-03-03 00:00"], Starts(tape, CandleInterval.Day));
        Assert.Equal(Starts(tape, CandleInterval.Day)[1..], tape.Candles(CandleInterval.Day, 1).Select(c => $"{c.Start:yyyy-MM-dd HH:mm}"));
    }

    [Fact]
    public void A_trade_of_a_clock_that_is_behind_counts_as_at_the_last_entry()
    {
        var tape = new Printer().Print("2026-03-03T00:00:01Z", (70.00m, 1)).Print("2026-03-02T23:59:58Z", (71.00m, 2)).Tape;

        Assert.Equal("2026-03-03 00:00 | 70.00 71.00 70.00 71.00 | 3 | 212.00 EUR | 2", Line(Assert.Single(tape.Candles(CandleInterval.Day))));
        Assert.Equal(tape.Trades[0].At, tape.Trades[1].At);
    }

    [Fact]
    public void An_entry_that_comes_twice_counts_once()
    {
        var tape = new Printer().Print("2026-03-02T10:00:00Z", (70.00m, 1)).Print("2026-03-02T10:00:01Z", (70.00m, 1)).Tape;
        IMarketEvent[] again = [new TradeExecuted(new(2), new(1), default, new(2), default, OrderSide.Buy, new(7_000), new(1), default, default)];

        Assert.Same(tape, tape.With(again, 2, Printer.Time("2026-03-02T10:00:09Z"), BookDepth.Empty));
        Assert.NotSame(tape, tape.With(again, 3, Printer.Time("2026-03-02T10:00:09Z"), BookDepth.Empty));
    }

    [Fact]
    public void The_24_hours_end_with_the_running_minute_and_what_is_older_is_the_price_before()
    {
        var tape = new Printer().Print("2026-03-02T10:00:59Z", (80.00m, 7)).Print("2026-03-02T10:01:00Z", (90.00m, 3)).Print("2026-03-03T09:00:00Z", (84.00m, 1)).Tape;

        var full = tape.Stats(Printer.Time("2026-03-03T09:59:59Z"));
        var stats = tape.Stats(Printer.Time("2026-03-03T10:00:00Z"));
        Assert.Equal((null, null, 11L, 3), (full.Before, full.Change, full.Volume!.Value.Value, full.Trades));
        Assert.Equal(("80.00", 400, 500.0), (stats.Before.ToString(), stats.Change, stats.RelativeChange!.Value.Value));
        Assert.Equal(("90.00", "84.00", 4L, 354.00m, 2), (stats.High.ToString(), stats.Low.ToString(), stats.Volume!.Value.Value, stats.Turnover!.Value.Amount, stats.Trades));
    }

    [Fact]
    public void After_a_day_without_trades_the_last_price_is_left_and_no_volume()
    {
        var stats = new Printer().Print("2026-03-02T10:00:00Z", (80.00m, 7)).Tape.Stats(Printer.Time("2026-03-04T00:00:00Z"));

        Assert.Equal(("80.00", "80.00", 0), (stats.Last.ToString(), stats.Before.ToString(), stats.Change));
        Assert.Null(stats.High ?? stats.Low);
        Assert.Null(stats.Volume);
        Assert.Null(stats.Turnover);
        Assert.Null(stats.Trades);
    }

    [Fact]
    public void Depth_counts_what_is_at_most_half_a_percent_from_the_mid()
    {
        // mid 100.00: 99.50 and 100.50 are still within
        var book = Printer.Book([(99.90m, 10), (99.50m, 20), (99.49m, 400)], [(100.10m, 1), (100.50m, 2), (100.51m, 300)]);
        var stats = new Printer().Print(Printer.Time("2026-03-02T10:00:00Z"), book).Tape.Stats(Printer.Time("2026-03-02T10:00:00Z"));

        Assert.Equal((2_989.00m, 301.10m), (stats.BidDepth!.Value.Amount, stats.AskDepth!.Value.Amount));
        Assert.Equal(("99.90", "100.10", 20, 20.0), (stats.Bid.ToString(), stats.Ask.ToString(), stats.Spread, stats.RelativeSpread!.Value.Value));
    }

    [Fact]
    public void A_book_with_one_side_or_far_apart_has_no_depth()
    {
        var oneSided = new Printer().Print(Printer.Time("2026-03-02T10:00:00Z"), Printer.Book([(99.90m, 10)], [])).Tape.Stats(default);
        var apart = new Printer().Print(Printer.Time("2026-03-02T10:00:00Z"), Printer.Book([(99.00m, 10)], [(101.00m, 5)])).Tape.Stats(default);

        Assert.Equal(("99.90", "", null), (oneSided.Bid.ToString(), oneSided.Ask.ToString(), oneSided.Spread));
        Assert.Null(oneSided.BidDepth);
        Assert.Equal(200, apart.Spread);
        Assert.Null(apart.BidDepth);
        Assert.Null(apart.AskDepth);
        Assert.Equal(Printer.Time("2026-03-02T10:00:00Z"), apart.AsOf); // never before the last entry
    }

    [Theory]
    [InlineData(60, CandleInterval.Minute, 1_441)]
    [InlineData(3_600, CandleInterval.Hour, 721)]
    [InlineData(86_400, CandleInterval.Day, 731)]
    public void Of_a_long_past_the_latest_candles_and_trades_are_kept(int seconds, CandleInterval interval, int kept)
    {
        var printer = new Printer();
        for (var i = 0; i < 1_600; i++)
            printer.Print(Printer.Time("2020-01-01T00:00:30Z").AddSeconds((double)seconds * i), BookDepth.Empty, (new Ticks(7_000 + (i % 50)), new Lots(1 + (i % 9))));

        Assert.Equal(kept, printer.Tape.Candles(interval).Length);
        Assert.Equal(NaiveTape.Candles(printer, interval), printer.Tape.Candles(interval));
        Assert.Equal(NaiveTape.Trades(printer), printer.Tape.Trades);
        Assert.Equal(NaiveTape.Stats(printer, printer.At), NaiveTape.Stats(printer.Tape.Stats(printer.At)));
        Assert.Equal(printer.Tape.Candles(interval), MarketTape.Restore(printer.Tape.State).Candles(interval));
    }

    [Fact]
    public void Trades_as_large_as_they_get_do_not_stop_the_tape()
    {
        var printer = new Printer();
        for (var i = 0; i < 3; i++) printer.Print(Printer.Time("2026-03-02T10:00:00Z"), BookDepth.Empty, (new Ticks(Ticks.Max), new Lots(Lots.Max)));
        var stats = printer.Tape.Stats(default);

        Assert.Equal((Lots.Max, 3, 3 * 10_000_000m * Lots.Max), (stats.Volume!.Value.Value, stats.Trades, stats.Turnover!.Value.Amount));
    }

    [Fact]
    public void A_state_that_no_tape_has_is_refused()
    {
        var state = new Printer().Print("2026-03-02T10:00:05Z", (70.00m, 10)).Print("2026-03-02T10:01:05Z", (70.00m, 10)).Tape.State;
        var candle = state.Minutes[0];

        Assert.Throws<ArgumentException>(() => MarketTape.Restore(state with { Sequence = -1 }));
        Assert.Throws<ArgumentException>(() => MarketTape.Restore(state with { Trades = [.. state.Trades.Reverse()] }));
        Assert.Throws<ArgumentException>(() => MarketTape.Restore(state with { Minutes = [.. state.Minutes.Reverse()] }));
        Assert.Throws<ArgumentException>(() => MarketTape.Restore(state with { Minutes = default }));
        Assert.Throws<ArgumentException>(() => MarketTape.Restore(state with { Hours = state.Minutes }));
        Assert.Throws<ArgumentException>(() => MarketTape.Restore(state with { Minutes = [candle with { High = new Ticks(1) }] }));
    }

    private static string[] Starts(MarketTape tape, CandleInterval interval) => [.. tape.Candles(interval).Select(c => $"{c.Start:yyyy-MM-dd HH:mm}")];

    private static string Line(Candle c) => $"{c.Start:yyyy-MM-dd HH:mm} | {c.Open} {c.High} {c.Low} {c.Close} | {c.Volume} | {c.Turnover} | {c.Trades}";
}
