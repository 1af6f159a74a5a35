using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>Payload of <c>snapshot</c>: the parts that belong to the topic, the others null.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="RiskSummary">Its risk.</param>
/// <param name="LiquidityProfile">How easy it is to sell.</param>
/// <param name="ExitRecommendations">The ways out for the usual trade size.</param>
/// <param name="BestPath">The best of them; null when none is feasible.</param>
/// <param name="RiskWarnings">What a seller must know.</param>
/// <param name="Alerts">Alerts that are not resolved.</param>
/// <param name="RetailNarrative">The same in plain words.</param>
public sealed record SnapshotPayload(
    Isin Isin,
    DateTimeOffset AsOf,
    RiskSummaryAnswer? RiskSummary,
    LiquidityProfileAnswer? LiquidityProfile,
    IReadOnlyList<ExitRecommendationAnswer>? ExitRecommendations,
    string? BestPath,
    IReadOnlyList<RiskWarningAnswer>? RiskWarnings,
    IReadOnlyList<AlertAnswer>? Alerts,
    string? RetailNarrative);

/// <summary>Payload of <c>liquidity_update</c>.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="LiquidityProfile">How easy it is to sell; null when its market was never seen.</param>
/// <param name="RetailNarrative">The whole translation in plain words.</param>
/// <param name="AsOf">The instant it speaks for.</param>
public sealed record LiquidityPayload(
    Isin Isin, LiquidityProfileAnswer? LiquidityProfile, string RetailNarrative, DateTimeOffset AsOf);

/// <summary>Payload of <c>risk_update</c>.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="RiskSummary">Its risk.</param>
/// <param name="RiskWarnings">What a seller must know.</param>
public sealed record RiskPayload(Isin Isin, RiskSummaryAnswer? RiskSummary, IReadOnlyList<RiskWarningAnswer> RiskWarnings);

/// <summary>Payload of <c>exit_path_update</c>.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="TradeSize">The face amount that the ways out are for.</param>
/// <param name="ExitRecommendations">The four ways out.</param>
/// <param name="BestPath">The best of them; null when none is feasible.</param>
public sealed record ExitPayload(
    Isin Isin, FaceAmount TradeSize, IReadOnlyList<ExitRecommendationAnswer> ExitRecommendations, string? BestPath);
