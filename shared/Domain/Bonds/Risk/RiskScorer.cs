using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Risk;

/// <summary>
/// Scores a bond's risk in eight categories. Where a risk artifact speaks about a category it wins, with its citations; else the
/// score is computed where market and reference data allow. What nobody can say is not assessed: the weights of the rest are scaled
/// to 1, <see cref="RiskAssessment.AssessedWeight"/> tells how much that was, and confidence falls. An overall score stated by
/// the artifact wins too; the weighted mean then stands beside it.
/// </summary>
public static class RiskScorer
{
    /// <summary>Scores.</summary>
    /// <param name="inputs">What is known about the bond.</param>
    /// <param name="liquidityIndex">Its liquidity index, high = liquid; null when none was computed.</param>
    /// <param name="now">The instant to speak for.</param>
    public static RiskAssessment Score(BondInputs inputs, LiquidityIndex? liquidityIndex, DateTimeOffset now)
    {
        var artifact = inputs.Risk?.Value;
        var findings = RiskCategories.All
            .Select(c => (Category: c, Weight: RiskCategories.WeightOf(c), Finding: FromArtifact(c, artifact, now) ?? ComputedRisk.Of(c, inputs, liquidityIndex, now)))
            .ToList();
        var assessed = findings.Where(f => f.Finding.Score is not null).Sum(f => f.Weight.Value);
        var categories = findings.ConvertAll(f => Weighed(f.Category, f.Weight, f.Finding, assessed));
        Score? weighted = assessed >= RiskModel.MinAssessedWeight - 1e-12
            ? Units.Score.Clamp(categories.Sum(c => c.Contribution))
            : null;
        var (overall, basis) = artifact?.OverallScore is { } stated
            ? (stated, OverallRiskBasis.Artifact)
            : (weighted, weighted is null ? OverallRiskBasis.TooLittleAssessed : OverallRiskBasis.Categories);
        var confidence = basis switch
        {
            OverallRiskBasis.Artifact => ArtifactConfidence(artifact!, now),
            OverallRiskBasis.Categories => categories.Sum(c => c.Weight.Value * c.Confidence.Value),
            _ => 0,
        };
        return new RiskAssessment(
            now,
            overall,
            overall is { } score ? RiskCategories.LevelOf(score) : null,
            basis,
            weighted,
            categories,
            new Weight(Math.Min(1, assessed)),
            new Probability(Math.Clamp(confidence, 0, 1)),
            [.. (artifact?.Categories ?? []).Select(c => c.Name).Where(n => RiskCategories.Named(n) is null)]);
    }

    /// <summary>What the artifact says about a category; of two entries the worse one counts.</summary>
    private static RiskFinding? FromArtifact(RiskCategory category, RiskArtifact? artifact, DateTimeOffset now)
    {
        var entry = artifact?.Categories.Where(c => RiskCategories.Named(c.Name) == category).MaxBy(c => c.Score);
        return entry is null
            ? null
            : new(
                entry.Score,
                ArtifactConfidence(artifact!, now),
                RiskReason.Of(
                    RiskReasonKind.Artifact,
                    new RiskFigure(RiskFigureKind.ArtifactConfidence, artifact!.Confidence.Value),
                    new RiskFigure(RiskFigureKind.ArtifactAgeDays, AgeDays(artifact, now))),
                entry.Citations,
                entry.ProbabilityNote);
    }

    private static double ArtifactConfidence(RiskArtifact artifact, DateTimeOffset now) =>
        artifact.Confidence.Value * Math.Pow(0.5, AgeDays(artifact, now) / RiskModel.ArtifactHalfLifeDays);

    private static double AgeDays(RiskArtifact artifact, DateTimeOffset now) => Math.Max(0, (now - artifact.AsOf).TotalDays);

    private static RiskCategoryScore Weighed(RiskCategory category, Weight weight, RiskFinding finding, double assessed) => new(
        category,
        finding.Score,
        finding.Score is { } score ? RiskCategories.LevelOf(score) : null,
        weight,
        finding.Score is { } points ? weight.Value * points.Value / assessed : 0,
        new Probability(Math.Clamp(finding.Confidence, 0, 1)),
        finding.Reason,
        finding.Citations,
        finding.Note);
}
