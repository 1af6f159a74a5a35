namespace LiquidityRisk.Flows.Bonds;

/// <summary>Who reads, which decides what is left out.</summary>
public enum Audience
{
    /// <summary>Without details of the market maker, contributions and internal figures.</summary>
    Retail,

    /// <summary>Everything.</summary>
    Professional,
}
