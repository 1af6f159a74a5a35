using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>What creating liquidity would do, or why it cannot be done. Nothing has happened yet.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="AsOf">When it was planned.</param>
/// <param name="ExpiresAt">Until when it may be carried out.</param>
/// <param name="Reference">What prices are measured from; null when there is nothing to measure from.</param>
/// <param name="Bid">The bids; null when none are asked for or they cannot be planned.</param>
/// <param name="Ask">The asks; null when none are asked for or they cannot be planned.</param>
/// <param name="Before">The market's best prices now.</param>
/// <param name="After">Its best prices with the planned orders.</param>
/// <param name="Refusals">Why it cannot be carried out; empty when it can.</param>
/// <param name="Notices">What somebody who approves it should know.</param>
/// <param name="Conduct">What the orders look like to a supervisor.</param>
/// <param name="MissingAssets">What the makers lack: euros for bids, certificates for asks; see <see cref="SidePlan.Required"/>.</param>
/// <param name="SuggestedActions">What would help.</param>
/// <param name="Balances">What the active makers of both sides hold, by account.</param>
/// <param name="Inputs">The fingerprint of everything that it rests on.</param>
public sealed record LiquidityPreview(
    LiquidityRequest Request,
    DateTimeOffset AsOf,
    DateTimeOffset ExpiresAt,
    ReferencePrice? Reference,
    SidePlan? Bid,
    SidePlan? Ask,
    BookSpread Before,
    BookSpread After,
    ImmutableArray<PlanRefusal> Refusals,
    ImmutableArray<PlanNotice> Notices,
    ImmutableArray<ConductFinding> Conduct,
    ImmutableArray<AssetShortfall> MissingAssets,
    ImmutableArray<SuggestedAction> SuggestedActions,
    ImmutableArray<MakerBalance> Balances,
    InputHash Inputs)
{
    /// <summary>Whether it can be carried out.</summary>
    public bool CanExecute => Refusals.IsEmpty;

    /// <summary>All orders, bids first.</summary>
    public IEnumerable<PlannedOrder> Orders => (Bid?.Orders ?? []).Concat(Ask?.Orders ?? []);

    /// <summary>Whether it is too old to be carried out.</summary>
    public bool HasExpired(DateTimeOffset now) => now >= ExpiresAt;
}

/// <summary>What a maker holds of what it quotes with.</summary>
/// <param name="Account">Which maker.</param>
/// <param name="Available">How much.</param>
public readonly record struct MakerBalance(AccountId Account, AssetAmount Available);
