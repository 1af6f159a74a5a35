using LiquidityRisk.Domain.CashMarket.Matching;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>An entry of a market's journal as a <see cref="MakerRecord"/> takes it.</summary>
/// <param name="Events">Its events, also those of others.</param>
/// <param name="Sequence">Its place in the journal, from 1.</param>
/// <param name="At">When it happened.</param>
/// <param name="After">The best prices after it.</param>
public readonly record struct MakerEntry(IReadOnlyList<IMarketEvent> Events, long Sequence, DateTimeOffset At, MakerQuote After);
