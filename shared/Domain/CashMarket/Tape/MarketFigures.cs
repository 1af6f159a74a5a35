using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>Works out <see cref="MarketStats"/>.</summary>
internal static class MarketFigures
{
    private const long DepthReach = 5; // in thousandths of the mid

    public static MarketStats Of(CandleSeries minutes, CandleSeries hours, BookDepth book, DateTimeOffset now)
    {
        var from = CandleSeries.StartOf(now, TimeSpan.FromMinutes(1), 1_440);
        var hour = TimeSpan.FromHours(1);
        var firstHour = CandleSeries.StartOf(from + hour - TimeSpan.FromTicks(1), hour);
        var day = Join(minutes.Sum(from, firstHour), hours.Sum(firstHour, DateTimeOffset.MaxValue));
        var (last, before) = (minutes.Last?.Close, minutes.LastBefore(from)?.Close);
        int? change = last is { } l && before is { } b ? l - b : null;
        Ticks? bid = book.Bids.IsEmpty ? null : book.Bids[0].Price, ask = book.Asks.IsEmpty ? null : book.Asks[0].Price;
        HalfTicks? mid = bid is { } x && ask is { } y ? HalfTicks.Midpoint(x, y) : null;
        int? spread = bid is { } high && ask is { } low ? low - high : null;
        return new(
            now,
            last,
            before,
            change,
            change is { } c ? new BasisPoints(c * 10_000.0 / before!.Value.Value) : null,
            day?.High,
            day?.Low,
            day?.Volume,
            day?.Turnover,
            day?.Trades,
            bid,
            ask,
            spread,
            spread is { } s ? new BasisPoints(s * 20_000.0 / mid!.Value.Value) : null,
            Depth(book.Bids, mid),
            Depth(book.Asks, mid));
    }

    private static Candle? Join(Candle? earlier, Candle? later) => earlier is { } e && later is { } l ? e.Then(l) : earlier ?? later;

    private static Money? Depth(ImmutableArray<DepthLevel> levels, HalfTicks? mid)
    {
        if (mid is not { } centre) return null;
        Money? sum = null;
        foreach (var level in levels)
        {
            if (Math.Abs((2L * level.Price.Value) - centre.Value) * 1_000 > centre.Value * DepthReach) break;
            var value = level.Price.ValueOf(level.Quantity);
            sum = new(value.Amount + (sum?.Amount ?? 0), value.Currency);
        }

        return sum;
    }
}
