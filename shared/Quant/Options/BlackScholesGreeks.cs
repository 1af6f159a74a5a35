using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Options;

/// <summary>
/// How the price of a European option moves. All of them can be added up over positions (see <see cref="OptionPortfolio"/>).
/// </summary>
/// <param name="Price">V, in currency.</param>
/// <param name="Delta">∂V/∂S.</param>
/// <param name="Gamma">∂²V/∂S², per currency unit of the underlying.</param>
/// <param name="Vega">∂V/∂σ, per 1.00 of volatility (100 percentage points).</param>
/// <param name="Theta">∂V/∂t = −∂V/∂T, per year that passes.</param>
/// <param name="Rho">∂V/∂r with q unchanged, per 1.00 of rate.</param>
/// <param name="DividendRho">∂V/∂q with r unchanged, per 1.00 of yield.</param>
/// <param name="Vanna">∂²V/∂S∂σ = ∂Δ/∂σ, per 1.00 of volatility.</param>
/// <param name="Volga">∂²V/∂σ², per 1.00 of volatility squared.</param>
/// <param name="Charm">∂Δ/∂t = −∂Δ/∂T, per year that passes.</param>
public readonly record struct OptionGreeks(
    double Price, double Delta, double Gamma, double Vega, double Theta, double Rho, double DividendRho, double Vanna, double Volga, double Charm);

/// <summary>
/// Price and Greeks of a European option in the generalised Black-Scholes-Merton model.
/// <code>
/// Δ = η·e^(−qT)·Φ(η·d₁)            Γ = e^(−qT)·φ(d₁)/(S·s)          vega = A·φ(d₁)·√T
/// θ = −A·φ(d₁)·σ/(2√T) + η·(q·A·Φ(η·d₁) − r·B·Φ(η·d₂))
/// ρ = η·T·B·Φ(η·d₂)                ρ_q = −η·T·A·Φ(η·d₁)             elasticity = Δ·S/V
/// vanna = −e^(−qT)·φ(d₁)·d₂/σ      volga = vega·d₁·d₂/σ
/// charm = η·q·e^(−qT)·Φ(η·d₁) − e^(−qT)·φ(d₁)·(2·b·T − d₂·s)/(2·T·s)
/// </code>
/// η: 1 for a call, −1 for a put; A, B, b, d₁, d₂, s: see <see cref="EuropeanOption"/> and <see cref="BlackScholes"/>. For a future
/// (q = r) whose price stays, ∂V/∂r is ρ + ρ_q = −T·V. At T = 0 or σ = 0 the Greeks are their limits (a step for Δ, 0 for Γ, vega,
/// vanna, volga); at the forward itself (F = K) there is no limit. Source: E. G. Haug (1998), The Complete Guide to Option Pricing
/// Formulas, chapter 1.3; vanna, volga and charm: E. G. Haug (2003), Know Your Weapon, Wilmott.
/// </summary>
public static class BlackScholesGreeks
{
    /// <summary>Price and Greeks.</summary>
    /// <inheritdoc cref="BlackScholes.Price" path="/param"/>
    /// <exception cref="ArgumentException">The option is neither call nor put.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number outside of its range.</exception>
    /// <exception cref="ArithmeticException">T or σ is 0 exactly at the forward, or a result is beyond what a double holds.</exception>
    public static OptionGreeks Of(in EuropeanOption option, double volatility)
    {
        var price = BlackScholes.Price(option, volatility);
        var (years, x) = (option.Years, option.LogMoneyness);
        var root = Math.Sqrt(years);
        var s = volatility * root;
        if (s == 0 && x == 0) throw new ArithmeticException("At the forward without time or volatility left there is no slope.");

        var h = s == 0 ? double.CopySign(double.PositiveInfinity, x) : x / s;
        var (d1, d2) = (h + (s / 2), h - (s / 2));
        var discount = Math.Exp(-option.DividendYield * years);
        var (a, b, sign) = (option.UnderlyingWorth, option.StrikeWorth, option.Sign);
        var (inMoney1, inMoney2, density) = (NormalCdf.Of(sign * d1), NormalCdf.Of(sign * d2), NormalCdf.Density(d1));
        var carry = sign * ((option.DividendYield * a * inMoney1) - (option.Rate * b * inMoney2));
        var drift = sign * option.DividendYield * discount * inMoney1;
        var (delta, rho, dividendRho) = (sign * discount * inMoney1, sign * years * b * inMoney2, -sign * years * a * inMoney1);
        if (density == 0) return Checked(new(price, delta, 0, 0, carry, rho, dividendRho, 0, 0, drift));

        var vega = a * density * root;
        return Checked(new(
            price,
            delta,
            discount * density / s / option.Spot,
            vega,
            carry - (a * density * volatility / (2 * root)),
            rho,
            dividendRho,
            -discount * density * d2 / volatility,
            vega * d1 * d2 / volatility,
            drift - (discount * density * ((option.CostOfCarry / s) - (d2 / (2 * years))))));
    }

    /// <summary>Δ·S/V: percent of price per percent of the underlying. Does not add up over positions.</summary>
    /// <inheritdoc cref="BlackScholes.Price" path="/param"/>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static double Elasticity(in EuropeanOption option, double volatility)
    {
        var greeks = Of(option, volatility);
        return greeks.Price > 0
            ? Inputs.Finite(greeks.Delta * option.Spot / greeks.Price)
            : throw new ArithmeticException("An option without a price has no elasticity.");
    }

    private static OptionGreeks Checked(OptionGreeks g)
    {
        Inputs.Finite(g.Price + g.Delta + g.Rho + g.DividendRho);
        Inputs.Finite(g.Gamma + g.Vega + g.Theta);
        Inputs.Finite(g.Vanna + g.Volga + g.Charm);
        return g;
    }
}
