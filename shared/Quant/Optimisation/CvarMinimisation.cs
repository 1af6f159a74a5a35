using System.Numerics.Tensors;
using LiquidityRisk.Quant.Risk;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Optimisation;

/// <summary>Weights and the shortfall that they have.</summary>
/// <param name="Weights">w, within the bounds, summing to 1.</param>
/// <param name="Shortfall">Expected shortfall of the scenarios, losses positive.</param>
/// <param name="Bound">No weights within the bounds have a shortfall below this: the proof that the answer is the best.</param>
public sealed record CvarPortfolio(IReadOnlyList<double> Weights, double Shortfall, double Bound);

/// <summary>
/// The weights of least expected shortfall (conditional value at risk) over scenarios.
/// <code>
/// minimise  ζ + Σ uₜ/(αn)      subject to  uₜ ≥ −rₜᵀw − ζ,  uₜ ≥ 0,  Σ wᵢ = 1,  l ≤ w ≤ u
/// bound:    min over w of −qᵀRw  for any tail weights  0 ≤ qₜ ≤ 1/(αn),  Σ qₜ = 1
/// </code>
/// rₜ: returns of the assets in scenario t, gains positive; n: scenarios; α = 1 − c. The least value is the fractional-tail shortfall of
/// <see cref="ExpectedShortfall"/>. Solved as a linear programme by a primal-dual interior point method until shortfall and bound agree to 1e-8 of the
/// largest return, usually to 1e-11. Sources: R. T. Rockafellar, S. Uryasev (2000), Optimization of conditional value-at-risk, Journal of
/// Risk 2; S. Mehrotra (1992), On the implementation of a primal-dual interior point method, SIAM Journal on Optimization 2.
/// </summary>
public static class CvarMinimisation
{
    private const double Proof = 1e-8;

    /// <summary>The weights, their shortfall and its bound.</summary>
    /// <param name="returns">One series per asset, all equally long, at least one finite number each.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="bounds">l and u.</param>
    /// <param name="progress">Share done, by the order of magnitude of the gap.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <exception cref="ArgumentException">Sizes that differ, no scenario or a number that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    /// <exception cref="ArithmeticException">Shortfall and bound did not meet.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static CvarPortfolio Of(
        IReadOnlyList<double[]> returns, double confidence, WeightBounds bounds, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var scale = Check(returns, confidence, bounds);
        if (scale == 0) return new(bounds.Inside(), 0, 0);
        var scaled = returns.Select(r => r.Select(v => v / scale).ToArray()).ToArray();
        var n = scaled[0].Length;
        var tail = Enumerable.Repeat(1.0 / n, n).ToArray();
        var weights = bounds.Inside();
        int[] free = [.. Enumerable.Range(0, bounds.Count).Where(i => weights[i] > bounds.Lower[i] && weights[i] < bounds.Upper[i])];
        if (free.Length > 0)
        {
            var solver = new CvarInteriorPoint(scaled, free, weights, bounds, 1 / ((1 - confidence) * n));
            solver.Solve(progress, cancellationToken);
            (weights, tail) = (bounds.Settle(solver.Weights), solver.Tail);
        }

        var shortfall = ExpectedShortfall.Historical(Profits(scaled, weights), confidence);
        var bound = Math.Min(shortfall, Bound(scaled, tail, (1 - confidence) * n, bounds));
        progress?.Report(1);
        return shortfall - bound <= Proof || free.Length == 0
            ? new(weights, shortfall * scale, bound * scale)
            : throw new ArithmeticException(FormattableString.Invariant($"Shortfall and bound are {(shortfall - bound) * scale} apart."));
    }

    private static double[] Profits(double[][] returns, double[] weights)
    {
        var profits = new double[returns[0].Length];
        for (var i = 0; i < weights.Length; i++) TensorPrimitives.MultiplyAdd(returns[i], weights[i], profits, profits);
        return profits;
    }

    // Tail weights are put within their limits exactly, then the best weights against them are greedy: the cheapest assets first.
    private static double Bound(double[][] returns, double[] tail, double size, WeightBounds bounds)
    {
        for (var round = 0; round < 20; round++)
        {
            for (var t = 0; t < tail.Length; t++) tail[t] = Math.Clamp(tail[t], 0, 1 / size);
            var sum = tail.Sum();
            if (Math.Abs(sum - 1) < 1e-15) break;
            for (var t = 0; t < tail.Length; t++) tail[t] /= sum;
        }

        double[] cost = [.. returns.Select(r => -TensorPrimitives.Dot<double>(r, tail))];
        int[] order = [.. Enumerable.Range(0, cost.Length).OrderBy(i => cost[i])];
        var (room, value) = (1 - bounds.LowerBounds.Sum(), 0.0);
        for (var i = 0; i < cost.Length; i++) value += bounds.Lower[i] * cost[i];
        foreach (var i in order)
        {
            var more = Math.Clamp(room, 0, bounds.Upper[i] - bounds.Lower[i]);
            (room, value) = (room - more, value + (more * cost[i]));
        }

        return value;
    }

    private static double Check(IReadOnlyList<double[]> returns, double confidence, WeightBounds bounds)
    {
        Inputs.CheckConfidence(confidence);
        Inputs.CheckSameLength(bounds.Count, returns.Count, nameof(returns));
        var scale = 0.0;
        foreach (var series in returns)
        {
            Inputs.CheckSeries(series, 1, nameof(returns));
            Inputs.CheckSameLength(returns[0].Length, series.Length, nameof(returns));
            scale = Math.Max(scale, Math.Abs(TensorPrimitives.MaxMagnitude<double>(series)));
        }

        return scale;
    }
}
