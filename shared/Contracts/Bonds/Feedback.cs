using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>Body of <c>POST /api/v1/liquidity-risk/{isin}/feedback</c>: what became of a recommendation.</summary>
/// <param name="Path">The way out that was recommended.</param>
/// <param name="Verdict">accepted, rejected, filled or expired (tried and not sold).</param>
/// <param name="TradeSize">Face amount, above 0.</param>
/// <param name="RealisedMinutes">Minutes until sold, or until given up; needed for filled and expired.</param>
/// <param name="RealisedPrice">Clean price in percent of face; for filled.</param>
/// <param name="RecommendedAt">The recommendation's <c>as_of</c>; absent means the newest.</param>
public sealed record FeedbackRequest(
    string? Path, string? Verdict, decimal? TradeSize, double? RealisedMinutes, decimal? RealisedPrice, DateTimeOffset? RecommendedAt);

/// <summary>Feedback as kept.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Isin">Which bond.</param>
/// <param name="Path">The way out.</param>
/// <param name="Verdict">accepted, rejected, filled or expired.</param>
/// <param name="PredictedProbability">What had been predicted.</param>
/// <param name="PredictedMinutes">What had been predicted.</param>
public sealed record FeedbackAnswer(
    string Id, Isin Isin, string Path, string Verdict, Probability? PredictedProbability, double? PredictedMinutes);
