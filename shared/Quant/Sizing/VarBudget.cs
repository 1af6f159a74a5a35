using LiquidityRisk.Quant.Risk;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Sizing;

/// <summary>
/// The largest change of one position that keeps the portfolio's value at risk within a budget.
/// <code>
/// z·√( (e + x·1ᵢ)ᵀΣ(e + x·1ᵢ) ) ≤ B   ⇔   Σᵢᵢx² + 2(Σe)ᵢx + eᵀΣe ≤ (B/z)²            the roots are the ends of the room for x
/// alone:  |x| ≤ B / (z·√Σᵢᵢ)
/// </code>
/// e: exposures in money; Σ: covariance of returns over the horizon; z: normal quantile of the confidence, mean 0; B: budget in money, losses POSITIVE. A
/// hedge can have room where another position has none. Source: P. Jorion (2006), Value at Risk, 3rd ed., §16.2.
/// </summary>
public static class VarBudget
{
    /// <summary>The least and largest x, in money.</summary>
    /// <param name="exposures">e, one per asset, at least one, finite; all 0 for a position alone.</param>
    /// <param name="covariance">Σ, symmetric, positive semi-definite.</param>
    /// <param name="asset">i, the position that changes.</param>
    /// <param name="budget">B, above 0.</param>
    /// <param name="confidence">Above 0.5 and below 1.</param>
    /// <exception cref="ArgumentException">Sizes that differ, numbers that are not finite, or Σ not symmetric and positive semi-definite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An asset, budget or confidence outside of its range.</exception>
    /// <exception cref="ArithmeticException">The asset has no risk, so the budget sets no limit; or no change of it brings the portfolio within the budget.</exception>
    public static (double Least, double Largest) Room(ReadOnlySpan<double> exposures, double[,] covariance, int asset, double budget, double confidence)
    {
        ComponentVar.Check(exposures, covariance, confidence, []);
        if (confidence <= 0.5) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence is above 0.5.");
        if (asset < 0 || asset >= exposures.Length) throw new ArgumentOutOfRangeException(nameof(asset), asset, "There is no such asset.");
        Inputs.CheckPositive(budget, nameof(budget));
        var (product, deviation) = ComponentVar.Deviation(exposures, covariance);
        var (variance, half) = (covariance[asset, asset], product[asset]);
        if (variance <= 0) throw new ArithmeticException("A position without risk is not limited by the budget.");
        var limit = budget / ParametricVar.Quantile(confidence);
        var discriminant = (half * half) + (variance * (limit - deviation) * (limit + deviation));
        if (!(discriminant >= 0)) throw new ArithmeticException("No change of this position brings the portfolio within the budget.");
        var root = Math.Sqrt(discriminant);
        return (Inputs.Finite((-half - root) / variance), Inputs.Finite((root - half) / variance));
    }
}
