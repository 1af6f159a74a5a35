using System.Numerics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>
/// A pool whose reserves keep x·y = k, in exact integers of any size.
/// <code>
/// out = ⌊ in·(10⁶ − fee)·y / (x·10⁶ + in·(10⁶ − fee)) ⌋        in = ⌈ x·out·10⁶ / ((y − out)·(10⁶ − fee)) ⌉
/// </code>
/// x, y: reserves of what is paid in and paid out, in smallest units; fee in millionths of what is paid in, and stays in the pool.
/// Rounding favours the pool, so (x + in)·(y − out) is never below x·y. Source: H. Adams et al. (2020), Uniswap v2 Core, section 3.2.1.
/// (The v2 router adds 1 to the amount in even where the division leaves no remainder.) Valid for reserves above 0; BigInteger, so nothing overflows.
/// </summary>
public static class ConstantProduct
{
    private const int Million = 1_000_000;

    /// <summary>What is paid out for an amount.</summary>
    /// <param name="reserveIn">x, above 0.</param>
    /// <param name="reserveOut">y, above 0.</param>
    /// <param name="amountIn">Paid in, not negative.</param>
    /// <param name="feeMillionths">Fee, 0 to 999,999.</param>
    /// <returns>Not negative, below y.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    public static BigInteger AmountOut(BigInteger reserveIn, BigInteger reserveOut, BigInteger amountIn, int feeMillionths)
    {
        Check(reserveIn, reserveOut, feeMillionths);
        if (amountIn.Sign < 0) throw new ArgumentOutOfRangeException(nameof(amountIn), amountIn, "An amount is not negative.");
        var effective = amountIn * (Million - feeMillionths);
        return effective * reserveOut / ((reserveIn * Million) + effective);
    }

    /// <summary>The least amount that must be paid in to be paid at least an amount out.</summary>
    /// <param name="reserveIn">x, above 0.</param>
    /// <param name="reserveOut">y, above 0.</param>
    /// <param name="amountOut">To be paid out, not negative, below y.</param>
    /// <param name="feeMillionths">Fee, 0 to 999,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    public static BigInteger AmountIn(BigInteger reserveIn, BigInteger reserveOut, BigInteger amountOut, int feeMillionths)
    {
        Check(reserveIn, reserveOut, feeMillionths);
        if (amountOut.Sign < 0 || amountOut >= reserveOut)
            throw new ArgumentOutOfRangeException(nameof(amountOut), amountOut, "An amount is not negative and below the reserve.");
        return FixedPoint.DivideUp(reserveIn * amountOut * Million, (reserveOut - amountOut) * (Million - feeMillionths));
    }

    private static void Check(BigInteger reserveIn, BigInteger reserveOut, int feeMillionths)
    {
        FixedPoint.CheckFee(feeMillionths);
        if (reserveIn.Sign <= 0) throw new ArgumentOutOfRangeException(nameof(reserveIn), reserveIn, "A reserve is above 0.");
        if (reserveOut.Sign <= 0) throw new ArgumentOutOfRangeException(nameof(reserveOut), reserveOut, "A reserve is above 0.");
    }
}
