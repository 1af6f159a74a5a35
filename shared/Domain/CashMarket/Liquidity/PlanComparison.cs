using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>
/// Something that speaks against carrying out an approved plan: <see cref="ReferenceMoved"/>, <see cref="AssetsGone"/>,
/// <see cref="BookMoved"/> or <see cref="NoLongerPossible"/>.
/// </summary>
public abstract record PlanDifference;

/// <summary>The reference price moved beyond tolerance.</summary>
/// <param name="From">When it was approved.</param>
/// <param name="To">Now.</param>
/// <param name="By">How far, relative to before.</param>
public sealed record ReferenceMoved(ReferencePrice From, ReferencePrice To, PartsPerMillion By) : PlanDifference;

/// <summary>A maker no longer holds what its orders need, or is no longer active.</summary>
/// <param name="Account">Which maker.</param>
/// <param name="Needed">What its orders need.</param>
/// <param name="Available">What it holds; zero when it is not active.</param>
public sealed record AssetsGone(AccountId Account, AssetAmount Needed, AssetAmount Available) : PlanDifference;

/// <summary>An approved order would trade with the book.</summary>
/// <param name="Order">The order.</param>
/// <param name="Best">The best price on the other side now.</param>
public sealed record BookMoved(PlannedOrder Order, Ticks Best) : PlanDifference;

/// <summary>The same request would be refused now. Lack of assets for it is told by maker instead.</summary>
/// <param name="Refusal">Why.</param>
public sealed record NoLongerPossible(PlanRefusal Refusal) : PlanDifference;

/// <summary>An approved plan beside a fresh preview of the same request.</summary>
/// <param name="Differences">What speaks against carrying the approved plan out; empty when nothing does.</param>
/// <param name="IsSame">Whether nothing at all that the plan rests on has changed.</param>
public sealed record PlanComparison(ImmutableArray<PlanDifference> Differences, bool IsSame)
{
    /// <summary>Whether the approved orders may be placed as they are.</summary>
    public bool MayProceed => Differences.IsEmpty;

    /// <summary>Compares.</summary>
    /// <param name="approved">The plan that was approved; it could be carried out then.</param>
    /// <param name="current">A preview of the same request made now.</param>
    /// <param name="tolerance">How far the reference may have moved.</param>
    /// <exception cref="ArgumentException">The two are of different requests, or the approved one could not be carried out.</exception>
    public static PlanComparison Between(LiquidityPreview approved, LiquidityPreview current, PartsPerMillion tolerance)
    {
        ArgumentNullException.ThrowIfNull(approved);
        ArgumentNullException.ThrowIfNull(current);
        if (approved.Request != current.Request) throw new ArgumentException("Plans of one request are compared.", nameof(current));
        if (approved is not { CanExecute: true, Reference: { } from }) throw new ArgumentException("The approved plan can be carried out.", nameof(approved));
        var differences = ImmutableArray.CreateBuilder<PlanDifference>();
        if (current.Reference is { } to && PartsPerMillion.Apart(to.Price.Value, from.Price.Value) is var by && by > tolerance)
            differences.Add(new ReferenceMoved(from, to, by));
        var balances = current.Balances.ToDictionary(b => b.Account, b => b.Available);
        foreach (var maker in (approved.Bid?.Makers ?? []).Concat(approved.Ask?.Makers ?? []).Where(m => !m.Placed.IsZero))
        {
            var available = balances.TryGetValue(maker.Account, out var balance) && balance.Asset == maker.Placed.Asset ? balance : AssetAmount.Zero(maker.Placed.Asset);
            if (available < maker.Placed) differences.Add(new AssetsGone(maker.Account, maker.Placed, available));
        }

        differences.AddRange(approved.Orders.Select(o => Crossing(o, current.Before)).OfType<PlanDifference>());
        differences.AddRange(current.Refusals.Where(r => r.Reason != PlanRefusalReason.InsufficientAssets).Select(r => new NoLongerPossible(r)));
        return new(differences.DrainToImmutable(), approved.Inputs == current.Inputs);
    }

    private static BookMoved? Crossing(PlannedOrder order, BookSpread book) => order.Side == OrderSide.Buy
        ? book.Ask is { } ask && order.Price >= ask ? new(order, ask) : null
        : book.Bid is { } bid && order.Price <= bid ? new(order, bid) : null;
}
