using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>What each position adds to an expected shortfall.</summary>
/// <param name="Component">Mean loss of the position in the portfolio's tail, negative for a hedge; their sum is the shortfall.</param>
/// <param name="Total">The shortfall: the sum of the components, from first to last.</param>
public sealed record ShortfallContributions(IReadOnlyList<double> Component, double Total);

/// <summary>
/// Euler's split of the expected shortfall by historical simulation: each position's mean loss in the portfolio's worst periods.
/// <code>
/// ESᵢ = −Σ wₜ·xᵢₜ        wₜ: weight of period t in the portfolio's tail, Σ wₜ = 1 (<see cref="ExpectedShortfall"/>)
/// </code>
/// xᵢₜ: profit of position i in period t, gains positive. Periods of equal portfolio profit at the edge of the tail share its weight.
/// Losses are POSITIVE. Source: D. Tasche (2002), Expected shortfall and beyond, Journal of Banking and Finance 26.
/// </summary>
public static class ComponentExpectedShortfall
{
    /// <summary>Components of the shortfall, in the unit of the profits.</summary>
    /// <param name="profits">One series per position, all equally long, at least one finite number each.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">No position, lengths that differ, no period or a number that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    /// <exception cref="ArithmeticException">A portfolio profit is beyond what a double holds.</exception>
    public static ShortfallContributions Of(IReadOnlyList<double[]> profits, double confidence)
    {
        Inputs.CheckConfidence(confidence);
        if (profits.Count == 0) throw new ArgumentException("There is at least one position.", nameof(profits));
        foreach (var series in profits)
        {
            Inputs.CheckSeries(series, 1, nameof(profits));
            Inputs.CheckSameLength(profits[0].Length, series.Length, nameof(profits));
        }

        var portfolio = new double[profits[0].Length];
        for (var t = 0; t < portfolio.Length; t++)
        {
            foreach (var series in profits) portfolio[t] += series[t];
            Inputs.Finite(portfolio[t]);
        }

        var weights = TailWeights(portfolio, 1 - confidence);
        var (component, total) = (new double[profits.Count], 0.0);
        for (var i = 0; i < component.Length; i++)
        {
            for (var t = 0; t < weights.Length; t++) component[i] -= weights[t] * profits[i][t];
            total += component[i];
        }

        return new(component, Inputs.Finite(total));
    }

    private static double[] TailWeights(double[] portfolio, double share)
    {
        var (sorted, tail, weights) = ((double[])portfolio.Clone(), portfolio.Length * share, new double[portfolio.Length]);
        Array.Sort(sorted);
        var edge = sorted[Math.Clamp((int)Math.Ceiling(tail - WeightedHistoricalVar.Rounding) - 1, 0, sorted.Length - 1)];
        var (below, equal) = (sorted.Count(x => x < edge), sorted.Count(x => x.Equals(edge)));
        var left = Math.Max(0, tail - below) / equal;
        for (var t = 0; t < weights.Length; t++)
            weights[t] = portfolio[t] < edge ? 1 / tail : portfolio[t].Equals(edge) ? left / tail : 0;
        return weights;
    }
}
