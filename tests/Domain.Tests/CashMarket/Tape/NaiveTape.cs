using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape.Tests;

/// <summary>Works everything out from the whole list of trades.</summary>
internal static class NaiveTape
{
    public static IEnumerable<TapeTrade> Trades(Printer printer) => printer.All
        .TakeLast(200)
        .Select(t => new TapeTrade(t.Trade.Trade, t.Trade.Price, t.Trade.Quantity, t.Trade.TakerSide, t.At.ToUniversalTime(), t.Sequence));

    public static IEnumerable<Candle> Candles(Printer printer, CandleInterval interval) => printer.All
        .GroupBy(t => Start(t.At, interval))
        .Select(g => Bar(g.Key, [.. g.Select(t => t.Trade)]))
        .TakeLast(interval switch { CandleInterval.Minute => 1_441, CandleInterval.Hour => 721, _ => 731 });

    public static string Stats(Printer printer, DateTimeOffset now)
    {
        var from = Start(now, CandleInterval.Minute).AddMinutes(-1_439);
        var trades = printer.All.Where(t => t.At >= from).Select(t => t.Trade).ToList();
        var before = printer.All.Where(t => t.At < from).Select(t => (Ticks?)t.Trade.Price).LastOrDefault();
        var last = printer.All.Select(t => (Ticks?)t.Trade.Price).LastOrDefault();
        Candle? day = trades.Count == 0 ? null : Bar(from, trades);
        return Line(last, before, last?.Value - before?.Value, day?.High, day?.Low, day?.Volume, day?.Turnover, day?.Trades);
    }

    public static string Stats(MarketStats stats) =>
        Line(stats.Last, stats.Before, stats.Change, stats.High, stats.Low, stats.Volume, stats.Turnover, stats.Trades);

    private static string Line(params object?[] figures) => string.Join(" | ", figures.Select(f => f ?? "none"));

    private static Candle Bar(DateTimeOffset start, List<TradeExecuted> trades) => new(
        start,
        trades[0].Price,
        trades.Max(t => t.Price),
        trades.Min(t => t.Price),
        trades[^1].Price,
        new Lots(trades.Sum(t => t.Quantity.Value)),
        trades[0].Price.ValueOf(default) with { Amount = trades.Sum(t => t.Price.Value * t.Quantity.Value) * 0.01m },
        trades.Count);

    private static DateTimeOffset Start(DateTimeOffset at, CandleInterval interval)
    {
        var utc = at.UtcDateTime;
        var (hour, minute) = interval switch { CandleInterval.Minute => (utc.Hour, utc.Minute), CandleInterval.Hour => (utc.Hour, 0), _ => (0, 0) };
        return new(utc.Year, utc.Month, utc.Day, hour, minute, 0, TimeSpan.Zero);
    }
}
