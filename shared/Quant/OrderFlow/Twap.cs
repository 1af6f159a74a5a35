using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>
/// Time-weighted average price: (1/(b − a))·∫ p dt over (a, b], each price holding from its time to the next.
/// </summary>
/// <remarks>
/// In price, between the least and the largest. Of several prices at one time the last holds.
/// Source: R. Kissell (2006), The expanded implementation shortfall, Journal of Trading 1, for the benchmark. Valid where a price is known at a.
/// </remarks>
public static class Twap
{
    /// <summary>The average over a span of time.</summary>
    /// <param name="times">Finite, not falling.</param>
    /// <param name="prices">Finite; as many.</param>
    /// <param name="from">a, not before the first time.</param>
    /// <param name="to">b, above a; the last price holds until then.</param>
    /// <exception cref="ArgumentException">Numbers are not as described or lengths differ.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> times, ReadOnlySpan<double> prices, double from, double to)
    {
        Windows.CheckTimes(times, nameof(times));
        Inputs.CheckSeries(prices, 1, nameof(prices));
        Inputs.CheckSameLength(times.Length, prices.Length, nameof(prices));
        if (!double.IsFinite(from) || !double.IsFinite(to) || !(from >= times[0]) || !(to > from))
            throw new ArgumentException("The span is finite, not empty and does not begin before the first price.", nameof(from));
        var (sum, span) = (0.0, to - from);
        for (var i = 0; i < times.Length; i++)
        {
            var end = i + 1 < times.Length ? Math.Min(times[i + 1], to) : to;
            var held = end - Math.Max(times[i], from);
            if (held > 0) sum += prices[i] * (held / span);
        }

        return Inputs.Finite(sum);
    }
}
