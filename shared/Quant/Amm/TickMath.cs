using System.Numerics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>
/// Ticks and square roots of prices of concentrated liquidity, bit for bit as the contracts have them.
/// <code>
/// √p(i) = 1.0001^(i/2) as Q64.96: ⌈ r/2³² ⌉, r = Π 2¹²⁸·1.0001^(−2ʲ/2)/2¹²⁸ over the set bits j of |i|, each product cut to 128 bits;
///         for i above 0 of ⌊(2²⁵⁶ − 1)/r⌋
/// i(√p): the greatest i with √p(i) ≤ √p
/// </code>
/// p: token1 per token0 in smallest units; i: tick, −887272 to 887272. Exact integers: constants are rounded to the nearest.
/// Source: H. Adams et al. (2021), Uniswap v3 Core, section 6.1; rounding as deployed.
/// </summary>
public static class TickMath
{
    /// <summary>Least tick.</summary>
    public const int LeastTick = -887_272;

    /// <summary>Largest tick.</summary>
    public const int LargestTick = 887_272;

    // Above the difference between the logarithm as a double and the rounded function (5e-6 ticks at the least price).
    private const double Doubt = 1e-4;

    private static readonly UInt128[] Factors =
    [
        new(0xfffcb933bd6fad37, 0xaa2d162d1a594001), new(0xfff97272373d4132, 0x59a46990580e213a), new(0xfff2e50f5f656932, 0xef12357cf3c7fdcc),
        new(0xffe5caca7e10e4e6, 0x1c3624eaa0941cd0), new(0xffcb9843d60f6159, 0xc9db58835c926644), new(0xff973b41fa98c081, 0x472e6896dfb254c0),
        new(0xff2ea16466c96a38, 0x43ec78b326b52861), new(0xfe5dee046a99a2a8, 0x11c461f1969c3053), new(0xfcbe86c7900a88ae, 0xdcffc83b479aa3a4),
        new(0xf987a7253ac41317, 0x6f2b074cf7815e54), new(0xf3392b0822b70005, 0x940c7a398e4b70f3), new(0xe7159475a2c29b74, 0x43b29c7fa6e889d9),
        new(0xd097f3bdfd2022b8, 0x845ad8f792aa5825), new(0xa9f746462d870fdf, 0x8a65dc1f90e061e5), new(0x70d869a156d2a1b8, 0x90bb3df62baf32f7),
        new(0x31be135f97d08fd9, 0x81231505542fcfa6), new(0x09aa508b5b7a84e1, 0xc677de54f3e99bc9), new(0x005d6af8dedb8119, 0x6699c329225ee604),
        new(0x00002216e584f5fa, 0x1ea926041bedfe98), new(0x00000000048a1703, 0x91f7dc42444e8fa2),
    ];

    /// <summary>√p at the least tick: 4295128739.</summary>
    public static BigInteger LeastSqrtPrice { get; } = SqrtPriceAt(LeastTick);

    /// <summary>√p at the largest tick: 1461446703485210103287273052203988822378723970342; pools stay below it.</summary>
    public static BigInteger LargestSqrtPrice { get; } = SqrtPriceAt(LargestTick);

    /// <summary>√p at a tick, Q64.96, rounded up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tick is outside of −887272 to 887272.</exception>
    public static BigInteger SqrtPriceAt(int tick)
    {
        if (tick is < LeastTick or > LargestTick) throw new ArgumentOutOfRangeException(nameof(tick), tick, "A tick lies within ±887272.");
        if (tick == 0) return FixedPoint.One;
        var bits = (uint)Math.Abs(tick);
        var ratio = Factors[BitOperations.TrailingZeroCount(bits)];
        for (bits &= bits - 1; bits != 0; bits &= bits - 1) ratio = HighProduct(ratio, Factors[BitOperations.TrailingZeroCount(bits)]);
        if (tick > 0) return FixedPoint.DivideUp(FixedPoint.MaxUInt256 / ratio, BigInteger.One << 32);
        var price = ratio >> 32;
        return (uint)(ratio & uint.MaxValue) == 0 ? price : price + 1;
    }

    /// <summary>The greatest tick whose √p does not exceed the given one.</summary>
    /// <param name="sqrtPrice">√p, Q64.96, from <see cref="LeastSqrtPrice"/> to below <see cref="LargestSqrtPrice"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is outside of its range.</exception>
    public static int TickAt(BigInteger sqrtPrice)
    {
        if (sqrtPrice < LeastSqrtPrice || sqrtPrice >= LargestSqrtPrice)
            throw new ArgumentOutOfRangeException(nameof(sqrtPrice), sqrtPrice, "The price is outside of the ticks.");
        var tick = 2 * (Math.Log((double)sqrtPrice) - (FixedPoint.Resolution * Math.Log(2))) / Math.Log(1.0001);
        var low = Math.Max(LeastTick, (int)Math.Floor(tick - Doubt));
        var high = Math.Min(LargestTick - 1, (int)Math.Floor(tick + Doubt));
        return low < high && SqrtPriceAt(high) > sqrtPrice ? low : high;
    }

    /// <summary>⌊a·b/2¹²⁸⌋.</summary>
    private static UInt128 HighProduct(UInt128 a, UInt128 b)
    {
        var (aHigh, aLow, bHigh, bLow) = ((ulong)(a >> 64), (ulong)(a & ulong.MaxValue), (ulong)(b >> 64), (ulong)(b & ulong.MaxValue));
        var carried = Math.BigMul(aLow, bLow, out _);
        var (firstHigh, secondHigh) = (Math.BigMul(aLow, bHigh, out var first), Math.BigMul(aHigh, bLow, out var second));
        var middle = (UInt128)carried + first + second;
        var high = new UInt128(Math.BigMul(aHigh, bHigh, out var low), low);
        return high + firstHigh + secondHigh + (middle >> 64);
    }
}
