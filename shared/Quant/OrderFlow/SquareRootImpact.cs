using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>
/// The square-root law: how far an order of many parts moves the price.
/// <code>
/// I(Q) = Y·σ·√(Q/V)        mean cost over its parts = (2/3)·I(Q)
/// </code>
/// Q: size of the whole order and V: volume of a period, in the same units; σ: volatility of that period, a fraction of the price; Y: about 1.
/// A cost, POSITIVE, as a fraction of the price. Source: B. Tóth et al. (2011), Anomalous price impact and the critical nature of liquidity in financial
/// markets, Physical Review X 1. Valid for Q from about 1e-4 to 0.1 of V; the law is not meant for orders larger than the period's volume.
/// </summary>
public static class SquareRootImpact
{
    /// <summary>Impact at the end of the order, a fraction of the price.</summary>
    /// <param name="coefficient">Y, not negative.</param>
    /// <param name="volatility">σ, not negative.</param>
    /// <param name="size">Q, not negative.</param>
    /// <param name="volume">V, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Of(double coefficient, double volatility, double size, double volume)
    {
        Inputs.CheckNotNegative(coefficient, nameof(coefficient));
        Inputs.CheckNotNegative(volatility, nameof(volatility));
        Inputs.CheckNotNegative(size, nameof(size));
        Inputs.CheckPositive(volume, nameof(volume));
        return Inputs.Finite(coefficient * (volatility * Math.Sqrt(Inputs.Finite(size / volume))));
    }

    /// <summary>Mean cost of the parts of the order, a fraction of the price.</summary>
    /// <inheritdoc cref="Of" path="/*[self::param or self::exception]"/>
    public static double MeanCost(double coefficient, double volatility, double size, double volume) =>
        Of(coefficient, volatility, size, volume) * 2 / 3;

    /// <summary>Y of observed orders, by least squares through the origin of impact on σ·√(Q/V); below 0 when prices moved against the orders' sign.</summary>
    /// <param name="impacts">Observed I, fractions, above 0 when the price moved against the trader.</param>
    /// <param name="volatilities">σ, not negative; as many.</param>
    /// <param name="sizes">Q, not negative; as many.</param>
    /// <param name="volumes">V, above 0; as many.</param>
    /// <exception cref="ArgumentException">No orders, lengths that differ, or a number outside of its range.</exception>
    /// <exception cref="ArithmeticException">Every σ·√(Q/V) is 0, or the result is beyond what a double holds.</exception>
    public static double Coefficient(
        ReadOnlySpan<double> impacts, ReadOnlySpan<double> volatilities, ReadOnlySpan<double> sizes, ReadOnlySpan<double> volumes)
    {
        Inputs.CheckSeries(impacts, 1, nameof(impacts));
        Inputs.CheckSameLength(impacts.Length, volatilities.Length, nameof(volatilities));
        Inputs.CheckSameLength(impacts.Length, sizes.Length, nameof(sizes));
        Inputs.CheckSameLength(impacts.Length, volumes.Length, nameof(volumes));
        var (sum, square) = (0.0, 0.0);
        for (var i = 0; i < impacts.Length; i++)
        {
            var unit = Of(1, volatilities[i], sizes[i], volumes[i]);
            sum += unit * impacts[i];
            square += unit * unit;
        }

        return square > 0 ? Inputs.Finite(sum / square) : throw new ArithmeticException("No order could have had an impact.");
    }
}
