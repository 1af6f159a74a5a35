using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Risk;

/// <summary>The eight categories of bond risk. All scores: 0 = no risk, 100 = worst.</summary>
public enum RiskCategory
{
    /// <summary>Selling takes long or costs much.</summary>
    Liquidity,

    /// <summary>The issuer does not pay.</summary>
    Credit,

    /// <summary>Yields rise and the price falls.</summary>
    InterestRate,

    /// <summary>The issuer cannot borrow again when the bond falls due.</summary>
    Refinancing,

    /// <summary>The issuer owes much for what it earns.</summary>
    Leverage,

    /// <summary>The issuer is badly led or controlled.</summary>
    Governance,

    /// <summary>Law, regulation or litigation.</summary>
    Legal,

    /// <summary>Environment, society and governance factors.</summary>
    Esg,
}

/// <summary>Bands of a risk score.</summary>
public enum RiskLevel
{
    /// <summary>Below 40.</summary>
    Low,

    /// <summary>40 to below 60.</summary>
    Moderate,

    /// <summary>60 to below 80.</summary>
    High,

    /// <summary>80 and above.</summary>
    Critical,
}

/// <summary>What is fixed about the categories: weights, bands and names.</summary>
public static class RiskCategories
{
    /// <summary>All eight, heaviest first.</summary>
    public static IReadOnlyList<RiskCategory> All { get; } = Enum.GetValues<RiskCategory>();

    /// <summary>Share of the overall score; the eight sum to 1.</summary>
    public static Weight WeightOf(RiskCategory category) => new(category switch
    {
        RiskCategory.Liquidity or RiskCategory.Credit => 0.25,
        RiskCategory.InterestRate => 0.15,
        RiskCategory.Refinancing or RiskCategory.Leverage => 0.10,
        RiskCategory.Governance or RiskCategory.Legal or RiskCategory.Esg => 0.05,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Unknown risk category."),
    });

    /// <summary>Low below 40, moderate from 40, high from 60, critical from 80.</summary>
    public static RiskLevel LevelOf(Score risk) => risk.Value switch
    {
        >= 80 => RiskLevel.Critical,
        >= 60 => RiskLevel.High,
        >= 40 => RiskLevel.Moderate,
        _ => RiskLevel.Low,
    };

    /// <summary>
    /// The category that a name means, whatever its case, spacing, hyphens or underscores, with or without a trailing "risk"
    /// ("Interest Rate Risk", "interest_rate"); null when it means none.
    /// </summary>
    public static RiskCategory? Named(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetter));
        const string suffix = "risk";
        if (letters.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) letters = letters[..^suffix.Length];
        foreach (var category in All)
            if (string.Equals(category.ToString(), letters, StringComparison.OrdinalIgnoreCase)) return category;
        return null;
    }
}
