using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;

namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>Whether an operation can have some legs.</summary>
internal static class LegCheck
{
    /// <summary>Refuses legs that it cannot have.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static void Check(ImmutableArray<OperationLeg> legs, OperationKind kind)
    {
        if (legs.IsDefaultOrEmpty) throw new ArgumentException("An operation has a leg.", nameof(legs));
        foreach (var leg in legs)
        {
            _ = Assets.Of(leg.Certificate);
            if (leg.Place == default || leg.Cancel == default) throw new ArgumentException("A leg's commands have ids.", nameof(legs));
            if (leg.Locks.IsDefault || leg.Locks.IsEmpty == (kind == OperationKind.Creation))
                throw new ArgumentException("The makers reserve for every leg of a creation, and for none of a withdrawal.", nameof(legs));
            if (leg.Locks.Any(l => l.Account == default || l.Amount.Value <= 0) || leg.Locks.DistinctBy(l => l.Account).Count() != leg.Locks.Length)
                throw new ArgumentException("Each maker reserves once for a leg, and something.", nameof(legs));
        }

        if (legs.DistinctBy(l => l.Certificate).Count() != legs.Length) throw new ArgumentException("One leg for a market.", nameof(legs));
        if (legs.SelectMany(l => new[] { l.Place, l.Cancel }).Distinct().Count() != 2 * legs.Length)
            throw new ArgumentException("No command is sent for two things.", nameof(legs));
    }
}
