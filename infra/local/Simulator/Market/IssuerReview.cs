using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>
/// What analysts think of an issuer in the four categories that no market data speaks about. Each score wanders a little from review
/// to review; all bonds of an issuer share them.
/// </summary>
internal sealed class IssuerReview
{
    private static readonly Subject[] Subjects =
    [
        new("leverage", 42, "Annual report", ["Debt is small against earnings.", "Debt is usual for this line of business.", "Debt is large against earnings."]),
        new("governance", 32, "Corporate governance report", ["Most directors are independent.", "Some directors have ties to the owners.", "Few directors are independent."]),
        new("legal", 28, "Register of court cases", ["No large case is open.", "A case is open that could cost a year's profit.", "Several large cases are open."]),
        new("esg", 38, "Sustainability report", ["Most targets are met.", "Some targets are missed.", "Most targets are missed."]),
    ];

    private readonly Dice _dice;
    private readonly double[] _scores;
    private readonly Probability _confidence;

    public IssuerReview(Dice dice)
    {
        _dice = dice;
        _scores = [.. Subjects.Select(s => Bounded(s.Usual + (16 * dice.Normal())))];
        _confidence = new Probability(Math.Round(0.7 + (0.25 * dice.Share()), 2));
    }

    /// <summary>Looks again: every score moves by some points.</summary>
    public void Renew()
    {
        for (var i = 0; i < _scores.Length; i++) _scores[i] = Bounded(_scores[i] + (4 * _dice.Normal()));
    }

    /// <summary>The review as an artifact. It states no overall score, so that the categories of the market count too.</summary>
    public RiskArtifactPayload Write(DateTimeOffset now) => new(new RiskSummaryPayload(
        Isin: null,
        now,
        [.. Subjects.Select((subject, i) => Category(subject, new Score(Math.Round(_scores[i], 1)), now.Year - 1))],
        OverallScore: null,
        _confidence));

    private static RiskCategoryPayload Category(Subject subject, Score score, int year)
    {
        var level = RiskCategories.LevelOf(score);
        return new(
            subject.Name,
            score,
            level.ToString().ToLowerInvariant(),
            subject.Notes[Math.Min((int)level, subject.Notes.Count - 1)],
            [FormattableString.Invariant($"{subject.Document} {year} (simulated)")]);
    }

    private static double Bounded(double score) => Math.Clamp(score, 2, 95);

    private sealed record Subject(string Name, double Usual, string Document, IReadOnlyList<string> Notes);
}
