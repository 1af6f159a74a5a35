using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using LiquidityRisk.Quant.Statistics;
using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>
/// Volume-synchronised probability of informed trading: how one-sided the flow was, by the clock of volume.
/// <code>
/// trades are cut into buckets of V units;  VPIN = Σ |Vᴮ − Vˢ| / (n·V) over the last n buckets
/// bulk classification: Vᴮ = Σ vᵢ·Φ(ΔPᵢ/σ),  Vˢ = V − Vᴮ        known sides: vᵢ to the side of the taker
/// </code>
/// vᵢ: volume of a trade or bar; ΔPᵢ: change of price to it from the one before; σ: standard deviation of ΔP (n − 1); Φ: normal distribution.
/// 0: balanced; 1: all one side. A trade that overfills a bucket goes on in the next with the same share; the last, unfilled bucket is left out.
/// Source: D. Easley, M. López de Prado and M. O'Hara (2012), Flow toxicity and liquidity in a high-frequency world, Review of Financial Studies 25.
/// </summary>
public static class Vpin
{
    private const int MostBuckets = 10_000_000;

    /// <summary>VPIN at the end of each bucket from the n-th on, when the taker's side is known.</summary>
    /// <param name="volumes">v, not negative.</param>
    /// <param name="bought">True where the taker bought; as many.</param>
    /// <param name="bucket">V, above 0.</param>
    /// <param name="window">n, at least 1.</param>
    /// <returns>0 to 1 each; empty when fewer than n buckets fill.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a number is outside of its range, or more than 10 million buckets would fill.</exception>
    public static double[] FromSides(ReadOnlySpan<double> volumes, ReadOnlySpan<bool> bought, double bucket, int window)
    {
        Inputs.CheckSameLength(volumes.Length, bought.Length, nameof(bought));
        var shares = new double[volumes.Length];
        for (var i = 0; i < shares.Length; i++) shares[i] = bought[i] ? 1 : 0;
        return Of(volumes, shares, bucket, window);
    }

    /// <summary>VPIN at the end of each bucket from the n-th on, sides guessed from prices (bulk volume classification).</summary>
    /// <param name="prices">Last price of each bar, finite, at least 3; the first bar only gives the price to start from.</param>
    /// <param name="volumes">v of each bar, not negative; as many.</param>
    /// <param name="bucket">V, above 0.</param>
    /// <param name="window">n, at least 1.</param>
    /// <returns>0 to 1 each; empty when fewer than n buckets fill. A bar whose price did not change counts as half bought.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a number is outside of its range, or more than 10 million buckets would fill.</exception>
    /// <exception cref="ArithmeticException">Changes of prices are beyond what a double holds.</exception>
    public static double[] FromBulk(ReadOnlySpan<double> prices, ReadOnlySpan<double> volumes, double bucket, int window)
    {
        Inputs.CheckSeries(prices, 3, nameof(prices));
        Inputs.CheckSameLength(prices.Length, volumes.Length, nameof(volumes));
        var shares = new double[prices.Length - 1];
        TensorPrimitives.Subtract(prices[1..], prices[..^1], shares);
        var largest = Inputs.Finite(TensorPrimitives.MaxMagnitude(shares));
        if (largest == 0) largest = 1;
        TensorPrimitives.Divide(shares, Math.Abs(largest), shares);
        var mean = TensorPrimitives.Average(shares);
        var square = 0.0;
        foreach (var share in shares) square += (share - mean) * (share - mean);
        var deviation = Math.Sqrt(square / (shares.Length - 1));
        for (var i = 0; i < shares.Length; i++) shares[i] = shares[i] == 0 ? 0.5 : Normal.CDF(0, 1, shares[i] / deviation);
        return Of(volumes[1..], shares, bucket, window);
    }

    private static double[] Of(ReadOnlySpan<double> volumes, ReadOnlySpan<double> shares, double bucket, int window)
    {
        Inputs.CheckPositive(bucket, nameof(bucket));
        if (window < 1) throw new ArgumentOutOfRangeException(nameof(window), window, "A window has at least one bucket.");
        var imbalances = Imbalances(volumes, shares, bucket);
        var results = new double[Math.Max(0, imbalances.Count - window + 1)];
        var buckets = CollectionsMarshal.AsSpan(imbalances);
        for (var i = 0; i < results.Length; i++) results[i] = Math.Min(1, TensorPrimitives.Sum(buckets.Slice(i, window)) / window);
        return results;
    }

    // |bought − sold| of each full bucket as a share of it.
    private static List<double> Imbalances(ReadOnlySpan<double> volumes, ReadOnlySpan<double> shares, double bucket)
    {
        var buckets = new List<double>();
        var (filled, signed) = (0.0, 0.0);
        for (var i = 0; i < volumes.Length; i++)
        {
            if (!double.IsFinite(volumes[i]) || volumes[i] < 0) throw new ArgumentException("A volume is finite and not negative.", nameof(volumes));
            var (left, sign) = (volumes[i] / bucket, (2 * shares[i]) - 1);
            if (!(left + buckets.Count < MostBuckets)) throw new ArgumentException("More than 10 million buckets would fill.", nameof(bucket));
            while (filled + left >= 1)
            {
                buckets.Add(Math.Abs(signed + ((1 - filled) * sign)));
                left -= 1 - filled;
                (filled, signed) = (0, 0);
            }

            filled += left;
            signed += left * sign;
        }

        return buckets;
    }
}
