using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>An operation's part in one market.</summary>
/// <param name="Certificate">Which market.</param>
/// <param name="Place">The command that places the orders; the makers' reservations are made for it.</param>
/// <param name="Cancel">The command that cancels what rests of them: a creation's to undo its placing, a withdrawal's own.</param>
/// <param name="Locks">What the makers reserve, each account once; empty for a withdrawal.</param>
public sealed record OperationLeg(CertificateType Certificate, CommandId Place, CommandId Cancel, ImmutableArray<MakerLock> Locks);

/// <summary>What a maker reserves for a leg.</summary>
/// <param name="Account">Which maker.</param>
/// <param name="Amount">How much; positive.</param>
public sealed record MakerLock(AccountId Account, AssetAmount Amount);
