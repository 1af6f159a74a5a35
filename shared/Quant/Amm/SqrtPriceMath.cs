using System.Numerics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>
/// What trades do to the square root of a price within one range of liquidity, in exact integers rounded as the contracts round.
/// <code>
/// Δtoken0 = L·2⁹⁶·(√b − √a)/(√a·√b)        Δtoken1 = L·(√b − √a)/2⁹⁶
/// √p' = L·2⁹⁶·√p/(L·2⁹⁶ ± Δ0·√p), up       √p' = √p ± Δ1·2⁹⁶/L, down
/// </code>
/// √: Q64.96; L: liquidity, √(token0·token1); amounts in smallest units. Rounding favours the pool: it never gives more, and never asks less, than the exact value.
/// Source: H. Adams et al. (2021), Uniswap v3 Core, section 6.2; rounding and overflow as deployed (where Δ0·√p exceeds 256 bits, Δ0 enters as
/// L·2⁹⁶/(⌊L·2⁹⁶/√p⌋ + Δ0), up).
/// </summary>
public static class SqrtPriceMath
{
    /// <summary>√p after an amount was paid in: up when token0 came in (the price falls), down when token1 did.</summary>
    /// <param name="sqrtPrice">√p, above 0, below 2¹⁶⁰.</param>
    /// <param name="liquidity">L, above 0, below 2¹²⁸.</param>
    /// <param name="amountIn">Amount, not negative, below 2²⁵⁶.</param>
    /// <param name="zeroForOne">True when token0 is paid in.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The price would leave 160 bits.</exception>
    public static BigInteger AfterInput(BigInteger sqrtPrice, BigInteger liquidity, BigInteger amountIn, bool zeroForOne)
    {
        Check(sqrtPrice, liquidity, amountIn, nameof(amountIn));
        if (!zeroForOne)
        {
            var price = sqrtPrice + ((amountIn << FixedPoint.Resolution) / liquidity);
            return price <= FixedPoint.MaxUInt160 ? price : throw new ArithmeticException("The price would leave 160 bits.");
        }

        if (amountIn.IsZero) return sqrtPrice;
        var (scaled, product) = (liquidity << FixedPoint.Resolution, amountIn * sqrtPrice);
        if (product + scaled <= FixedPoint.MaxUInt256) return FixedPoint.DivideUp(scaled * sqrtPrice, scaled + product);
        var reserve = (scaled / sqrtPrice) + amountIn;
        return reserve <= FixedPoint.MaxUInt256
            ? FixedPoint.DivideUp(scaled, reserve)
            : throw new ArithmeticException("The amount would leave 256 bits.");
    }

    /// <summary>√p after an amount was paid out: down when token1 went out (the price falls), up when token0 did.</summary>
    /// <param name="sqrtPrice">√p, above 0, below 2¹⁶⁰.</param>
    /// <param name="liquidity">L, above 0, below 2¹²⁸.</param>
    /// <param name="amountOut">Amount, not negative, below 2²⁵⁶.</param>
    /// <param name="zeroForOne">True when token1 is paid out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The range does not hold the amount, or the price would leave 160 bits.</exception>
    public static BigInteger AfterOutput(BigInteger sqrtPrice, BigInteger liquidity, BigInteger amountOut, bool zeroForOne)
    {
        Check(sqrtPrice, liquidity, amountOut, nameof(amountOut));
        if (zeroForOne)
        {
            var fall = FixedPoint.DivideUp(amountOut << FixedPoint.Resolution, liquidity);
            return fall < sqrtPrice ? sqrtPrice - fall : throw new ArithmeticException("The range does not hold that much token1.");
        }

        if (amountOut.IsZero) return sqrtPrice;
        var (scaled, product) = (liquidity << FixedPoint.Resolution, amountOut * sqrtPrice);
        if (product >= scaled) throw new ArithmeticException("The range does not hold that much token0.");
        var price = FixedPoint.DivideUp(scaled * sqrtPrice, scaled - product);
        return price <= FixedPoint.MaxUInt160 ? price : throw new ArithmeticException("The price would leave 160 bits.");
    }

    /// <summary>Token0 between two prices, in either order.</summary>
    /// <param name="one">√ of one price, above 0, below 2¹⁶⁰.</param>
    /// <param name="other">√ of the other.</param>
    /// <param name="liquidity">L, not negative, below 2¹²⁸.</param>
    /// <param name="up">Round up (what is paid in) or down (what is paid out).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    public static BigInteger Amount0(BigInteger one, BigInteger other, BigInteger liquidity, bool up)
    {
        Check(one, other, liquidity);
        var difference = (liquidity << FixedPoint.Resolution) * BigInteger.Abs(other - one);
        var scale = one * other;
        return up ? FixedPoint.DivideUp(difference, scale) : difference / scale;
    }

    /// <summary>Token1 between two prices, in either order.</summary>
    /// <inheritdoc cref="Amount0" path="/*[self::param or self::exception]"/>
    public static BigInteger Amount1(BigInteger one, BigInteger other, BigInteger liquidity, bool up)
    {
        Check(one, other, liquidity);
        var difference = liquidity * BigInteger.Abs(other - one);
        return up ? (difference + (FixedPoint.One - 1)) >> FixedPoint.Resolution : difference >> FixedPoint.Resolution;
    }

    private static void Check(BigInteger sqrtPrice, BigInteger liquidity, BigInteger amount, string name)
    {
        FixedPoint.CheckPrice(sqrtPrice, nameof(sqrtPrice));
        FixedPoint.CheckLiquidity(liquidity, nameof(liquidity));
        if (liquidity.IsZero) throw new ArgumentOutOfRangeException(nameof(liquidity), liquidity, "There is no liquidity.");
        FixedPoint.CheckAmount(amount, name);
    }

    private static void Check(BigInteger one, BigInteger other, BigInteger liquidity)
    {
        FixedPoint.CheckPrice(one, nameof(one));
        FixedPoint.CheckPrice(other, nameof(other));
        FixedPoint.CheckLiquidity(liquidity, nameof(liquidity));
    }
}
