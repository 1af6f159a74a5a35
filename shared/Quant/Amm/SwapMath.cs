using System.Numerics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>A trade within one range of liquidity.</summary>
/// <param name="SqrtPrice">√p afterwards, Q64.96.</param>
/// <param name="AmountIn">Paid in, without the fee.</param>
/// <param name="AmountOut">Paid out.</param>
/// <param name="Fee">Paid in as fee.</param>
public readonly record struct SwapStep(BigInteger SqrtPrice, BigInteger AmountIn, BigInteger AmountOut, BigInteger Fee);

/// <summary>
/// How far a trade moves the price within one range of liquidity, and what it pays, in exact integers rounded as the contracts round.
/// <code>
/// exact in:  in = ⌊remaining·(10⁶ − fee)/10⁶⌋ moves the price, at most to the target; what is left over short of the target is fee
/// exact out: out = remaining moves the price, at most to the target
/// fee = ⌈in·fee/(10⁶ − fee)⌉ otherwise
/// </code>
/// Input rounds up and output down; see <see cref="SqrtPriceMath"/>. Amounts in smallest units; fee in millionths.
/// Source: H. Adams et al. (2021), Uniswap v3 Core, section 6.2.3; rounding as deployed.
/// </summary>
public static class SwapMath
{
    private const int Million = 1_000_000;

    /// <summary>One step of a trade.</summary>
    /// <param name="sqrtPrice">√p now, above 0, below 2¹⁶⁰.</param>
    /// <param name="target">√p not to be passed; at or below the price: token0 comes in, above: token1 does.</param>
    /// <param name="liquidity">L, not negative, below 2¹²⁸.</param>
    /// <param name="remaining">What is left to pay in (not negative) or, negated, to be paid out (below 0), within 2²⁵⁵.</param>
    /// <param name="feeMillionths">Fee, 0 to 999,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The price would leave 160 bits.</exception>
    public static SwapStep Step(BigInteger sqrtPrice, BigInteger target, BigInteger liquidity, BigInteger remaining, int feeMillionths)
    {
        FixedPoint.CheckFee(feeMillionths);
        FixedPoint.CheckAmount(BigInteger.Abs(remaining) * 2, nameof(remaining));
        return remaining.Sign < 0
            ? ExactOut(sqrtPrice, target, liquidity, -remaining, feeMillionths)
            : ExactIn(sqrtPrice, target, liquidity, remaining, feeMillionths);
    }

    private static SwapStep ExactIn(BigInteger sqrtPrice, BigInteger target, BigInteger liquidity, BigInteger remaining, int fee)
    {
        var zeroForOne = sqrtPrice >= target;
        var spendable = remaining * (Million - fee) / Million;
        var needed = In(sqrtPrice, target, liquidity, zeroForOne);
        if (spendable >= needed) return new(target, needed, Out(sqrtPrice, target, liquidity, zeroForOne), FeeOn(needed, fee));

        var price = SqrtPriceMath.AfterInput(sqrtPrice, liquidity, spendable, zeroForOne);
        var paid = price == target ? needed : In(sqrtPrice, price, liquidity, zeroForOne);
        return new(price, paid, Out(sqrtPrice, price, liquidity, zeroForOne), price == target ? FeeOn(paid, fee) : remaining - paid);
    }

    private static SwapStep ExactOut(BigInteger sqrtPrice, BigInteger target, BigInteger liquidity, BigInteger remaining, int fee)
    {
        var zeroForOne = sqrtPrice >= target;
        var available = Out(sqrtPrice, target, liquidity, zeroForOne);
        var price = remaining >= available ? target : SqrtPriceMath.AfterOutput(sqrtPrice, liquidity, remaining, zeroForOne);
        var paid = In(sqrtPrice, price, liquidity, zeroForOne);
        var received = price == target ? available : Out(sqrtPrice, price, liquidity, zeroForOne);
        return new(price, paid, BigInteger.Min(received, remaining), FeeOn(paid, fee));
    }

    private static BigInteger In(BigInteger from, BigInteger to, BigInteger liquidity, bool zeroForOne) =>
        zeroForOne ? SqrtPriceMath.Amount0(from, to, liquidity, up: true) : SqrtPriceMath.Amount1(from, to, liquidity, up: true);

    private static BigInteger Out(BigInteger from, BigInteger to, BigInteger liquidity, bool zeroForOne) =>
        zeroForOne ? SqrtPriceMath.Amount1(from, to, liquidity, up: false) : SqrtPriceMath.Amount0(from, to, liquidity, up: false);

    private static BigInteger FeeOn(BigInteger paid, int fee) => FixedPoint.DivideUp(paid * fee, Million - fee);
}
