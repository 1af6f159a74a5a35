using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>
/// What arbitrage takes from a pool per unit of time, against holding the pool's changing amounts without it. A loss, POSITIVE.
/// <code>
/// ℓ(σ, p) = (σ·p)²/2·|x'(p)|                    in token1 per time; x(p): token0 held at price p, x' its slope (marginal liquidity)
/// constant product: ℓ/V = σ²/8
/// concentrated:     ℓ = L·σ²·√p/4 within the range, 0 outside of it
/// </code>
/// σ: volatility of the price per √time, a fraction (0.8 for 80 % a year when time is in years); V: value of the pool in token1; L: liquidity.
/// Source: J. Milionis, C. Moallemi, T. Roughgarden and A. L. Zhang (2022), Automated market making and loss-versus-rebalancing, theorem 1 and its examples.
/// Valid for a price that moves as a geometric Brownian motion and arbitrage without fees or delay.
/// </summary>
public static class LossVersusRebalancing
{
    /// <summary>Of any pool, token1 per time.</summary>
    /// <param name="volatility">σ, not negative.</param>
    /// <param name="price">p, token1 per token0, above 0.</param>
    /// <param name="marginalLiquidity">|x'(p)|: token0 that leaves per unit of price, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Rate(double volatility, double price, double marginalLiquidity)
    {
        Inputs.CheckNotNegative(volatility, nameof(volatility));
        Inputs.CheckPositive(price, nameof(price));
        Inputs.CheckNotNegative(marginalLiquidity, nameof(marginalLiquidity));
        var move = volatility * price;
        return Inputs.Finite(move * move / 2 * marginalLiquidity);
    }

    /// <summary>Of a constant product pool, as a fraction of its value per time: σ²/8.</summary>
    /// <param name="volatility">σ, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The volatility is negative or not finite.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double ConstantProductYield(double volatility)
    {
        Inputs.CheckNotNegative(volatility, nameof(volatility));
        return Inputs.Finite(volatility * volatility / 8);
    }

    /// <summary>Of a concentrated position, token1 per time.</summary>
    /// <param name="volatility">σ, not negative.</param>
    /// <param name="price">p, above 0.</param>
    /// <param name="lower">Lower end of the range, not negative (0: none).</param>
    /// <param name="upper">Upper end, above the lower; infinity for none.</param>
    /// <param name="liquidity">L, not negative: √(token0·token1) in the units of p.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double ConcentratedRate(double volatility, double price, double lower, double upper, double liquidity)
    {
        Inputs.CheckNotNegative(lower, nameof(lower));
        Inputs.CheckNotNegative(liquidity, nameof(liquidity));
        if (!(upper > lower)) throw new ArgumentOutOfRangeException(nameof(upper), upper, "The upper price is above the lower.");
        Inputs.CheckPositive(price, nameof(price));
        Inputs.CheckNotNegative(volatility, nameof(volatility));
        return price > lower && price < upper ? Inputs.Finite(volatility * volatility * Math.Sqrt(price) / 4 * liquidity) : 0;
    }
}
