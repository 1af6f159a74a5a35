using System.Numerics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>
/// Liquidity of a position and what it is made of, in exact integers.
/// <code>
/// L₀ = amount0·√a·√b/2⁹⁶/(√b − √a)        L₁ = amount1·2⁹⁶/(√b − √a)        (each division down)
/// below the range L = L₀(a, b); above it L = L₁(a, b); within L = min( L₀(√p, b), L₁(a, √p) )
/// </code>
/// √: Q64.96. The amounts of an L (rounded down here) never exceed those it was made from.
/// Source: H. Adams et al. (2021), Uniswap v3 Core, equations 6.29 and 6.30; rounding as in the periphery contracts.
/// </summary>
public static class LiquidityAmounts
{
    /// <summary>The most liquidity that two amounts pay for.</summary>
    /// <param name="sqrtPrice">√p, above 0, below 2¹⁶⁰.</param>
    /// <param name="one">√ of one end of the range.</param>
    /// <param name="other">√ of the other end, not the same.</param>
    /// <param name="amount0">Token0, not negative, below 2²⁵⁶.</param>
    /// <param name="amount1">Token1, likewise.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The liquidity exceeds 128 bits.</exception>
    public static BigInteger LiquidityOf(BigInteger sqrtPrice, BigInteger one, BigInteger other, BigInteger amount0, BigInteger amount1)
    {
        var (low, high) = Ends(sqrtPrice, one, other);
        FixedPoint.CheckAmount(amount0, nameof(amount0));
        FixedPoint.CheckAmount(amount1, nameof(amount1));
        var liquidity = sqrtPrice <= low ? From0(low, high, amount0)
            : sqrtPrice >= high ? From1(low, high, amount1)
            : BigInteger.Min(From0(sqrtPrice, high, amount0), From1(low, sqrtPrice, amount1));
        return liquidity <= FixedPoint.MaxUInt128 ? liquidity : throw new ArithmeticException("The liquidity exceeds 128 bits.");
    }

    /// <summary>What a position holds, each amount rounded down (paid out) or up (paid in).</summary>
    /// <param name="sqrtPrice">√p, above 0, below 2¹⁶⁰.</param>
    /// <param name="one">√ of one end of the range.</param>
    /// <param name="other">√ of the other end, not the same.</param>
    /// <param name="liquidity">L, not negative, below 2¹²⁸.</param>
    /// <param name="up">Round up.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    public static (BigInteger Amount0, BigInteger Amount1) AmountsOf(
        BigInteger sqrtPrice, BigInteger one, BigInteger other, BigInteger liquidity, bool up = false)
    {
        var (low, high) = Ends(sqrtPrice, one, other);
        var inside = BigInteger.Min(BigInteger.Max(sqrtPrice, low), high);
        return (SqrtPriceMath.Amount0(inside, high, liquidity, up), SqrtPriceMath.Amount1(low, inside, liquidity, up));
    }

    private static BigInteger From0(BigInteger low, BigInteger high, BigInteger amount) =>
        amount * ((low * high) >> FixedPoint.Resolution) / (high - low);

    private static BigInteger From1(BigInteger low, BigInteger high, BigInteger amount) => (amount << FixedPoint.Resolution) / (high - low);

    private static (BigInteger Low, BigInteger High) Ends(BigInteger sqrtPrice, BigInteger one, BigInteger other)
    {
        FixedPoint.CheckPrice(sqrtPrice, nameof(sqrtPrice));
        FixedPoint.CheckPrice(one, nameof(one));
        FixedPoint.CheckPrice(other, nameof(other));
        if (one == other) throw new ArgumentOutOfRangeException(nameof(other), other, "A range has two ends.");
        return one < other ? (one, other) : (other, one);
    }
}
