using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// One step of a variance that remembers the last surprise.
/// <code>
/// σ²ₜ₊₁ = ω + (α + γ·[εₜ &lt; 0])·εₜ² + β·σ²ₜ
/// </code>
/// ω: floor, return² a period; α: reaction; γ: additional reaction to a fall (0: plain GARCH(1,1)); β: memory; ε = r − μ.
/// Sources: T. Bollerslev (1986), Journal of Econometrics 31; L. Glosten, R. Jagannathan, D. Runkle (1993), Journal of Finance 48.
/// </summary>
/// <param name="Omega">ω, not negative.</param>
/// <param name="Alpha">α, not negative.</param>
/// <param name="Beta">β, not negative.</param>
/// <param name="Gamma">γ, α + γ not negative.</param>
public readonly record struct GarchRecursion(double Omega, double Alpha, double Beta, double Gamma = 0)
{
    /// <summary>The next variance.</summary>
    /// <param name="variance">σ²ₜ.</param>
    /// <param name="surprise">εₜ.</param>
    public double Next(double variance, double surprise) =>
        Omega + ((surprise < 0 ? Alpha + Gamma : Alpha) * surprise * surprise) + (Beta * variance);

    internal void Check()
    {
        Inputs.CheckNotNegative(Omega, nameof(Omega));
        Inputs.CheckNotNegative(Alpha, nameof(Alpha));
        Inputs.CheckNotNegative(Beta, nameof(Beta));
        Inputs.CheckNotNegative(Alpha + Gamma, nameof(Gamma));
    }
}
