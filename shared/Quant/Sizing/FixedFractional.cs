using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Sizing;

/// <summary>
/// The size at which a stopped-out trade costs a fixed share of wealth.
/// <code>
/// units = f·W / (|entry − stop| + c)
/// </code>
/// W: wealth in money; f: share of it put at risk; entry, stop: prices; c: cost of a unit in and out (spread, fees, expected slippage). A gap through the stop
/// loses more. Source: R. Vince (1990), Portfolio Management Formulas, ch. 2.
/// </summary>
public static class FixedFractional
{
    /// <summary>Units to buy (stop below the entry) or to sell (stop above), not negative.</summary>
    /// <param name="wealth">W, not negative.</param>
    /// <param name="fraction">f, above 0, at most 1.</param>
    /// <param name="entry">Price of entry, above 0.</param>
    /// <param name="stop">Price of the stop, not negative, not the entry.</param>
    /// <param name="costPerUnit">c in money, not negative.</param>
    /// <exception cref="ArgumentException">The stop is the entry.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Units(double wealth, double fraction, double entry, double stop, double costPerUnit = 0)
    {
        Inputs.CheckNotNegative(wealth, nameof(wealth));
        if (fraction is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction is above 0, at most 1.");
        Inputs.CheckPositive(entry, nameof(entry));
        Inputs.CheckNotNegative(stop, nameof(stop));
        Inputs.CheckNotNegative(costPerUnit, nameof(costPerUnit));
        if (stop.Equals(entry)) throw new ArgumentException("A stop at the entry puts nothing at risk.", nameof(stop));
        return Inputs.Finite(fraction * wealth / (Math.Abs(entry - stop) + costPerUnit));
    }
}
