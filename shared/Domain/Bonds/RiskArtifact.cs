using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>A risk assessment made elsewhere; where it speaks about a category it wins over what is computed here.</summary>
/// <param name="AsOf">When it was made.</param>
/// <param name="Categories">The categories it speaks about.</param>
/// <param name="OverallScore">Its overall risk, high = bad; null when it gives none.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record RiskArtifact(
    DateTimeOffset AsOf,
    IReadOnlyList<RiskArtifactCategory> Categories,
    Score? OverallScore,
    Probability Confidence);

/// <summary>One category of a risk artifact.</summary>
/// <param name="Name">The category's name.</param>
/// <param name="Score">Risk from 0 (none) to 100 (worst).</param>
/// <param name="ProbabilityNote">What the score means, in words.</param>
/// <param name="Citations">What it rests on.</param>
public sealed record RiskArtifactCategory(
    string Name, Score Score, string? ProbabilityNote, IReadOnlyList<string> Citations);
