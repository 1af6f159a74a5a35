using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>
/// What people see of a market's past: its latest trades, candles and the figures of 24 hours. Immutable; an entry gives a new tape that
/// shares all that did not change. An entry without trades costs one small object, one with trades a copy of the latest trades and
/// three candles, however many there are.
/// </summary>
/// <remarks>
/// An entry at or before <see cref="Sequence"/> changes nothing, so that one may come twice. Time never runs back: an entry from a clock
/// that is behind the last entry counts as at the time of the last entry.
/// </remarks>
public sealed class MarketTape
{
    /// <summary>How many trades are kept.</summary>
    public const int MaxTrades = 200;

    private readonly CandleSeries _minutes;
    private readonly CandleSeries _hours;
    private readonly CandleSeries _days;

    private MarketTape(
        long sequence, DateTimeOffset at, BookDepth book, ImmutableArray<TapeTrade> trades, CandleSeries minutes, CandleSeries hours, CandleSeries days)
    {
        (Sequence, At, Book, Trades) = (sequence, at, book, trades);
        (_minutes, _hours, _days) = (minutes, hours, days);
    }

    /// <summary>The tape of a market in which nothing happened yet.</summary>
    public static MarketTape Empty { get; } =
        new(0, DateTimeOffset.MinValue, BookDepth.Empty, [], CandleSeries.Minutes, CandleSeries.Hours, CandleSeries.Days);

    /// <summary>The last entry of the market's journal that it includes; 0 before the first.</summary>
    public long Sequence { get; }

    /// <summary>When that was, in UTC; the earliest moment there is before the first.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The book after that entry, as deep as it was given.</summary>
    public BookDepth Book { get; }

    /// <summary>The latest trades, oldest first, at most <see cref="MaxTrades"/>.</summary>
    public ImmutableArray<TapeTrade> Trades { get; }

    /// <summary>The tape as plain data, for <see cref="Restore"/>.</summary>
    public TapeState State => new(
        Sequence, At, Trades, _minutes.Latest(int.MaxValue), _hours.Latest(int.MaxValue), _days.Latest(int.MaxValue), Book);

    /// <summary>The tape that a state was taken of.</summary>
    /// <exception cref="ArgumentException">No tape has such a state.</exception>
    public static MarketTape Restore(TapeState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Sequence < 0 || state.Book is null) throw new ArgumentException("A tape has a place in the journal and a book.", nameof(state));
        if (state.Trades.IsDefault || state.Trades.Length > MaxTrades || state.Trades.Zip(state.Trades.Skip(1)).Any(t => t.First.Id >= t.Second.Id))
            throw new ArgumentException("There are no trades, too many or they are out of order.", nameof(state));
        return new(
            state.Sequence,
            state.At.ToUniversalTime(),
            state.Book,
            state.Trades,
            CandleSeries.Minutes.Restore(state.Minutes),
            CandleSeries.Hours.Restore(state.Hours),
            CandleSeries.Days.Restore(state.Days));
    }

    /// <summary>The tape after a further entry of the market's journal.</summary>
    /// <param name="events">The entry's events.</param>
    /// <param name="sequence">The entry's place in the journal, from 1. Entries come in order; one that is left out is missing for good.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="topAfter">
    /// The book after it. The figures of depth are complete when it reaches 0.5 % from the mid on both sides, and too small when it does not.
    /// </param>
    public MarketTape With(IReadOnlyList<IMarketEvent> events, long sequence, DateTimeOffset at, BookDepth topAfter)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(topAfter);
        if (sequence <= Sequence) return this;
        var when = at > At ? at.ToUniversalTime() : At;
        Candle? traded = null;
        List<TapeTrade>? trades = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is not TradeExecuted trade) continue;
            (trades ??= []).Add(new(trade.Trade, trade.Price, trade.Quantity, trade.TakerSide, when, sequence));
            var candle = Candle.Of(trade, when);
            traded = traded is { } earlier ? earlier.Then(candle) : candle;
        }

        return traded is { } sum
            ? new(sequence, when, topAfter, Latest(trades!), _minutes.With(sum), _hours.With(sum), _days.With(sum))
            : new(sequence, when, topAfter, Trades, _minutes, _hours, _days);
    }

    /// <summary>Candles, oldest first; the last one may still grow. A stretch without trades has none.</summary>
    /// <param name="interval">How much time each covers.</param>
    /// <param name="most">How many at most, the latest ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such interval, or fewer than none.</exception>
    public ImmutableArray<Candle> Candles(CandleInterval interval, int most = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return SeriesOf(interval).Latest(most);
    }

    /// <summary>The figures of the last 24 hours.</summary>
    /// <param name="now">When they are asked for; not before <see cref="At"/>, which is used instead.</param>
    public MarketStats Stats(DateTimeOffset now) => MarketFigures.Of(_minutes, _hours, Book, now > At ? now.ToUniversalTime() : At);

    /// <summary>The candles of an interval.</summary>
    internal CandleSeries SeriesOf(CandleInterval interval) => interval switch
    {
        CandleInterval.Minute => _minutes,
        CandleInterval.Hour => _hours,
        CandleInterval.Day => _days,
        _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "No such interval."),
    };

    private ImmutableArray<TapeTrade> Latest(List<TapeTrade> trades)
    {
        var kept = Math.Min(Trades.Length, Math.Max(0, MaxTrades - trades.Count));
        var latest = new TapeTrade[kept + Math.Min(trades.Count, MaxTrades)];
        Trades.AsSpan()[^kept..].CopyTo(latest);
        trades.CopyTo(trades.Count - (latest.Length - kept), latest, kept, latest.Length - kept);
        return ImmutableCollectionsMarshal.AsImmutableArray(latest);
    }
}
