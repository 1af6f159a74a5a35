using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>
/// Something that would help a plan that lacks assets: <see cref="CreateMaker"/>, <see cref="FundMaker"/> or <see cref="ReduceAmount"/>.
/// </summary>
public abstract record SuggestedAction;

/// <summary>Create a maker.</summary>
/// <param name="Kind">Of this kind, a market maker's.</param>
/// <param name="Balance">With this balance.</param>
public sealed record CreateMaker(AccountKind Kind, AssetAmount Balance) : SuggestedAction;

/// <summary>Fund an active maker: the one that holds least, which makes the shares most even.</summary>
/// <param name="Account">Which.</param>
/// <param name="Amount">With this much more.</param>
public sealed record FundMaker(AccountId Account, AssetAmount Amount) : SuggestedAction;

/// <summary>Ask for less, which can be created now.</summary>
/// <param name="Side">On which side.</param>
/// <param name="Amount">The amount to ask for.</param>
/// <param name="Creates">What would be placed of it.</param>
public sealed record ReduceAmount(OrderSide Side, Money Amount, Money Creates) : SuggestedAction;
