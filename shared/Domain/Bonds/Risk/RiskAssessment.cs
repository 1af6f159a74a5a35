using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Risk;

/// <summary>A bond's risk, overall and by category. Scores: 0 = no risk, 100 = worst.</summary>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="Overall">The overall risk; null when too little could be assessed.</param>
/// <param name="Level">Its band; null with the score.</param>
/// <param name="Basis">Where the overall risk comes from.</param>
/// <param name="WeightedScore">
/// The weighted mean of the assessed categories, beside the overall risk when an artifact states that itself; null when less than
/// <see cref="RiskModel.MinAssessedWeight"/> of the weight was assessed.
/// </param>
/// <param name="Categories">All eight categories, heaviest first, the unassessed ones with their reason.</param>
/// <param name="AssessedWeight">Share of the weights whose category was assessed; the mean is taken over these.</param>
/// <param name="Confidence">How far the inputs carry it: falls with unassessed categories, proxies and age.</param>
/// <param name="UnmatchedNames">Names of artifact categories that mean none of the eight.</param>
public sealed record RiskAssessment(
    DateTimeOffset AsOf,
    Score? Overall,
    RiskLevel? Level,
    OverallRiskBasis Basis,
    Score? WeightedScore,
    IReadOnlyList<RiskCategoryScore> Categories,
    Weight AssessedWeight,
    Probability Confidence,
    IReadOnlyList<string> UnmatchedNames)
{
    /// <summary>One of the eight.</summary>
    public RiskCategoryScore this[RiskCategory category] => Categories[(int)category];
}

/// <summary>Where an overall risk comes from.</summary>
public enum OverallRiskBasis
{
    /// <summary>The weighted mean of the assessed categories.</summary>
    Categories,

    /// <summary>A risk artifact states it.</summary>
    Artifact,

    /// <summary>Too little was assessed: there is none.</summary>
    TooLittleAssessed,
}

/// <summary>The risk in one category.</summary>
/// <param name="Category">Which one.</param>
/// <param name="Score">0 = none, 100 = worst; null when not assessed (see <paramref name="Reason"/>).</param>
/// <param name="Level">Its band; null with the score.</param>
/// <param name="Weight">Its share of all eight.</param>
/// <param name="Contribution">
/// Points it brings to <see cref="RiskAssessment.WeightedScore"/> after re-normalising over the assessed categories; 0 when not
/// assessed.
/// </param>
/// <param name="Confidence">How far its input carries it; 0 when not assessed.</param>
/// <param name="Reason">What the score rests on, or why there is none.</param>
/// <param name="Citations">What the artifact rests on, else the feeds whose data was used.</param>
/// <param name="ProbabilityNote">The artifact's own words about it; null when there are none.</param>
public sealed record RiskCategoryScore(
    RiskCategory Category,
    Score? Score,
    RiskLevel? Level,
    Weight Weight,
    double Contribution,
    Probability Confidence,
    RiskReason Reason,
    IReadOnlyList<string> Citations,
    string? ProbabilityNote);
