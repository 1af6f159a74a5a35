namespace LiquidityRisk.Quant.Performance;

/// <summary>How returns of several periods add up.</summary>
public enum Compounding
{
    /// <summary>Simple returns that compound: growth is the product of 1 + r.</summary>
    Geometric,

    /// <summary>Returns that add up: log returns, or profits on a constant stake.</summary>
    Arithmetic,
}

/// <summary>The conventions of performance figures, which differ between books.</summary>
/// <param name="PeriodsPerYear">f, above 0. 365 by default: markets that never close; 252 for daily returns of an exchange with trading days.</param>
/// <param name="Compounding">Geometric by default.</param>
/// <param name="Sample">True by default: deviations divide by n − 1; false: by n.</param>
public sealed record ReturnConvention(double PeriodsPerYear = 365, Compounding Compounding = Compounding.Geometric, bool Sample = true)
{
    /// <summary>365 periods a year, geometric, n − 1.</summary>
    public static ReturnConvention Standard { get; } = new();
}
