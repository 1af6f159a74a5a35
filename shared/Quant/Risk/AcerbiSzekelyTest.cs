using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Does an expected shortfall foresee both how often and how far losses go? (The second test, Z₂.)
/// <code>
/// Z₂ = 1 + Σ Xₜ·Iₜ / (n·α·ESₜ)          Iₜ = 1 where −Xₜ &gt; VaRₜ          0 expected; negative: losses beyond the model
/// </code>
/// Xₜ: profit, gains positive; VaRₜ, ESₜ: forecasts, losses positive; α = 1 − c; n: periods. The p-value is the share of simulated Z₂ at or
/// below the observed, in n periods of a model that is right: X/ES is then free of scale and only the number of its degrees of freedom
/// matters. At α = 2.5 %, n = 250 the critical values are about −0.7 (5 %) and −1.8 (0.01 %) for ν from 5 upwards. Assumes a mean of 0.
/// Source: C. Acerbi, B. Székely (2014), Backtesting expected shortfall, Risk 27.
/// </summary>
public static class AcerbiSzekelyTest
{
    private const int SamplesBetweenReports = 256;

    /// <summary>Z₂.</summary>
    /// <param name="profits">Xₜ, at least one, finite.</param>
    /// <param name="valuesAtRisk">VaRₜ, as many, finite.</param>
    /// <param name="shortfalls">ESₜ, as many, above 0.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">Lengths that differ, numbers that are not finite or a shortfall not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    /// <exception cref="ArithmeticException">A ratio is beyond what a double holds.</exception>
    public static double Statistic(
        ReadOnlySpan<double> profits, ReadOnlySpan<double> valuesAtRisk, ReadOnlySpan<double> shortfalls, double confidence)
    {
        Inputs.CheckConfidence(confidence);
        Inputs.CheckSeries(profits, 1, nameof(profits));
        Inputs.CheckSeries(shortfalls, 1, nameof(shortfalls));
        Inputs.CheckSameLength(profits.Length, shortfalls.Length, nameof(shortfalls));
        var hits = KupiecTest.Exceptions(profits, valuesAtRisk);
        var sum = 0.0;
        for (var t = 0; t < hits.Length; t++)
        {
            if (shortfalls[t] <= 0) throw new ArgumentException("A shortfall is above 0.", nameof(shortfalls));
            if (hits[t]) sum += profits[t] / shortfalls[t];
        }

        return Inputs.Finite(1 + (sum / (hits.Length * (1 - confidence))));
    }

    /// <summary>How probable a Z₂ this low is when the model is right: P(Z₂ ≤ statistic).</summary>
    /// <param name="statistic">The observed Z₂, finite.</param>
    /// <param name="periods">n, at least 1.</param>
    /// <param name="confidence">c, above 0.5 and below 1.</param>
    /// <param name="degreesOfFreedom">ν of the model's t distribution, above 2; infinite for a normal one.</param>
    /// <param name="samples">Simulated histories, at least 1; 10,000 is usual.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <param name="progress">Share of histories done.</param>
    /// <param name="cancellationToken">Stops between histories.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static double PValue(
        double statistic, int periods, double confidence, double degreesOfFreedom, int samples, ulong seed,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Inputs.CheckFinite(statistic, nameof(statistic));
        if (confidence is not (> 0.5 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence is above 0.5 and below 1.");
        if (periods < 1) throw new ArgumentOutOfRangeException(nameof(periods), periods, "There is at least one period.");
        if (samples < 1) throw new ArgumentOutOfRangeException(nameof(samples), samples, "There is at least one history.");
        if (!double.IsPositiveInfinity(degreesOfFreedom)) ParametricVar.CheckDegrees(degreesOfFreedom);
        var (share, draws, atMost) = (1 - confidence, new NormalDraws(seed), 0);
        var shortfall = double.IsPositiveInfinity(degreesOfFreedom)
            ? ParametricExpectedShortfall.Normal(0, 1, confidence)
            : ParametricExpectedShortfall.StudentT(0, 1, degreesOfFreedom, confidence);
        for (var sample = 0; sample < samples; sample++)
        {
            if (sample % SamplesBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)sample / samples);
            }

            var sum = 0.0;
            for (var t = 0; t < periods; t++)
            {
                // A uniform number below α is also the probability of the profit that it stands for.
                var u = draws.Uniform();
                if (u < share) sum += Profit(u, degreesOfFreedom) / shortfall;
            }

            if (1 + (sum / (periods * share)) <= statistic) atMost++;
        }

        progress?.Report(1);
        return (double)atMost / samples;
    }

    private static double Profit(double u, double degreesOfFreedom) => double.IsPositiveInfinity(degreesOfFreedom)
        ? ParametricVar.Quantile(u)
        : StudentTQuantile.Of(u, degreesOfFreedom) * Math.Sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
}
