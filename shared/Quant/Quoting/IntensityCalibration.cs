using System.Numerics.Tensors;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// A and k of λ(δ) = A·e^(−kδ) from what a dealer's own quotes met, by maximum likelihood.
/// <code>
/// ln L = Σ nᵢ·(ln A − k·δᵢ) − A·Σ τᵢ·e^(−k·δᵢ)
/// A(k) = Σ nᵢ / Σ τᵢ·e^(−k·δᵢ)        k: Σ nᵢ·δᵢ/Σ nᵢ = Σ δᵢ·τᵢ·e^(−k·δᵢ)/Σ τᵢ·e^(−k·δᵢ)
/// </code>
/// δ: distance of the quote from the mid, in price; τ: time it was exposed; n: its fills (0: the waiting time is cut off, censored; 1: it ended in a fill).
/// The right side falls in k, so k is unique. Standard errors: inverse of the observed information.
/// Source: D. R. Cox and D. Oakes (1984), Analysis of Survival Data, chapter 3; P. McCullagh and J. A. Nelder (1989), Generalized Linear Models,
/// chapter 6 (the same likelihood as a Poisson regression on δ with offset ln τ). Valid when fills are independent given the distance and happen at more than one distance or beside unfilled ones on both sides.
/// </summary>
public static class IntensityCalibration
{
    private const int MaxSteps = 200;

    /// <summary>The estimate from exposures of quotes; those at one distance may be summed.</summary>
    /// <param name="distances">δ, finite; below 0 is beyond the mid.</param>
    /// <param name="exposures">τ, above 0.</param>
    /// <param name="fills">n, not negative.</param>
    /// <exception cref="ArgumentException">No quotes, lengths that differ, a number outside of its range.</exception>
    /// <exception cref="ArithmeticException">
    /// No fills, one distance only, every fill at the least or the largest distance (k is not bounded), or fills that do not fall with distance.
    /// </exception>
    public static FillModel FromExposures(ReadOnlySpan<double> distances, ReadOnlySpan<double> exposures, ReadOnlySpan<int> fills)
    {
        Check(distances, exposures, fills);
        var (count, sum, nearest, farthest) = (0L, 0.0, double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < distances.Length; i++)
        {
            count += fills[i];
            sum += fills[i] * distances[i];
            (nearest, farthest) = (Math.Min(nearest, distances[i]), Math.Max(farthest, distances[i]));
        }

        if (count == 0) throw new ArithmeticException("There are no fills.");
        var mean = Inputs.Finite(sum / count);
        var range = Inputs.Finite(farthest - nearest);
        if (!(mean - nearest > 1e-12 * range) || !(farthest - mean > 1e-12 * range))
            throw new ArithmeticException("Fills at one end of the distances only do not bound the decay.");

        var view = new View(distances, exposures, mean, range);
        var decay = Root(view);
        if (!(decay > 0)) throw new ArithmeticException("Fills do not become rarer with distance.");
        var (weight, _, variance) = view.Moments(decay);
        return Model(count, decay, mean / range, range, Inputs.Finite(weight * view.Longest), variance);
    }

    // Newton on the mean distance under weights τ·e^(−kδ), kept between the ends of a bracket that halves when a step leaves it.
    private static double Root(View view)
    {
        var (low, high, k) = (double.NegativeInfinity, double.PositiveInfinity, 0.0);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (_, miss, variance) = view.Moments(k);
            if (Math.Abs(miss) <= 1e-15) return k;
            if (miss > 0) low = k;
            else high = k;
            var next = k + Math.Clamp(miss / variance, -8, 8);
            if (!(next > low && next < high)) next = double.IsFinite(low + high) ? (low + high) / 2 : k + (Math.Sign(miss) * 8);
            if (next == k || !double.IsFinite(next)) return k;
            k = next;
        }

        return k;
    }

    private static FillModel Model(long count, double decay, double mean, double range, double weight, double variance)
    {
        // About the mean distance the information of ln A − k·mean and k is diagonal: n and n·variance.
        var decayVariance = 1 / (count * variance);
        var logVariance = (1.0 / count) + (mean * mean * decayVariance);
        var a = Inputs.Finite(count / weight * Math.Exp(decay * mean));
        return new(
            new(a),
            new(Inputs.Finite(decay / range)),
            Inputs.Finite(a * Math.Sqrt(logVariance)),
            Inputs.Finite(Math.Sqrt(decayVariance) / range),
            Inputs.Finite(mean * decayVariance / range),
            Inputs.Finite((count * Math.Log(count / weight)) - count));
    }

    private static void Check(ReadOnlySpan<double> distances, ReadOnlySpan<double> exposures, ReadOnlySpan<int> fills)
    {
        Inputs.CheckSeries(distances, 1, nameof(distances));
        Inputs.CheckSeries(exposures, 1, nameof(exposures));
        Inputs.CheckSameLength(distances.Length, exposures.Length, nameof(exposures));
        Inputs.CheckSameLength(distances.Length, fills.Length, nameof(fills));
        foreach (var exposure in exposures)
            if (!(exposure > 0)) throw new ArgumentException("An exposure is above 0.", nameof(exposures));
        foreach (var fill in fills)
            if (fill < 0) throw new ArgumentException("Fills are not negative.", nameof(fills));
    }

    /// <summary>Distances from the mean of the fills over their range, exposures over the longest: numbers about 1 whatever the units.</summary>
    private readonly ref struct View(ReadOnlySpan<double> distances, ReadOnlySpan<double> exposures, double mean, double range)
    {
        private readonly ReadOnlySpan<double> _distances = distances;
        private readonly ReadOnlySpan<double> _exposures = exposures;

        public double Longest { get; } = TensorPrimitives.Max(exposures);

        /// <summary>Σ τ·e^(−kz), and mean and variance of z under these weights.</summary>
        public (double Weight, double Mean, double Variance) Moments(double k)
        {
            var (weight, first, second) = (0.0, 0.0, 0.0);
            for (var i = 0; i < _distances.Length; i++)
            {
                var z = (_distances[i] - mean) / range;
                var w = _exposures[i] / Longest * Math.Exp(-k * z);
                weight += w;
                first += w * z;
                second += w * z * z;
            }

            first = Inputs.Finite(first / weight);
            return (Inputs.Finite(weight), first, Inputs.Finite((second / weight) - (first * first)));
        }
    }
}
