using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>How the surprises of a variance model are distributed: mean 0, variance 1.</summary>
public enum Innovations
{
    /// <summary>Standard normal.</summary>
    Normal,

    /// <summary>Student's t, divided by its standard deviation √(ν/(ν − 2)); ν &gt; 2 degrees of freedom.</summary>
    StudentT,
}

/// <summary>
/// The parameters of a GARCH model, with or without leverage.
/// <code>
/// rₜ = μ + eₜ      eₜ = √hₜ·zₜ      hₜ = ω + Σ αᵢ·e²ₜ₋ᵢ + γ·e²ₜ₋₁·[eₜ₋₁ &lt; 0] + Σ βⱼ·hₜ₋ⱼ
/// </code>
/// Returns and μ are in one unit, ω in its square; α, β, γ have none.
/// </summary>
/// <param name="Mean">μ, the mean return a period.</param>
/// <param name="Omega">ω, above 0.</param>
/// <param name="Alpha">α₁ … α_q: what a squared surprise adds, not negative, at least one.</param>
/// <param name="Beta">β₁ … β_p: what remains of past variance, not negative; none makes it ARCH.</param>
/// <param name="Gamma">γ, what a fall adds on top of α₁; α₁ + γ is not negative; 0 without leverage.</param>
/// <param name="DegreesOfFreedom">ν of Student's t, above 2; null for normal surprises.</param>
public sealed record GarchParameters(
    double Mean, double Omega, ReadOnlyMemory<double> Alpha, ReadOnlyMemory<double> Beta, double Gamma = 0, double? DegreesOfFreedom = null)
{
    /// <summary>GARCH(1,1).</summary>
    public GarchParameters(double mean, double omega, double alpha, double beta, double gamma = 0, double? degreesOfFreedom = null)
        : this(mean, omega, new[] { alpha }, new[] { beta }, gamma, degreesOfFreedom)
    {
    }

    /// <summary>How much of a shock to variance is left after a period: Σα + γ/2 + Σβ. Below 1 the variance returns to <see cref="LongRunVariance"/>.</summary>
    public double Persistence => Sum(Alpha.Span) + (Gamma / 2) + Sum(Beta.Span);

    /// <summary>ω / (1 − persistence), the variance a period that forecasts tend to.</summary>
    /// <exception cref="ArithmeticException">Persistence is 1 or more: there is no such variance.</exception>
    public double LongRunVariance => Persistence < 1
        ? Inputs.Finite(Omega / (1 - Persistence))
        : throw new ArithmeticException("A model with a persistence of 1 or more has no long-run variance.");

    internal static void Check(GarchParameters parameters)
    {
        if (!double.IsFinite(parameters.Mean)) throw new ArgumentException("The mean is finite.", nameof(parameters));
        if (!double.IsFinite(parameters.Omega) || parameters.Omega <= 0) throw new ArgumentException("Omega is finite and above 0.", nameof(parameters));
        if (parameters.Alpha.Length == 0) throw new ArgumentException("At least one alpha is needed.", nameof(parameters));
        foreach (var a in parameters.Alpha.Span) if (!double.IsFinite(a) || a < 0) throw new ArgumentException("No alpha is negative.", nameof(parameters));
        foreach (var b in parameters.Beta.Span) if (!double.IsFinite(b) || b < 0) throw new ArgumentException("No beta is negative.", nameof(parameters));
        if (!double.IsFinite(parameters.Gamma) || parameters.Alpha.Span[0] + parameters.Gamma < 0) throw new ArgumentException("The first alpha and gamma sum to 0 or more.", nameof(parameters));
        if (parameters.DegreesOfFreedom is { } nu && !(double.IsFinite(nu) && nu > 2)) throw new ArgumentException("Degrees of freedom are finite and above 2.", nameof(parameters));
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
