using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Positions;

/// <summary>Better terms for assets whose prices move together (e-mode of Aave v3).</summary>
/// <param name="Id">Its number in the protocol, 1 or more.</param>
/// <param name="Label">What the protocol calls it.</param>
/// <param name="Terms">The terms that take the place of its collaterals' own.</param>
/// <param name="Collateral">For which assets they hold.</param>
public sealed record EfficiencyMode(int Id, string Label, CollateralTerms Terms, IReadOnlyList<TokenSymbol> Collateral);
