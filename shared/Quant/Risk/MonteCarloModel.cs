namespace LiquidityRisk.Quant.Risk;

/// <summary>A family of distributions.</summary>
public enum Shape
{
    /// <summary>Gaussian.</summary>
    Normal,

    /// <summary>Student-t with the degrees of freedom of the model.</summary>
    StudentT,
}

/// <summary>How <see cref="MonteCarloVar"/> draws returns. Equal shapes give the multivariate normal or t distribution.</summary>
/// <param name="Copula">How assets depend on each other; a t copula lets extremes come together.</param>
/// <param name="Marginal">How one asset is distributed, scaled to its variance.</param>
/// <param name="DegreesOfFreedom">ν of either t, above 2, at most 1e6; not read when both shapes are normal.</param>
public readonly record struct MonteCarloModel(Shape Copula = Shape.Normal, Shape Marginal = Shape.Normal, double DegreesOfFreedom = 5);
