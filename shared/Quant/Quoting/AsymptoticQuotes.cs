using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// The closed form that the quotes of <see cref="GueantLehalleFernandezTapia"/> tend to far from the end and from the bounds.
/// <code>
/// δᵇ = (1/γ)·ln(1 + γ/k) + ((2q+1)/2)·w        δᵃ = (1/γ)·ln(1 + γ/k) − ((2q−1)/2)·w
/// w = √( σ²·γ/(2kA)·(1 + γ/k)^(1 + k/γ) )
/// </code>
/// Symbols as in <see cref="GueantLehalleFernandezTapia"/>; w: price per lot. Spread: twice the first term + w, whatever q.
/// Source: as there, section 4 (Gaussian approximation of the eigenvector; good where w·k is well below 1). Valid for any inventory.
/// </summary>
public static class AsymptoticQuotes
{
    /// <summary>Bid and ask.</summary>
    /// <param name="mid">s, finite.</param>
    /// <param name="inventory">q.</param>
    /// <param name="aversion">γ.</param>
    /// <param name="variance">σ².</param>
    /// <param name="decay">k.</param>
    /// <param name="intensity">A.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mid is not finite.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static QuotePair Of(
        double mid, Inventory inventory, RiskAversion aversion, VarianceRate variance, FillDecay decay, FillIntensity intensity)
    {
        Inputs.CheckFinite(mid, nameof(mid));
        var width = Math.Sqrt(variance.Value * aversion.Value / (2 * decay.Value * FillRate(aversion, decay, intensity)));
        var half = AvellanedaStoikov.IntensityTerm(aversion, decay) + (width / 2);
        var centre = mid - (inventory.Lots * width);
        return new(Inputs.Finite(centre - half), Inputs.Finite(centre + half));
    }

    /// <summary>η = A·(1 + γ/k)^−(1 + k/γ), per time; A/e when γ is 0.</summary>
    internal static double FillRate(RiskAversion aversion, FillDecay decay, FillIntensity intensity)
    {
        var x = aversion.Value / decay.Value;
        return Inputs.Finite(intensity.Value * Math.Exp(-(1 + x) * AvellanedaStoikov.RelativeLog(x)));
    }
}
