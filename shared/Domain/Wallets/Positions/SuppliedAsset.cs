using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Positions;

/// <summary>An asset that a wallet has supplied to a protocol.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How many, interest included.</param>
/// <param name="Terms">What the protocol lends against it.</param>
/// <param name="IsCollateral">Whether it secures the position's debt: its owner may have switched that off.</param>
/// <param name="Apy">Interest earned, a fraction a year; null when not known.</param>
public sealed record SuppliedAsset(TokenSymbol Asset, TokenAmount Amount, CollateralTerms Terms, bool IsCollateral, double? Apy);

/// <summary>What a protocol lends against an asset, each as a share of its value.</summary>
/// <param name="LoanToValue">How much may be borrowed at first.</param>
/// <param name="LiquidationThreshold">Up to how much debt it is safe from liquidation; 0 for what is no collateral.</param>
/// <param name="LiquidationBonus">What a liquidator gets beyond the debt he repays: 50,000 ppm are 5 %.</param>
/// <param name="ProtocolFee">The protocol's part of that bonus.</param>
public readonly record struct CollateralTerms(
    PartsPerMillion LoanToValue, PartsPerMillion LiquidationThreshold, PartsPerMillion LiquidationBonus, PartsPerMillion ProtocolFee)
{
    /// <summary>Nothing is lent against it.</summary>
    public static CollateralTerms None => default;
}
