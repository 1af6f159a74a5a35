using LiquidityRisk.Quant.Optimisation;
using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>
/// Engle's dynamic conditional correlations, DCC(1,1), in two steps.
/// <code>
/// 1.  zᵢ = standardised residuals of a GARCH(1,1) for each asset
/// 2.  Qₜ = (1 − a − b)·R̄ + a·zₜ₋₁·zₜ₋₁ᵀ + b·Qₜ₋₁      Rₜ = diag(Qₜ)^−½·Qₜ·diag(Qₜ)^−½      Q₁ = R̄
/// </code>
/// R̄: uncentred correlations of z (correlation targeting); a, b ≥ 0 with a + b &lt; 1 by construction, so that Rₜ is positive definite whenever R̄ is.
/// a, b maximise −½·Σ (ln|Rₜ| + zₜᵀ·Rₜ⁻¹·zₜ − zₜᵀ·zₜ), found by quasi-Newton steps on differences of the likelihood.
/// Source: R. Engle (2002), Dynamic conditional correlation, Journal of Business and Economic Statistics 20. Sensible from about 500 observations.
/// </summary>
public static class Dcc
{
    private const double Step = 1e-4;

    private static readonly (double A, double B)[] Starts = [(0.02, 0.95), (0.05, 0.9), (0.1, 0.7), (0.05, 0.4)];

    /// <summary>The model that makes the returns likeliest.</summary>
    /// <param name="returns">One series an asset, two assets or more, equally long, at least 50 returns.</param>
    /// <param name="innovations">Distribution of surprises in the first step.</param>
    /// <param name="progress">Told the share of the work that is done, at least.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">Fewer than two assets, fewer than 50 returns, lengths that differ, or a return that is not finite.</exception>
    /// <exception cref="ArithmeticException">An asset does not vary, or assets are mixes of others: their correlation is singular.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static DccFit Fit(
        IReadOnlyList<double[]> returns,
        Innovations innovations = Innovations.Normal,
        IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        if (returns.Count < 2) throw new ArgumentException("At least two assets are needed.", nameof(returns));
        AssetReturns.Check(returns, 50);
        var volatilities = new GarchFit[returns.Count];
        for (var i = 0; i < volatilities.Length; i++)
        {
            volatilities[i] = Garch.Fit(returns[i], innovations: innovations, cancel: cancel);
            progress?.Report(0.5 * (i + 1) / volatilities.Length);
        }

        var z = volatilities.Select(v => v.Path.Standardised.ToArray()).ToArray();
        var recursion = new DccRecursion(z, cancel);
        var minimum = QuasiNewton.Minimise((x, g) => Objective(recursion, x, g), Best(recursion), 1e-8, 200, Half(progress), cancel);
        var (a, b) = Weights(minimum.X);
        var value = recursion.LogLikelihood(a, b);
        progress?.Report(1);
        return new(
            a, b, recursion.Target, value, volatilities, recursion.Last, recursion.Next, minimum.Slope < 1e-6 && volatilities.All(v => v.Converged));
    }

    /// <summary>Rₜ of each period that the model was fitted to, the forecast for the next one last.</summary>
    /// <param name="fit">The model.</param>
    public static IReadOnlyList<double[,]> Path(DccFit fit) =>
        new DccRecursion([.. fit.Volatilities.Select(v => v.Path.Standardised.ToArray())], CancellationToken.None).Path(fit.A, fit.B);

    private static double Objective(DccRecursion recursion, ReadOnlySpan<double> x, Span<double> gradient)
    {
        Span<double> moved = stackalloc double[2];
        for (var i = 0; i < 2; i++)
        {
            x.CopyTo(moved);
            moved[i] = x[i] + Step;
            var above = Value(recursion, moved);
            moved[i] = x[i] - Step;
            gradient[i] = (above - Value(recursion, moved)) / (2 * Step);
        }

        return Value(recursion, x);
    }

    private static double Value(DccRecursion recursion, ReadOnlySpan<double> x)
    {
        if (!(Math.Abs(x[0]) < 40 && Math.Abs(x[1]) < 40)) return double.PositiveInfinity;
        var (a, b) = Weights(x);
        return -recursion.LogLikelihood(a, b) / recursion.Length;
    }

    private static double[] Best(DccRecursion recursion)
    {
        var (a, b) = Starts.MaxBy(s => recursion.LogLikelihood(s.A, s.B));
        return [Math.Log(a / (1 - a - b)), Math.Log(b / (1 - a - b))];
    }

    private static (double A, double B) Weights(ReadOnlySpan<double> x)
    {
        var (a, b) = (Math.Exp(x[0]), Math.Exp(x[1]));
        return (a / (1 + a + b), b / (1 + a + b));
    }

    private static IProgress<double>? Half(IProgress<double>? progress) => progress is null ? null : new SecondHalf(progress);

    private sealed class SecondHalf(IProgress<double> whole) : IProgress<double>
    {
        public void Report(double value) => whole.Report(0.5 + (value / 2));
    }
}
