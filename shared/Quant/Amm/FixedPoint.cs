using System.Numerics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>Whole numbers as a 256-bit machine has them: Q64.96 square roots of prices, bounds, and division that rounds up.</summary>
internal static class FixedPoint
{
    public const int Resolution = 96;

    public static readonly BigInteger One = BigInteger.One << Resolution;
    public static readonly BigInteger MaxUInt128 = (BigInteger.One << 128) - 1;
    public static readonly BigInteger MaxUInt160 = (BigInteger.One << 160) - 1;
    public static readonly BigInteger MaxUInt256 = (BigInteger.One << 256) - 1;

    /// <summary>⌈a/b⌉ for a ≥ 0, b &gt; 0.</summary>
    public static BigInteger DivideUp(BigInteger a, BigInteger b)
    {
        var (quotient, remainder) = BigInteger.DivRem(a, b);
        return remainder.IsZero ? quotient : quotient + 1;
    }

    public static void CheckPrice(BigInteger price, string name)
    {
        if (price.Sign <= 0 || price > MaxUInt160) throw new ArgumentOutOfRangeException(name, price, "A square root of a price is above 0 and below 2^160.");
    }

    public static void CheckLiquidity(BigInteger liquidity, string name)
    {
        if (liquidity.Sign < 0 || liquidity > MaxUInt128) throw new ArgumentOutOfRangeException(name, liquidity, "Liquidity is not negative and below 2^128.");
    }

    public static void CheckAmount(BigInteger amount, string name)
    {
        if (amount.Sign < 0 || amount > MaxUInt256) throw new ArgumentOutOfRangeException(name, amount, "An amount is not negative and below 2^256.");
    }

    public static void CheckFee(int feeMillionths)
    {
        if (feeMillionths is < 0 or >= 1_000_000)
            throw new ArgumentOutOfRangeException(nameof(feeMillionths), feeMillionths, "A fee is 0 to 999,999 millionths.");
    }
}
