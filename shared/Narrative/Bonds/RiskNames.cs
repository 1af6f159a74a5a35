using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Names of categories and levels of risk in English.</summary>
internal static class RiskNames
{
    /// <summary>With a capital, to be followed by "risk".</summary>
    public static string Of(RiskCategory category) => category switch
    {
        RiskCategory.Liquidity => "Liquidity",
        RiskCategory.Credit => "Credit",
        RiskCategory.InterestRate => "Interest rate",
        RiskCategory.Refinancing => "Refinancing",
        RiskCategory.Leverage => "Leverage",
        RiskCategory.Governance => "Governance",
        RiskCategory.Legal => "Legal",
        RiskCategory.Esg => "ESG",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "This category has no name."),
    };

    /// <summary>In lower case.</summary>
    public static string Of(RiskLevel level) => level switch
    {
        RiskLevel.Low => "low",
        RiskLevel.Moderate => "moderate",
        RiskLevel.High => "high",
        RiskLevel.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "This level has no name."),
    };
}

/// <summary>Letters of ratings.</summary>
internal static class RatingName
{
    private static readonly CreditRating Strongest = CreditRating.TryParse("AAA", out var rating) ? rating : default;

    /// <summary>The letters a number of steps below AAA.</summary>
    public static string OfNotch(double notch) => Strongest.Downgrade((int)notch).ToString();
}
