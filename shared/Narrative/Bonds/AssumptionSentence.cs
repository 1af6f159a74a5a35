using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says what stood in for an absent input.</summary>
public static class AssumptionSentence
{
    /// <summary>The assumption as a sentence.</summary>
    public static string Of(ExitAssumption assumption) => assumption switch
    {
        ExitAssumption.TreatedAsUnrated => "The rating is not known, so the limits for bonds without a rating were used.",
        ExitAssumption.StrictestIssuerLimit => "The kind of issuer is not known, so the strictest limit was used.",
        ExitAssumption.TenorNotChecked => "The day of repayment is not known, so limits that depend on it were not checked.",
        ExitAssumption.NoPriceImpact => "The size of the visible bids is not known, so the price does not allow for the size of the sale.",
        _ => throw new ArgumentOutOfRangeException(nameof(assumption), assumption, "This assumption has no sentence."),
    };
}
