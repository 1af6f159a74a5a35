using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>What is to be placed on one side.</summary>
/// <param name="Side">Bids or asks.</param>
/// <param name="Target">Euros asked for.</param>
/// <param name="Placed">Euros placed, at the orders' own prices; never above the target.</param>
/// <param name="Quantity">Certificates placed.</param>
/// <param name="Required">
/// What the makers must hold: the target in euros for bids; for asks the certificates that it is worth at the levels' own prices, which is
/// at most target / reference.
/// </param>
/// <param name="Levels">Nearest first.</param>
/// <param name="Makers">All active makers of the side, by account; some may place nothing.</param>
/// <param name="Fairness">How even the placed amounts are of the makers that hold anything: euros for bids, certificates for asks.</param>
public sealed record SidePlan(
    OrderSide Side,
    Money Target,
    Money Placed,
    Lots Quantity,
    AssetAmount Required,
    ImmutableArray<PlannedLevel> Levels,
    ImmutableArray<MakerPlan> Makers,
    Fairness Fairness)
{
    /// <summary>Target minus placed; below one certificate's price unless the balances left do not pay for one.</summary>
    public Money Remainder => Target with { Amount = Target.Amount - Placed.Amount };

    /// <summary>All orders: by maker, and within a maker nearest first.</summary>
    public IEnumerable<PlannedOrder> Orders => Makers.SelectMany(m => m.Orders);

    /// <summary>Makers that hold something, but less than an equal share.</summary>
    public IEnumerable<AccountId> Capped => Makers.Where(m => m.IsCapped && !m.Available.IsZero).Select(m => m.Account);
}

/// <summary>A level of a plan.</summary>
/// <param name="Price">Price, distance, share and deviation.</param>
/// <param name="Quantity">Certificates placed there.</param>
/// <param name="Value">The same in euros.</param>
public sealed record PlannedLevel(PriceLevel Price, Lots Quantity, Money Value);

/// <summary>One maker's part of a plan, in what it quotes with: euros for bids, certificates for asks.</summary>
/// <param name="Account">Which maker.</param>
/// <param name="Owner">Who is behind it.</param>
/// <param name="Available">What it holds.</param>
/// <param name="Share">Its fair share, before rounding to lots.</param>
/// <param name="Placed">What its orders use; never above what it holds.</param>
/// <param name="IsCapped">Whether it holds less than an equal share.</param>
/// <param name="Orders">Nearest first; none when it places nothing.</param>
public sealed record MakerPlan(
    AccountId Account,
    OwnerId Owner,
    AssetAmount Available,
    AssetAmount Share,
    AssetAmount Placed,
    bool IsCapped,
    ImmutableArray<PlannedOrder> Orders)
{
    /// <summary>Share minus placed: what rounding to lots left, or took in advance when negative.</summary>
    public AssetAmount Remainder => Share - Placed;
}

/// <summary>An order to place.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Owner">Who is behind it.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">At which price.</param>
/// <param name="Quantity">How much; not zero.</param>
/// <param name="Level">Which level, 0 the nearest.</param>
public readonly record struct PlannedOrder(AccountId Account, OwnerId Owner, OrderSide Side, Ticks Price, Lots Quantity, int Level)
{
    /// <summary>What it is worth, exactly.</summary>
    public Money Value => Price.ValueOf(Quantity);
}
