using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// Exponentially weighted volatility (RiskMetrics): the forecast for the next period.
/// <code>
/// σ² = Σ λⁱ·r²ₜ₋ᵢ / Σ λⁱ      i = 0 … t − 1
/// </code>
/// r: return a period, mean taken as 0; λ: decay, 0.94 for daily returns. The weights of a finite history are divided by their sum, so that no
/// starting variance has to be guessed; far from the start this is σ²ₜ₊₁ = λ·σ²ₜ + (1 − λ)·r²ₜ. Volatility is in the unit of the returns,
/// a period; returns that are all 0 have volatility 0.
/// Source: J.P. Morgan/Reuters, RiskMetrics Technical Document (1996), table 5.1. Valid for one return and more.
/// </summary>
public static class EwmaVolatility
{
    /// <summary>RiskMetrics' decay for daily returns.</summary>
    public const double DailyLambda = 0.94;

    /// <summary>The volatility forecast for the period after the last return.</summary>
    /// <param name="returns">Returns in order of time, at least one.</param>
    /// <param name="lambda">Decay, between 0 and 1.</param>
    /// <exception cref="ArgumentException">No return, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Lambda does not lie between 0 and 1.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, double lambda = DailyLambda)
    {
        Observations.CheckFinite(returns, 1);
        Observations.CheckDecay(lambda);
        var scale = Largest(returns);
        if (scale == 0) return 0;
        var (sum, weights) = (0.0, 0.0);
        foreach (var value in returns) (sum, weights) = Next(sum, weights, value / scale, lambda);
        return Inputs.Finite(scale * Math.Sqrt(sum / weights));
    }

    /// <summary>After each return, the volatility forecast for the period that follows it.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static double[] Path(ReadOnlySpan<double> returns, double lambda = DailyLambda)
    {
        Observations.CheckFinite(returns, 1);
        Observations.CheckDecay(lambda);
        var path = new double[returns.Length];
        var scale = Largest(returns);
        if (scale == 0) return path;
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < path.Length; i++)
        {
            (sum, weights) = Next(sum, weights, returns[i] / scale, lambda);
            path[i] = Inputs.Finite(scale * Math.Sqrt(sum / weights));
        }

        return path;
    }

    private static (double Sum, double Weights) Next(double sum, double weights, double x, double lambda) =>
        ((lambda * sum) + (x * x), (lambda * weights) + 1);

    private static double Largest(ReadOnlySpan<double> returns)
    {
        var largest = 0.0;
        foreach (var value in returns) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
