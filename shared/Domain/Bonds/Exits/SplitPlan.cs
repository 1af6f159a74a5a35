using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>How to sell a holding in parts, over paths and time.</summary>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="TradeSize">The face amount to sell.</param>
/// <param name="Recommended">The plan of highest expected utility; null when no path takes any part.</param>
/// <param name="BestSingle">The best path for the whole size at once; null when none takes it.</param>
/// <param name="Frontier">Plans of which none is both surer and cheaper than another, the surest first.</param>
public sealed record SplitPlan(
    DateTimeOffset AsOf,
    FaceAmount TradeSize,
    SplitOption? Recommended,
    ExitRecommendation? BestSingle,
    IReadOnlyList<SplitOption> Frontier);

/// <summary>One way to split.</summary>
/// <param name="Steps">The parts, soonest first.</param>
/// <param name="Unplaced">What no part covers.</param>
/// <param name="ExpectedFill">Share of the trade size that is expected to be sold.</param>
/// <param name="ExpectedCost">
/// Basis points lost on what is expected to be sold; null when a part has no quote or nothing is sold. Negative is a gain.
/// </param>
/// <param name="Completion">When the last part is done.</param>
/// <param name="Utility">
/// Utility of the parts weighted by their share, less <see cref="SplitPlanner.LegPenalty"/> for each part beyond the first.
/// </param>
public sealed record SplitOption(
    IReadOnlyList<SplitStep> Steps,
    FaceAmount Unplaced,
    Probability ExpectedFill,
    BasisPoints? ExpectedCost,
    TimeSpan Completion,
    double Utility);

/// <summary>One part.</summary>
/// <param name="Path">Where it is sold.</param>
/// <param name="Round">0 for the path's first window, 1 for the next …</param>
/// <param name="Size">Its face amount.</param>
/// <param name="FillProbability">How likely it is sold.</param>
/// <param name="ExpectedTime">Until it is sold and settled.</param>
/// <param name="Quote">What it is expected to fetch; null when unknown.</param>
public sealed record SplitStep(
    ExitPath Path, int Round, FaceAmount Size, Probability FillProbability, TimeSpan ExpectedTime, ExitQuote? Quote);
