using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>The most that one liquidator could take of a position in one transaction, for one debt and one collateral.</summary>
/// <remarks><c>Seized = Repaid + Credited + Profit + ProtocolFee</c>, each in dollars.</remarks>
/// <param name="DebtAsset">Which debt is repaid.</param>
/// <param name="CollateralAsset">Which collateral is taken for it.</param>
/// <param name="Repaid">How much of the debt.</param>
/// <param name="RepaidValue">The same in dollars.</param>
/// <param name="Seized">What the owner loses of the collateral, the protocol's fee included.</param>
/// <param name="SeizedValue">The same in dollars.</param>
/// <param name="Bonus">What is seized beyond what is repaid, as a share of what is repaid; of Compound v3 as a share of what is seized.</param>
/// <param name="CloseFactor">The share of the debt to which the protocol limits one liquidation: of the whole position's in Aave v3, else of this asset's.</param>
/// <param name="ProtocolFee">What the protocol keeps of the seized.</param>
/// <param name="ProtocolFeeValue">The same in dollars.</param>
/// <param name="Profit">What the liquidator gains at these prices before gas and his own trading costs.</param>
/// <param name="FactorAfter">The position's health factor afterwards; null when no debt is left.</param>
/// <param name="DebtLeft">What is left of this debt.</param>
/// <param name="CollateralLeft">What is left of this collateral.</param>
/// <param name="Credited">What the owner gets back in the borrowed asset (Compound v3), in dollars.</param>
/// <param name="LeavesBadDebt">Whether debt is left that no collateral secures; the protocol has to write it off.</param>
public sealed record LiquidationOffer(
    TokenSymbol DebtAsset,
    TokenSymbol CollateralAsset,
    TokenAmount Repaid,
    Usd RepaidValue,
    TokenAmount Seized,
    Usd SeizedValue,
    PartsPerMillion Bonus,
    PartsPerMillion CloseFactor,
    TokenAmount ProtocolFee,
    Usd ProtocolFeeValue,
    Usd Profit,
    HealthFactor? FactorAfter,
    TokenAmount DebtLeft,
    TokenAmount CollateralLeft,
    Usd Credited,
    bool LeavesBadDebt);

/// <summary>A debt and a collateral of a position that may be liquidated.</summary>
/// <param name="Position">The whole position.</param>
/// <param name="Debt">What is owed of the debt's asset.</param>
/// <param name="Collateral">What the collateral is worth.</param>
/// <param name="Terms">Its terms.</param>
internal readonly record struct LiquidationPair(PositionHealth Position, Usd Debt, Usd Collateral, Positions.CollateralTerms Terms);

/// <summary>What a liquidator takes of a pair.</summary>
/// <param name="Repaid">Of the debt, at most all of it.</param>
/// <param name="Seized">Of the collateral, at most all of it, the fee included.</param>
/// <param name="Fee">The protocol's part of it.</param>
/// <param name="Bonus">Share of what is repaid.</param>
/// <param name="CloseFactor">The limit that held.</param>
internal readonly record struct LiquidationTake(Usd Repaid, Usd Seized, Usd Fee, PartsPerMillion Bonus, PartsPerMillion CloseFactor);
