using System.Numerics.Tensors;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>
/// Volume-weighted average price, Σ p·v/Σ v.
/// </summary>
/// <remarks>
/// p: price; v: volume in units. In price, between the least and the largest. Over a window of w: at each trade, of those in (t − w, t].
/// Source: S. Berkowitz, D. Logue and E. Noser (1988), The total cost of transactions on the NYSE, Journal of Finance 43. Valid where some volume is above 0.
/// </remarks>
public static class Vwap
{
    /// <summary>Of all trades.</summary>
    /// <param name="prices">p, finite, at least one.</param>
    /// <param name="volumes">v, finite, not negative, together above 0; as many.</param>
    /// <exception cref="ArgumentException">Numbers are not as described or lengths differ.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> prices, ReadOnlySpan<double> volumes) => Total(prices, volumes).Price;

    /// <summary>At each trade, of those within the window that ends with it; where these have no volume, the trade's own price.</summary>
    /// <param name="times">t, finite, not falling.</param>
    /// <param name="prices">p, finite; as many.</param>
    /// <param name="volumes">v, finite, not negative; as many.</param>
    /// <param name="window">w, above 0, in the unit of the times.</param>
    /// <param name="results">Where the averages go; as many.</param>
    /// <exception cref="ArgumentException">Numbers are not as described or lengths differ.</exception>
    /// <exception cref="ArithmeticException">A result is beyond what a double holds.</exception>
    public static void Rolling(
        ReadOnlySpan<double> times, ReadOnlySpan<double> prices, ReadOnlySpan<double> volumes, double window, Span<double> results)
    {
        Windows.CheckTimes(times, nameof(times));
        Inputs.CheckSeries(prices, 1, nameof(prices));
        Inputs.CheckSameLength(times.Length, prices.Length, nameof(prices));
        CheckVolumes(volumes, prices.Length);
        Inputs.CheckSameLength(times.Length, results.Length, nameof(results));
        Inputs.CheckPositive(window, nameof(window));
        var (value, volume, first) = (default(RunningSum), default(RunningSum), 0);
        for (var i = 0; i < times.Length; i++)
        {
            value.Add(prices[i] * volumes[i]);
            volume.Add(volumes[i]);
            for (; times[i] - times[first] >= window; first++)
            {
                value.Add(-prices[first] * volumes[first]);
                volume.Add(-volumes[first]);
            }

            // What is left of the sums once every trade with volume has gone is rounding.
            if (first == i) (value, volume) = (new(prices[i] * volumes[i]), new(volumes[i]));
            results[i] = Inputs.Finite(volume.Value > 0 ? value.Value / volume.Value : prices[i]);
        }
    }

    internal static (double Price, double Volume) Total(ReadOnlySpan<double> prices, ReadOnlySpan<double> volumes)
    {
        Inputs.CheckSeries(prices, 1, nameof(prices));
        CheckVolumes(volumes, prices.Length);
        var volume = Inputs.Finite(TensorPrimitives.Sum(volumes));
        if (!(volume > 0)) throw new ArgumentException("Some volume is above 0.", nameof(volumes));
        var price = 0.0;
        for (var i = 0; i < prices.Length; i++) price += prices[i] * (volumes[i] / volume);
        return (Inputs.Finite(price), volume);
    }

    private static void CheckVolumes(ReadOnlySpan<double> volumes, int count)
    {
        Inputs.CheckSeries(volumes, 1, nameof(volumes));
        Inputs.CheckSameLength(count, volumes.Length, nameof(volumes));
        foreach (var volume in volumes)
            if (volume < 0) throw new ArgumentException("A volume is not negative.", nameof(volumes));
    }
}
