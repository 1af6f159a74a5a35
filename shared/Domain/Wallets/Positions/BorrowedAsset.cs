using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Positions;

/// <summary>An asset that a wallet owes to a protocol.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How many, interest included.</param>
/// <param name="Apy">Interest paid, a fraction a year; null when not known.</param>
public sealed record BorrowedAsset(TokenSymbol Asset, TokenAmount Amount, double? Apy);

/// <summary>A token that lies free in a wallet.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Amount">How many.</param>
public sealed record TokenBalance(TokenSymbol Asset, TokenAmount Amount);
