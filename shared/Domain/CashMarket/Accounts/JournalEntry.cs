using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>What one command did to a market, as its journal keeps it.</summary>
/// <param name="Certificate">Which market.</param>
/// <param name="Sequence">Place in the market's journal: 1 for the first entry, one more for each next one.</param>
/// <param name="Command">The command, also when it was refused.</param>
/// <param name="Events">Its events in the order in which they happened.</param>
public sealed record JournalEntry(CertificateType Certificate, long Sequence, CommandId Command, ImmutableArray<IMarketEvent> Events);
