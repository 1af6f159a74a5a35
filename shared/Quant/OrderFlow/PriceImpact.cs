using System.Numerics.Tensors;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>A line through changes of price against signed flow.</summary>
/// <param name="Slope">Price per unit of flow: Kyle's λ when flow is signed volume.</param>
/// <param name="SlopeError">Standard error of the slope (constant variance).</param>
/// <param name="Intercept">Change of price at no flow.</param>
/// <param name="RSquared">Share of the variance of changes that flow explains, 0 to 1; 1 when changes never vary.</param>
public readonly record struct PriceImpactFit(double Slope, double SlopeError, double Intercept, double RSquared);

/// <summary>
/// Kyle's λ: how much the price moves with each unit of signed flow, by least squares.
/// <code>
/// ΔP = α + λ·x + ε        λ = Σ (x − x̄)·(ΔP − ΔP̄)/Σ (x − x̄)²        s(λ)² = Σ ε²/(n − 2)/Σ (x − x̄)²
/// </code>
/// ΔP: change of price over an interval; x: volume bought less volume sold in it, or its <see cref="OrderFlowImbalance"/>. Above 0: buying raises prices;
/// 1/λ is depth. Source: A. S. Kyle (1985), Continuous auctions and insider trading, Econometrica 53; J. Hasbrouck (2007), Empirical Market
/// Microstructure, chapter 7. Valid for three intervals and more whose flows differ.
/// </summary>
public static class PriceImpact
{
    /// <summary>The line.</summary>
    /// <param name="changes">ΔP, finite, at least 3.</param>
    /// <param name="flows">x, finite; as many.</param>
    /// <exception cref="ArgumentException">Too few numbers, one that is not finite, or lengths that differ.</exception>
    /// <exception cref="ArithmeticException">Every flow is the same, or a result is beyond what a double holds.</exception>
    public static PriceImpactFit Fit(ReadOnlySpan<double> changes, ReadOnlySpan<double> flows)
    {
        Inputs.CheckSeries(changes, 3, nameof(changes));
        Inputs.CheckSeries(flows, 3, nameof(flows));
        Inputs.CheckSameLength(changes.Length, flows.Length, nameof(flows));
        var (ys, xs) = (Scale(changes), Scale(flows));
        var (n, xMean, yMean) = (changes.Length, 0.0, 0.0);
        for (var i = 0; i < n; i++) (xMean, yMean) = (xMean + (flows[i] / xs / n), yMean + (changes[i] / ys / n));
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var (x, y) = ((flows[i] / xs) - xMean, (changes[i] / ys) - yMean);
            (xx, xy, yy) = (xx + (x * x), xy + (x * y), yy + (y * y));
        }

        if (!(xx > 1e-28 * n)) throw new ArithmeticException("Every flow is the same.");
        var slope = xy / xx;
        var residual = Math.Max(0, yy - (slope * xy));
        var error = Math.Sqrt(residual / (n - 2) / xx);
        return new(
            Inputs.Finite(slope / xs * ys),
            Inputs.Finite(error / xs * ys),
            Inputs.Finite((yMean - (slope * xMean)) * ys),
            yy > 1e-28 * n ? Math.Clamp(1 - (residual / yy), 0, 1) : 1);
    }

    private static double Scale(ReadOnlySpan<double> values)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(values));
        return largest > 0 ? largest : 1;
    }
}
