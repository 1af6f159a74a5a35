using LiquidityRisk.Quant.Statistics;
using MathNet.Numerics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>A likelihood ratio and how probable a larger one is when the model is right.</summary>
/// <param name="Statistic">−2 ln of the ratio, not negative.</param>
/// <param name="PValue">0 to 1; below 0.05 the model is refused at 95 %.</param>
public readonly record struct BacktestResult(double Statistic, double PValue)
{
    internal static BacktestResult Of(double statistic, int freedom)
    {
        var likelihood = Math.Max(0, statistic);
        return new(likelihood, likelihood > 0 ? SpecialFunctions.GammaUpperRegularized(freedom / 2.0, likelihood / 2) : 1);
    }
}

/// <summary>
/// Does a value at risk fail as often as it says? (Proportion of failures.)
/// <code>
/// LR = −2 ln [ (1 − p)^(n − x)·pˣ / ((1 − x/n)^(n − x)·(x/n)ˣ) ]        χ² with 1 degree of freedom
/// </code>
/// n: periods; x: periods whose loss exceeded the value at risk; p = 1 − confidence; 0·ln 0 = 0. Says nothing about bunching:
/// <see cref="ChristoffersenTest"/>. Weak below n of about 250. Source: P. Kupiec (1995), Techniques for verifying the accuracy of risk
/// measurement models, Journal of Derivatives 3.
/// </summary>
public static class KupiecTest
{
    /// <summary>The test.</summary>
    /// <param name="exceptions">x, 0 to n.</param>
    /// <param name="periods">n, at least 1.</param>
    /// <param name="confidence">Of the value at risk, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    public static BacktestResult Of(int exceptions, int periods, double confidence)
    {
        Check(exceptions, periods, confidence);
        var (x, n, p) = ((double)exceptions, (double)periods, 1 - confidence);
        var model = LogLikelihood(n - x, x, p);
        return BacktestResult.Of(2 * (LogLikelihood(n - x, x, x / n) - model), 1);
    }

    /// <summary>Periods whose loss is above the value at risk forecast for them.</summary>
    /// <param name="profits">Profit of each period, gains positive, finite.</param>
    /// <param name="valuesAtRisk">Forecast for each, losses positive, finite; as many.</param>
    /// <exception cref="ArgumentException">Lengths that differ or a number that is not finite.</exception>
    public static bool[] Exceptions(ReadOnlySpan<double> profits, ReadOnlySpan<double> valuesAtRisk)
    {
        Inputs.CheckSeries(profits, 0, nameof(profits));
        Inputs.CheckSeries(valuesAtRisk, 0, nameof(valuesAtRisk));
        Inputs.CheckSameLength(profits.Length, valuesAtRisk.Length, nameof(valuesAtRisk));
        var hits = new bool[profits.Length];
        for (var t = 0; t < hits.Length; t++) hits[t] = -profits[t] > valuesAtRisk[t];
        return hits;
    }

    internal static void Check(int exceptions, int periods, double confidence)
    {
        Inputs.CheckConfidence(confidence);
        if (periods < 1) throw new ArgumentOutOfRangeException(nameof(periods), periods, "There is at least one period.");
        if (exceptions < 0 || exceptions > periods) throw new ArgumentOutOfRangeException(nameof(exceptions), exceptions, "Exceptions are from 0 to the number of periods.");
    }

    internal static double LogLikelihood(double misses, double hits, double p) =>
        (misses > 0 ? misses * Math.Log(1 - p) : 0) + (hits > 0 ? hits * Math.Log(p) : 0);
}
