using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>What a GARCH model makes of a series of returns.</summary>
/// <param name="Residuals">e: returns less the mean.</param>
/// <param name="Variances">h: the variance of each period, known the period before; above 0.</param>
/// <param name="Standardised">z = e/√h.</param>
/// <param name="LogLikelihood">Σ ln f(eₜ | hₜ), in natural logarithms.</param>
/// <param name="NextVariance">The variance forecast for the period after the last return.</param>
public sealed record GarchPath(
    ReadOnlyMemory<double> Residuals, ReadOnlyMemory<double> Variances, ReadOnlyMemory<double> Standardised, double LogLikelihood, double NextVariance);

/// <summary>
/// Runs the variance recursion of <see cref="GarchParameters"/> over returns: the parameters are given, nothing is estimated.
/// <code>
/// hₜ = ω + Σ αᵢ·e²ₜ₋ᵢ + γ·e²ₜ₋₁·[eₜ₋₁ &lt; 0] + Σ βⱼ·hₜ₋ⱼ
/// </code>
/// Before the first return, h and e² are the mean of squared residuals, and e²·[e &lt; 0] is half of it.
/// Source: T. Bollerslev (1986), Generalized autoregressive conditional heteroskedasticity, Journal of Econometrics 31; start of the recursion as in
/// G. Fiorentini, G. Calzolari, L. Panattoni (1996), Analytic derivatives and the computation of GARCH estimates, Journal of Applied Econometrics 11.
/// </summary>
public static class GarchFilter
{
    /// <summary>Variances and standardised residuals of returns.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="returns">Returns in order of time, at least one, in the unit of the parameters.</param>
    /// <param name="startVariance">h and e² before the first return, above 0; null takes the mean of squared residuals.</param>
    /// <exception cref="ArgumentException">Parameters outside of their range, no return, one that is not finite, or a start not above 0.</exception>
    /// <exception cref="ArithmeticException">A variance is beyond what a double holds.</exception>
    public static GarchPath Run(GarchParameters parameters, ReadOnlySpan<double> returns, double? startVariance = null)
    {
        GarchParameters.Check(parameters);
        Observations.CheckFinite(returns, 1);
        if (startVariance is { } given && !(double.IsFinite(given) && given > 0))
            throw new ArgumentOutOfRangeException(nameof(startVariance), given, "A variance is finite and above 0.");

        var n = returns.Length;
        var (e, h, z) = (new double[n], new double[n], new double[n]);
        var start = 0.0;
        for (var t = 0; t < n; t++)
        {
            e[t] = returns[t] - parameters.Mean;
            start += e[t] * e[t] / n;
        }

        start = startVariance ?? start;
        var density = new InnovationDensity(parameters.DegreesOfFreedom);
        var sum = n * density.Constant;
        for (var t = 0; t < n; t++)
        {
            h[t] = Next(parameters, e, h, t, start);
            z[t] = e[t] / Math.Sqrt(h[t]);
            var u = z[t] * z[t];
            sum += density.Kernel(u, density.IsStudent ? Math.Log(density.Tail(u)) : 0) - (0.5 * Math.Log(h[t]));
        }

        return new(e, h, z, Inputs.Finite(sum), Next(parameters, e, h, n, start));
    }

    private static double Next(GarchParameters parameters, double[] e, double[] h, int t, double start)
    {
        var alpha = parameters.Alpha.Span;
        var beta = parameters.Beta.Span;
        var next = parameters.Omega;
        for (var i = 0; i < alpha.Length; i++) next += alpha[i] * (t > i ? e[t - 1 - i] * e[t - 1 - i] : start);
        for (var j = 0; j < beta.Length; j++) next += beta[j] * (t > j ? h[t - 1 - j] : start);
        if (t == 0) next += parameters.Gamma * start / 2;
        else if (e[t - 1] < 0) next += parameters.Gamma * e[t - 1] * e[t - 1];
        return Inputs.Finite(next);
    }
}
