using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Options;

/// <summary>
/// The generalised Black-Scholes-Merton price of a European option.
/// <code>
/// call = A·Φ(d₁) − B·Φ(d₂)      put = B·Φ(−d₂) − A·Φ(−d₁)
/// d₁ = x/s + s/2,  d₂ = x/s − s/2,  x = ln(F/K),  s = σ·√T
/// </code>
/// A, B, F: see <see cref="EuropeanOption"/>. Computed as max(A − B, 0) (max(B − A, 0) for a put) plus the time value, which is the
/// price of the option that is out of the money: two numbers that are not negative, so nothing cancels, however far the strike.
/// Limits: T = 0 or σ = 0 leaves the discounted intrinsic value, σ → ∞ gives A for a call and B for a put. Price per unit of the
/// underlying, in its currency. Source: E. G. Haug (1998), The Complete Guide to Option Pricing Formulas, 1.1.6.
/// </summary>
public static class BlackScholes
{
    /// <summary>The price, not negative.</summary>
    /// <param name="option">Terms and market.</param>
    /// <param name="volatility">σ: a year, as a fraction, not negative.</param>
    /// <exception cref="ArgumentException">The option is neither call nor put.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number outside of its range.</exception>
    /// <exception cref="ArithmeticException">Spot or strike, discounted, is beyond what a double holds.</exception>
    public static double Price(in EuropeanOption option, double volatility)
    {
        EuropeanOption.Check(option);
        Inputs.CheckNotNegative(volatility, nameof(volatility));
        var (a, b) = (option.UnderlyingWorth, option.StrikeWorth);
        var deviation = Inputs.Finite(volatility * Math.Sqrt(option.Years));
        return Intrinsic(option) + (Math.Sqrt(a) * Math.Sqrt(b) * TimeValue.Of(-Math.Abs(option.LogMoneyness), deviation));
    }

    /// <summary>The discounted intrinsic value: the price at σ = 0, below which no price can be.</summary>
    internal static double Intrinsic(in EuropeanOption option)
    {
        var (a, b, x) = (option.UnderlyingWorth, option.StrikeWorth, option.LogMoneyness);
        if (option.Sign * x <= 0) return 0;
        // Near the money A − B = B·(eˣ − 1) = 2·B·e^(x/2)·sinh(x/2) keeps its digits.
        return Math.Abs(x) < 0.1 ? option.Sign * 2 * b * Math.Exp(x / 2) * Math.Sinh(x / 2) : option.Sign * (a - b);
    }
}
