using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>The numbers of the dashboard.</summary>
/// <param name="AsOf">The instant they speak for.</param>
/// <param name="Adoption">Whether recommendations are followed.</param>
/// <param name="FillTime">Whether predicted times hold.</param>
/// <param name="FillProbability">Whether predicted probabilities hold, over all paths and for each.</param>
/// <param name="IndexDrift">How the liquidity index has moved over all bonds.</param>
/// <param name="Freshness">How old the market data is, over all bonds.</param>
/// <param name="Confidence">How far the inputs carry the results.</param>
/// <param name="Alerts">Open alerts by severity.</param>
/// <param name="Delivery">From publishing to receiving.</param>
/// <param name="ErrorBudget">Of this instance since it started.</param>
public sealed record KpiAnswer(
    DateTimeOffset AsOf,
    AdoptionKpi Adoption,
    FillTimeKpi FillTime,
    IReadOnlyList<FillProbabilityKpi> FillProbability,
    IndexDriftKpi IndexDrift,
    FreshnessKpi Freshness,
    ConfidenceKpi Confidence,
    IReadOnlyDictionary<string, int> Alerts,
    DeliveryKpi Delivery,
    ErrorBudgetKpi ErrorBudget);

/// <summary>Whether recommendations are followed.</summary>
/// <param name="Answered">Recommendations with feedback.</param>
/// <param name="Rate">Share accepted, filled or tried; null without feedback.</param>
public sealed record AdoptionKpi(int Answered, Probability? Rate);

/// <summary>Whether predicted times hold.</summary>
/// <param name="Filled">Sales with a realised time.</param>
/// <param name="MeanAbsolutePercentageError">Of the predicted time, on filled sales, as a fraction; null without any.</param>
/// <param name="IntervalCoverage">Share of filled sales within the predicted band.</param>
/// <param name="MedianMinutes">Median time to sell, the unsold counted as censored (Kaplan-Meier); null when fewer than half sold.</param>
/// <param name="Survival">Share still unsold by time.</param>
public sealed record FillTimeKpi(
    int Filled, double? MeanAbsolutePercentageError, Probability? IntervalCoverage, double? MedianMinutes, IReadOnlyList<SurvivalPoint> Survival);

/// <summary>A step of a survival curve.</summary>
/// <param name="Minutes">Time since the recommendation.</param>
/// <param name="Unsold">Share still unsold.</param>
public sealed record SurvivalPoint(double Minutes, Probability Unsold);

/// <summary>Whether predicted probabilities hold on a path.</summary>
/// <param name="Path">Which path; "all" for all together.</param>
/// <param name="Sample">Tried sales.</param>
/// <param name="Brier">Mean squared error of the probability, 0 best.</param>
/// <param name="BaselineBrier">The same for the path's base rate.</param>
/// <param name="Verdict">published, withheld (loses to the baseline) or not_enough_data.</param>
/// <param name="Reliability">Predicted against realised.</param>
public sealed record FillProbabilityKpi(
    string Path, int Sample, double? Brier, double? BaselineBrier, string Verdict, IReadOnlyList<ReliabilityBinAnswer> Reliability);

/// <summary>Sales whose probability was alike.</summary>
/// <param name="From">Lower bound of the probability.</param>
/// <param name="To">Upper bound.</param>
/// <param name="Count">Sales in the bin.</param>
/// <param name="Predicted">Mean predicted probability.</param>
/// <param name="Realised">Share that was sold.</param>
public sealed record ReliabilityBinAnswer(double From, double To, int Count, Probability? Predicted, Probability? Realised);

/// <summary>How the liquidity index has moved.</summary>
/// <param name="Bonds">Bonds with an index.</param>
/// <param name="Mean">Mean index now.</param>
/// <param name="MeanChange">Mean change over the time that the trend covers, in points; null without earlier values.</param>
/// <param name="MeanAbsoluteChange">The same without its sign.</param>
public sealed record IndexDriftKpi(int Bonds, Score? Mean, double? MeanChange, double? MeanAbsoluteChange);

/// <summary>How old the market data is.</summary>
/// <param name="Bonds">All bonds.</param>
/// <param name="Shares">Share of bonds by real_time, recent, delayed and stale.</param>
public sealed record FreshnessKpi(int Bonds, IReadOnlyDictionary<string, double> Shares);

/// <summary>How far the inputs carry the results.</summary>
/// <param name="Mean">Mean confidence; null without bonds.</param>
/// <param name="Low">Share of bonds below 0.5.</param>
public sealed record ConfidenceKpi(Probability? Mean, Probability? Low);

/// <summary>From saving an announcement to its acceptance by the publisher, on this instance since it started.</summary>
/// <param name="Published">Messages.</param>
/// <param name="P50Ms">Median, milliseconds; null without messages.</param>
/// <param name="P99Ms">99th percentile.</param>
public sealed record DeliveryKpi(long Published, double? P50Ms, double? P99Ms);

/// <summary>Errors of this instance since it started, against a target of 99.9 % good answers.</summary>
/// <param name="Requests">HTTP requests answered.</param>
/// <param name="Errors">Of these, failures on our side (5xx).</param>
/// <param name="Target">Share that may fail.</param>
/// <param name="Remaining">Share of the budget that is left; negative when overspent.</param>
/// <param name="DeadLetters">Events parked.</param>
public sealed record ErrorBudgetKpi(long Requests, long Errors, double Target, double Remaining, long DeadLetters);
