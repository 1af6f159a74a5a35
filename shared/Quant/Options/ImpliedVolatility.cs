using LiquidityRisk.Quant.Statistics;
using MathNet.Numerics;

namespace LiquidityRisk.Quant.Options;

/// <summary>
/// The volatility at which a European option is worth its price: σ with V(σ) = price (see <see cref="BlackScholes"/>).
/// <code>
/// s = σ·√T solves β(x, s) = (price − intrinsic)/√(A·B),  x = −|ln(F/K)|
/// below the steepest point s_c = √(2|x|):  Newton on 1/ln β;   above it: on β, or on ln(e^(x/2) − β) once past half of the bound
/// </code>
/// The price rises with σ, so the answer is unique. Every Newton step stays inside a bracket, or is replaced by halving it. The three
/// objectives are nearly straight lines where they are used, far out of the money and near the bound too. Precision is what the price
/// determines: 1e-10 and better unless a change of σ by 1e-10 moves the price by less than its own rounding, as deep in the money.
/// Source: P. Jäckel (2006), By Implication, Wilmott 26; P. Jäckel (2015), Let's Be Rational, Wilmott 75, for the normalised form.
/// </summary>
public static class ImpliedVolatility
{
    private const int MaxSteps = 200;
    private const double Settled = 1e-9; // a Newton step of this size leaves an error of its square
    private const double Rounding = 4.0 / (1L << 52);

    /// <summary>σ a year, as a fraction, above 0.</summary>
    /// <param name="option">Terms and market; T above 0.</param>
    /// <param name="price">What the option costs per unit of the underlying.</param>
    /// <exception cref="ArgumentException">The option is neither call nor put.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number outside of its range; the price is below the discounted intrinsic value, or not below A (call) or B (put): arbitrage, no volatility.
    /// </exception>
    /// <exception cref="ArithmeticException">
    /// The price says nothing about volatility: T = 0, or a price within its rounding of the intrinsic value or of the upper bound.
    /// </exception>
    public static double Of(in EuropeanOption option, double price)
    {
        EuropeanOption.Check(option);
        Inputs.CheckFinite(price, nameof(price));
        var (a, b) = (option.UnderlyingWorth, option.StrikeWorth);
        var (intrinsic, bound) = (BlackScholes.Intrinsic(option), option.Type == OptionType.Call ? a : b);
        var noise = Rounding * (intrinsic > 0 ? Math.Max(a, b) : 0);
        if (price < intrinsic - noise) throw new ArgumentOutOfRangeException(nameof(price), price, $"The price is below the intrinsic value {intrinsic}.");
        if (price > bound * (1 + Rounding)) throw new ArgumentOutOfRangeException(nameof(price), price, $"The price is above the bound {bound}.");
        if (option.Years == 0 || price - intrinsic <= noise || bound - price <= Rounding * bound)
            throw new ArithmeticException("The price says nothing about volatility.");

        var unit = Math.Sqrt(a) * Math.Sqrt(b);
        var x = -Math.Abs(option.LogMoneyness);
        var deviation = Deviation(x, (price - intrinsic) / unit, (bound - price) / unit);
        return Inputs.Finite(deviation / Math.Sqrt(option.Years));
    }

    private static double Deviation(double x, double value, double lack)
    {
        if (x == 0 && value < 0.5) return 2 * Math.Sqrt(2) * SpecialFunctions.ErfInv(value);
        var steepest = Math.Sqrt(-2 * x);
        var valueThere = TimeValue.Of(x, steepest);
        if (value <= valueThere)
            return Solve(-x / Math.Sqrt(-2 * Math.Log(value) + x + 1), 0, steepest, s =>
            {
                var log = Math.Log(TimeValue.Of(x, s));
                return double.IsNegativeInfinity(log) ? (-1, double.PositiveInfinity) : (LogMiss(log, Math.Log(value)), LogSlope(x, s, log));
            });

        var start = steepest + ((value - valueThere) / TimeValue.Slope(x, steepest));
        var high = start;
        while (value < lack ? TimeValue.Of(x, high) < value : TimeValue.Lack(x, high) > lack) high = (2 * high) + 1;
        return value < lack
            ? Solve(start, steepest, high, s => (TimeValue.Of(x, s) - value, TimeValue.Slope(x, s)))
            : Solve(start, steepest, high, s =>
            {
                var lackHere = TimeValue.Lack(x, s);
                return lackHere == 0 ? (1, double.PositiveInfinity) : (Math.Log(lack / lackHere), TimeValue.Slope(x, s) / lackHere);
            });
    }

    // 1/ln β falls as β rises; turned round so that every objective rises with s.
    private static double LogMiss(double log, double target) => (log - target) / (log * target);

    private static double LogSlope(double x, double s, double log) => TimeValue.Slope(x, s) / Math.Exp(log) / (log * log);

    // The zero of a rising function between low and high.
    private static double Solve(double start, double low, double high, Func<double, (double Miss, double Slope)> objective)
    {
        var s = start > low && start < high ? start : low + ((high - low) / 2);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (miss, slope) = objective(s);
            if (miss == 0) return s;
            if (miss < 0) low = s;
            else high = s;
            var next = s - (miss / slope);
            var newton = next > low && next < high;
            if (!newton) next = low + ((high - low) / 2);
            if (Math.Abs(next - s) <= (newton ? Settled : 1e-15) * s) return next;
            s = next;
        }

        return s;
    }
}
