using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>One way out of a holding. What does not apply to an infeasible path is null.</summary>
/// <param name="Path">market_maker, auction, rfq_batch or tokenized_p2p.</param>
/// <param name="Feasible">Whether nothing speaks against it.</param>
/// <param name="Priority">primary, secondary or fallback.</param>
/// <param name="FillProbability">How likely the whole size is sold.</param>
/// <param name="ProbabilityBasis">calibrated, uncalibrated (too few realised sales yet) or withheld (it lost to its baseline).</param>
/// <param name="ExpectedTimeToExitMinutes">Until it is sold and settled.</param>
/// <param name="ExpectedPrice">Clean price in percent of face.</param>
/// <param name="ExpectedSpreadBps">Effective spread for this size: twice the distance from the reference price.</param>
/// <param name="Cost">What is lost against the reference price over the whole size, in the bond's currency; negative is a gain.</param>
/// <param name="Currency">Currency of the cost; null when unknown.</param>
/// <param name="NextWindow">The window that it waits for.</param>
/// <param name="WindowSource">announced, or cadence when counted on by the policy.</param>
/// <param name="Score">Expected utility on a scale of 0 to 100, by which the paths are ranked.</param>
/// <param name="Rationale">Why, in words.</param>
/// <param name="Factors">What moves the probability: contributions in log-odds that sum to it. Empty for retail readers.</param>
/// <param name="Violations">Every constraint that it breaks.</param>
public sealed record ExitRecommendationAnswer(
    string Path,
    bool Feasible,
    string? Priority,
    Probability? FillProbability,
    string? ProbabilityBasis,
    double? ExpectedTimeToExitMinutes,
    BondPrice? ExpectedPrice,
    BasisPoints? ExpectedSpreadBps,
    decimal? Cost,
    CurrencyCode? Currency,
    DateTimeOffset? NextWindow,
    string? WindowSource,
    double? Score,
    string Rationale,
    IReadOnlyList<ExitFactorAnswer> Factors,
    IReadOnlyList<ExitViolationAnswer> Violations);

/// <summary>Something that moves a fill probability.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Contribution">Log-odds that it adds; null when its input is absent, and then it adds nothing.</param>
/// <param name="Observed">The figure it was computed from; null when absent.</param>
public sealed record ExitFactorAnswer(string Kind, double? Contribution, double? Observed);

/// <summary>A constraint that a path breaks.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Limit">What is allowed; null when there is no figure, or the reader may not see it.</param>
/// <param name="Actual">What was asked; null when there is no figure.</param>
public sealed record ExitViolationAnswer(string Kind, string Message, double? Limit, double? Actual);

/// <summary>The headline of a way out.</summary>
/// <param name="Path">market_maker, auction, rfq_batch or tokenized_p2p.</param>
/// <param name="Priority">primary, secondary or fallback.</param>
/// <param name="FillProbability">How likely the whole size is sold; null when withheld.</param>
/// <param name="ExpectedTimeToExitMinutes">Until it is sold and settled.</param>
/// <param name="ExpectedSpreadBps">Effective spread for this size; null when unknown.</param>
public sealed record ExitHeadline(
    string Path, string? Priority, Probability? FillProbability, double? ExpectedTimeToExitMinutes, BasisPoints? ExpectedSpreadBps);

/// <summary>How to sell in parts, over paths and time.</summary>
/// <param name="Recommended">The plan of highest expected utility; null when no path takes any part.</param>
/// <param name="SingleScore">Score of the best single path, to compare with; null when none takes the whole.</param>
/// <param name="Frontier">Plans of which none is both surer and cheaper than another, the surest first.</param>
public sealed record ExitPlanAnswer(PlanOptionAnswer? Recommended, double? SingleScore, IReadOnlyList<PlanOptionAnswer> Frontier);

/// <summary>One way to split.</summary>
/// <param name="Steps">The parts, soonest first.</param>
/// <param name="UnplacedFace">What no part covers, face amount.</param>
/// <param name="ExpectedFill">Share of the size that is expected to be sold.</param>
/// <param name="ExpectedCostBps">Lost on what is expected to be sold; null when a part has no price. Negative is a gain.</param>
/// <param name="CompletionMinutes">When the last part is done.</param>
/// <param name="Score">Expected utility on a scale of 0 to 100.</param>
public sealed record PlanOptionAnswer(
    IReadOnlyList<PlanStepAnswer> Steps,
    FaceAmount UnplacedFace,
    Probability ExpectedFill,
    BasisPoints? ExpectedCostBps,
    double CompletionMinutes,
    double Score);

/// <summary>One part of a plan.</summary>
/// <param name="Path">Where it is sold.</param>
/// <param name="Round">0 for the path's first window, 1 for the next …</param>
/// <param name="Face">Its face amount.</param>
/// <param name="FillProbability">How likely it is sold.</param>
/// <param name="ExpectedTimeToExitMinutes">Until it is sold and settled.</param>
/// <param name="ExpectedPrice">Clean price in percent of face; null when unknown.</param>
public sealed record PlanStepAnswer(
    string Path, int Round, FaceAmount Face, Probability FillProbability, double ExpectedTimeToExitMinutes, BondPrice? ExpectedPrice);
