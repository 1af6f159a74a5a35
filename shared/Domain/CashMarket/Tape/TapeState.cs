using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>All that a <see cref="MarketTape"/> holds, as plain data to store.</summary>
/// <param name="Sequence">The last entry of the market's journal that it includes; 0 before the first.</param>
/// <param name="At">When that was, in UTC.</param>
/// <param name="Trades">The latest trades, oldest first.</param>
/// <param name="Minutes">Candles of a minute, oldest first.</param>
/// <param name="Hours">Candles of an hour, oldest first.</param>
/// <param name="Days">Candles of a day, oldest first.</param>
/// <param name="Book">The book after that entry.</param>
public sealed record TapeState(
    long Sequence,
    DateTimeOffset At,
    ImmutableArray<TapeTrade> Trades,
    ImmutableArray<Candle> Minutes,
    ImmutableArray<Candle> Hours,
    ImmutableArray<Candle> Days,
    BookDepth Book);
