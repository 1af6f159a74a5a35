using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>What a category's score means, in plain words. The words of the report that a score comes from go before ours.</summary>
public static class RiskNotes
{
    /// <summary>A category as a title, for example "Interest Rate Risk".</summary>
    public static string Title(RiskCategory category) =>
        category == RiskCategory.InterestRate ? "Interest Rate Risk" : RiskNames.Of(category) + " Risk";

    /// <summary>The note of a category.</summary>
    public static string ProbabilityNote(RiskCategoryScore risk)
    {
        if (!string.IsNullOrWhiteSpace(risk.ProbabilityNote)) return risk.ProbabilityNote;
        return risk is { Score: { } score, Level: { } level }
            ? $"{Basis(risk.Reason, score)} {Meaning(risk.Category, level)}"
            : Absence(risk.Reason.Kind);
    }

    private static string Basis(RiskReason reason, Score score) => reason.Kind switch
    {
        RiskReasonKind.Artifact => $"A risk report scores it {Figures.Whole(score)} of 100 (100 is worst).",
        RiskReasonKind.LiquidityIndex => $"Ease of sale scores {Say(reason, RiskFigureKind.LiquidityIndex)} of 100 (100 is best).",
        RiskReasonKind.Rating => $"The bond is rated {Say(reason, RiskFigureKind.RatingNotch)}.",
        RiskReasonKind.MarketYield =>
            $"At today's price the bond yields {Say(reason, RiskFigureKind.YieldPercent, "0.0")}% a year on a coupon of {Say(reason, RiskFigureKind.CouponPercent, "0.##")}%, which points to doubt about payment.",
        RiskReasonKind.RateShock => Shock(reason),
        RiskReasonKind.RateShockAtPar => $"{Shock(reason)} No price is known, so this is reckoned at face value.",
        RiskReasonKind.MaturityAndRating => Years(reason) is { } years
            ? $"The bond is rated {Say(reason, RiskFigureKind.RatingNotch)} and falls due in {years}."
            : $"The bond is rated {Say(reason, RiskFigureKind.RatingNotch)} and has no day of repayment.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, "This reason goes with no score."),
    };

    private static string Shock(RiskReason reason) =>
        $"If interest rates rose by {Figures.Text(RiskModel.RateShock * 100, "0.#")} percentage points, the price would fall by about {Say(reason, RiskFigureKind.ShockLossPercent, "0.0")}%.";

    private static string? Years(RiskReason reason) => Find(reason, RiskFigureKind.YearsToMaturity) switch
    {
        null => null,
        < 1 and var years => $"about {Figures.Text(Math.Max(1, years * 12), "0")} months",
        { } years => $"about {Figures.Text(years, "0.#")} years",
    };

    private static string Meaning(RiskCategory category, RiskLevel level) => category switch
    {
        RiskCategory.Liquidity => $"Trouble in selling is {Likelihood(level)}.",
        RiskCategory.Credit => $"A missed or late payment is {Likelihood(level)}.",
        RiskCategory.InterestRate => level switch
        {
            RiskLevel.Low => "The price moves little with interest rates.",
            RiskLevel.Moderate => "The price moves clearly with interest rates.",
            RiskLevel.High => "The price moves much with interest rates.",
            _ => "The price moves very much with interest rates.",
        },
        RiskCategory.Refinancing => $"Trouble in borrowing again to repay it is {Likelihood(level)}.",
        RiskCategory.Leverage => $"Trouble from the issuer's debts is {Likelihood(level)}.",
        RiskCategory.Governance => $"Harm from how the issuer is led is {Likelihood(level)}.",
        RiskCategory.Legal => $"Harm from laws or lawsuits is {Likelihood(level)}.",
        RiskCategory.Esg => $"Harm from how the issuer treats people and nature is {Likelihood(level)}.",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "This category has no meaning."),
    };

    private static string Likelihood(RiskLevel level) => level switch
    {
        RiskLevel.Low => "unlikely",
        RiskLevel.Moderate => "possible",
        RiskLevel.High => "a real prospect",
        RiskLevel.Critical => "likely",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "This level has no likelihood."),
    };

    private static string Absence(RiskReasonKind kind) => kind switch
    {
        RiskReasonKind.NoLiquidityIndex => "Not scored: too little of the market was seen.",
        RiskReasonKind.NoReferenceData => "Not scored: issuer, coupon and maturity are not known.",
        RiskReasonKind.NotRated => "Not scored: the bond has no rating, and its price does not tell.",
        RiskReasonKind.CouponUnknown => "Not scored: the coupon is not known or not fixed.",
        RiskReasonKind.Matured => "Not scored: the bond has already fallen due.",
        RiskReasonKind.NoYield => "Not scored: the price does not fit the bond's payments.",
        RiskReasonKind.NoArtifact => "Not scored: only a report could tell, and there is none.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This reason goes with a score."),
    };

    private static double? Find(RiskReason reason, RiskFigureKind kind) => reason.Figures.FirstOrDefault(f => f.Kind == kind)?.Value;

    private static string Say(RiskReason reason, RiskFigureKind kind, string format = "0") => Find(reason, kind) switch
    {
        null => throw new ArgumentException($"{reason.Kind} comes without {kind}.", nameof(reason)),
        { } notch when kind == RiskFigureKind.RatingNotch => RatingName.OfNotch(notch),
        { } index when kind == RiskFigureKind.LiquidityIndex => Figures.Whole(Score.Clamp(index)),
        { } figure => Figures.Text(figure, format),
    };
}
