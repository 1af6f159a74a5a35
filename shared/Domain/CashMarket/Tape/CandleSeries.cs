using System.Collections.Immutable;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>
/// Candles of one interval, oldest first. The last one is kept apart from the others, so that a trade replaces one candle and the list
/// changes only when an interval begins. Immutable.
/// </summary>
internal sealed class CandleSeries
{
    private readonly TimeSpan _interval;
    private readonly int _kept;
    private readonly ImmutableList<Candle> _closed;
    private readonly Candle? _last;

    private CandleSeries(TimeSpan interval, int kept, ImmutableList<Candle> closed, Candle? last) =>
        (_interval, _kept, _closed, _last) = (interval, kept, closed, last);

    public static CandleSeries Minutes { get; } = new(TimeSpan.FromMinutes(1), 1_440, [], null);

    public static CandleSeries Hours { get; } = new(TimeSpan.FromHours(1), 720, [], null);

    public static CandleSeries Days { get; } = new(TimeSpan.FromDays(1), 730, [], null);

    public int Count => _closed.Count + (_last is null ? 0 : 1);

    /// <summary>The last candle; null before the first trade.</summary>
    public Candle? Last => _last;

    private Candle this[int index] => index < _closed.Count ? _closed[index] : _last!.Value;

    /// <summary>When the interval that a moment lies in begins.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset at, TimeSpan interval) => new(at.UtcTicks - (at.UtcTicks % interval.Ticks), TimeSpan.Zero);

    /// <summary>When the last so many intervals of the clock begin that end with the running one; not before time begins.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset now, TimeSpan interval, int count)
    {
        var (running, before) = (StartOf(now, interval), interval * (count - 1));
        return running - DateTimeOffset.MinValue > before ? running - before : DateTimeOffset.MinValue;
    }

    /// <summary>The series with further trades, none of which is earlier than the last candle.</summary>
    public CandleSeries With(in Candle trades)
    {
        var next = trades with { Start = StartOf(trades.Start, _interval) };
        if (_last is not { } last) return new(_interval, _kept, _closed, next);
        if (last.Start == next.Start) return new(_interval, _kept, _closed, last.Then(next));
        var closed = _closed.Add(last);
        return new(_interval, _kept, closed.Count > _kept ? closed.RemoveAt(0) : closed, next);
    }

    /// <summary>All trades from one moment to before another, both at a boundary of the interval; null when there was none.</summary>
    public Candle? Sum(DateTimeOffset from, DateTimeOffset to)
    {
        Candle? sum = null;
        for (var i = FirstAtOrAfter(from); i < Count && this[i] is var candle && candle.Start < to; i++)
            sum = sum is { } earlier ? earlier.Then(candle) : candle;
        return sum;
    }

    /// <summary>The last candle that begins before a moment; null when none is kept.</summary>
    public Candle? LastBefore(DateTimeOffset moment) => FirstAtOrAfter(moment) is var i and > 0 ? this[i - 1] : null;

    /// <summary>The candles that begin at a moment or later.</summary>
    public IEnumerable<Candle> Since(DateTimeOffset from)
    {
        for (var i = FirstAtOrAfter(from); i < Count; i++) yield return this[i];
    }

    /// <summary>The latest candles.</summary>
    public ImmutableArray<Candle> Latest(int most)
    {
        var candles = _last is { } last ? _closed.Add(last) : _closed;
        return [.. candles.Skip(Math.Max(0, candles.Count - most))];
    }

    /// <summary>A series of this kind with given candles.</summary>
    /// <exception cref="ArgumentException">Too many, out of order, not at a boundary or impossible.</exception>
    public CandleSeries Restore(ImmutableArray<Candle> candles)
    {
        if (candles.IsDefault || candles.Length > _kept + 1) throw new ArgumentException("There are no candles or too many.", nameof(candles));
        for (var i = 0; i < candles.Length; i++)
        {
            var candle = candles[i];
            var sound = candle.Trades > 0 && candle.Start == StartOf(candle.Start, _interval) && candle.Low.Value > 0
                && candle.Low <= candle.Open && candle.Low <= candle.Close && candle.High >= candle.Open && candle.High >= candle.Close;
            if (!sound || (i > 0 && candles[i - 1].Start >= candle.Start))
                throw new ArgumentException(FormattableString.Invariant($"The candle of {candle.Start:O} cannot be where it is."), nameof(candles));
        }

        return candles.IsEmpty ? new(_interval, _kept, [], null) : new(_interval, _kept, [.. candles[..^1]], candles[^1]);
    }

    private int FirstAtOrAfter(DateTimeOffset moment)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].Start < moment) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
