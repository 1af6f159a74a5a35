using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>What the makers of a side lack.</summary>
/// <param name="Side">Which side.</param>
/// <param name="Required">What they would have to hold together; see <see cref="SidePlan.Required"/>.</param>
/// <param name="Available">What they hold together.</param>
/// <param name="Shortfall">The difference; above zero.</param>
public sealed record MissingAsset(OrderSide Side, AssetAmount Required, AssetAmount Available, AssetAmount Shortfall)
{
    /// <summary>Which asset.</summary>
    public AssetType AssetType => Required.Asset;
}

/// <summary>
/// Something that would help a plan that lacks assets: <see cref="CreateMaker"/>, <see cref="FundMaker"/> or <see cref="ReduceAmount"/>.
/// </summary>
public abstract record SuggestedAction;

/// <summary>Create a maker.</summary>
/// <param name="Type">Of this type.</param>
/// <param name="Balance">With this balance.</param>
public sealed record CreateMaker(MakerType Type, AssetAmount Balance) : SuggestedAction;

/// <summary>Fund an active maker: the one that holds least, which makes the shares most even.</summary>
/// <param name="Account">Which.</param>
/// <param name="Amount">With this much more.</param>
public sealed record FundMaker(AccountId Account, AssetAmount Amount) : SuggestedAction;

/// <summary>Ask for less, which can be created now.</summary>
/// <param name="Side">On which side.</param>
/// <param name="Amount">The amount to ask for.</param>
/// <param name="Creates">What would be placed of it.</param>
public sealed record ReduceAmount(OrderSide Side, Money Amount, Money Creates) : SuggestedAction;
