using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>Body of <c>POST /api/v1/liquidity-risk/{isin}/scenario</c>. What is absent stays as it is.</summary>
/// <param name="SpreadFactor">Multiplies the spread about mid, and the market maker's; 0.1 to 20.</param>
/// <param name="DepthFactor">Multiplies sizes and depth; 0 to 20.</param>
/// <param name="MarketMakerOffline">Takes the market maker offline.</param>
/// <param name="RatingNotchesDown">Steps down the rating ladder; 0 to 21. An unrated bond stays unrated.</param>
/// <param name="TradeSize">Face amount to sell; absent means the usual one.</param>
public sealed record ScenarioRequest(
    double? SpreadFactor, double? DepthFactor, bool? MarketMakerOffline, int? RatingNotchesDown, decimal? TradeSize);

/// <summary>A bond before and after a what-if.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Before">As it is.</param>
/// <param name="After">As it would be.</param>
/// <param name="Changes">What moves, in words, the heaviest first.</param>
public sealed record ScenarioAnswer(
    Isin Isin, LiquidityRiskAnswer Before, LiquidityRiskAnswer After, IReadOnlyList<string> Changes);
