namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// What payments are worth at a yield.
/// <code>
/// P(y) = Σ cₖ · (1 + y/f)^(−f·tₖ)
/// </code>
/// P: dirty price per 100 of face; cₖ: payment per 100 of face; tₖ: years; y: yield a year, compounded f times, as a fraction
/// (0.05 = 5 %). Valid for y above −f. Source: ICMA rule 803 (street convention, compounding also in the last period).
/// </summary>
public static class DiscountFactors
{
    /// <summary>The dirty price per 100 of face.</summary>
    /// <param name="times">Years to each payment, above 0.</param>
    /// <param name="amounts">Payments, not negative, at least one above 0; as many as times.</param>
    /// <param name="yield">Yield a year as a fraction, above −frequency.</param>
    /// <param name="frequency">Compounding periods a year: 1 or 2.</param>
    /// <exception cref="ArgumentException">The payments are not as described.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The yield or the frequency is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The price is beyond what a double holds.</exception>
    public static double Price(ReadOnlySpan<double> times, ReadOnlySpan<double> amounts, double yield, int frequency)
    {
        CheckPayments(times, amounts);
        return Sum(times, amounts, Continuous(yield, frequency)).Price;
    }

    /// <summary>The continuously compounded rate that equals a yield: f·ln(1 + y/f).</summary>
    internal static double Continuous(double yield, int frequency)
    {
        CheckFrequency(frequency);
        if (!double.IsFinite(yield) || yield <= -frequency)
            throw new ArgumentOutOfRangeException(nameof(yield), yield, "A yield is finite and above minus the frequency.");
        return frequency * Math.Log(1 + (yield / frequency));
    }

    /// <summary>Price and its first two time moments at a continuous rate: Σ cB, Σ tcB, Σ t²cB with B = e^(−xt).</summary>
    internal static (double Price, double First, double Second) Sum(
        ReadOnlySpan<double> times, ReadOnlySpan<double> amounts, double continuous)
    {
        var (price, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < times.Length; i++)
        {
            var value = amounts[i] * Math.Exp(-continuous * times[i]);
            price += value;
            first += times[i] * value;
            second += times[i] * times[i] * value;
        }

        return double.IsFinite(second) && price > 0
            ? (price, first, second)
            : throw new ArithmeticException("At this yield the price is beyond what a double holds.");
    }

    internal static void CheckFrequency(int frequency)
    {
        if (frequency is not (1 or 2))
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Yields are compounded once or twice a year.");
    }

    internal static void CheckPayments(ReadOnlySpan<double> times, ReadOnlySpan<double> amounts)
    {
        if (times.IsEmpty || times.Length != amounts.Length)
            throw new ArgumentException("There is at least one payment, and as many times as amounts.", nameof(times));
        var paid = false;
        for (var i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i]) || times[i] <= 0)
                throw new ArgumentException("A time is finite and above 0.", nameof(times));
            if (!double.IsFinite(amounts[i]) || amounts[i] < 0)
                throw new ArgumentException("A payment is finite and not negative.", nameof(amounts));
            paid |= amounts[i] > 0;
        }

        if (!paid) throw new ArgumentException("At least one payment is above 0.", nameof(amounts));
    }
}
