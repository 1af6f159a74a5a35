using System.Globalization;
using System.Numerics;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Amm.Tests;

/// <summary>Exact equality with published vectors and with an implementation in Python fractions (tests/Golden/Amm).</summary>
public class AmmGoldenTests
{
    public static TheoryData<string> Kinds => [.. Golden.Rows("Amm/amm.csv").Select(r => r[1]).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_number_equals_the_reference(string kind)
    {
        var rows = Golden.Rows("Amm/amm.csv").Where(r => r[1] == kind).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r =>
        {
            BigInteger[] x = [.. r[2].Split(' ').Select(BigInteger.Parse)];
            if (r[3].Length == 0) Assert.ThrowsAny<ArithmeticException>(() => Of(kind, x));
            else Assert.Equal(r[3], string.Join(' ', Of(kind, x)));
        });
    }

    [Fact]
    public void Every_published_trade_across_ticks_is_the_same_to_the_last_unit()
    {
        var refused = 0;
        Assert.All(Golden.Rows("Amm/v3_swaps.csv"), r =>
        {
            var (pool, before0, before1) = PoolOf(r);
            Assert.Equal((r[7], r[8], r[13]), (before0.ToString(), before1.ToString(), pool.Tick.ToString(CultureInfo.InvariantCulture)));
            var (zeroForOne, amount, limit) = (r[4] == "1", BigInteger.Parse(r[5]), BigInteger.Parse(r[6]));
            if (r[16] == "1")
            {
                refused++;
                Assert.Throws<ArgumentOutOfRangeException>(() => pool.Swap(zeroForOne, amount, limit));
                return;
            }

            var swap = pool.Swap(zeroForOne, amount, limit);
            Assert.Equal((r[9], r[10]), (swap.Amount0.ToString(), swap.Amount1.ToString()));
            Assert.Equal((r[11], r[12]), (swap.Pool.FeeGrowth0.ToString(), swap.Pool.FeeGrowth1.ToString()));
            Assert.Equal(r[14], swap.Pool.Tick.ToString(CultureInfo.InvariantCulture));
            var root = Math.Exp(BigInteger.Log(swap.Pool.SqrtPrice) - (96 * Math.Log(2)));
            Assert.Equal(1, root * root / Golden.Number(r[15]), 6e-5);
        });
        Assert.Equal(50, refused);
    }

    [Fact]
    public void Published_extremes_hold()
    {
        Assert.Equal(BigInteger.Parse("4295128739"), TickMath.LeastSqrtPrice);
        Assert.Equal(BigInteger.Parse("1461446703485210103287273052203988822378723970342"), TickMath.LargestSqrtPrice);
        Assert.Equal(BigInteger.Pow(2, 96), TickMath.SqrtPriceAt(0));
        Assert.Equal(887_271, TickMath.TickAt(TickMath.LargestSqrtPrice - 1));
    }

    [Fact]
    public void Impermanent_loss_equals_mpmath() => Assert.All(Golden.Rows("Amm/loss.csv"), r =>
    {
        var found = r[0] == "full"
            ? ImpermanentLoss.FullRange(Golden.Number(r[2]))
            : ImpermanentLoss.Ranged(Golden.Number(r[1]), Golden.Number(r[2]), Golden.Number(r[3]), Golden.Number(r[4]));
        var expected = Golden.Number(r[5]);
        Assert.Equal(expected, found, Math.Max(1e-300, 1e-9 * Math.Abs(expected)));
    });

    internal static (ConcentratedPool Pool, BigInteger Amount0, BigInteger Amount1) PoolOf(string[] r)
    {
        var pool = ConcentratedPool.Create(int.Parse(r[0]), int.Parse(r[1]), BigInteger.Parse(r[2]));
        var (sum0, sum1) = (BigInteger.Zero, BigInteger.Zero);
        foreach (var position in r[3].Split(' '))
        {
            var p = position.Split(':');
            (pool, var amount0, var amount1) = pool.Change(int.Parse(p[0]), int.Parse(p[1]), BigInteger.Parse(p[2]));
            (sum0, sum1) = (sum0 + amount0, sum1 + amount1);
        }

        return (pool, sum0, sum1);
    }

    private static BigInteger[] Of(string kind, BigInteger[] x)
    {
        switch (kind)
        {
            case "price_at": return [TickMath.SqrtPriceAt((int)x[0])];
            case "tick_at": return [TickMath.TickAt(x[0])];
            case "after_in": return [SqrtPriceMath.AfterInput(x[0], x[1], x[2], x[3].IsOne)];
            case "after_out": return [SqrtPriceMath.AfterOutput(x[0], x[1], x[2], x[3].IsOne)];
            case "constant_out": return [ConstantProduct.AmountOut(x[0], x[1], x[2], (int)x[3])];
            case "constant_in": return [ConstantProduct.AmountIn(x[0], x[1], x[2], (int)x[3])];
            case "amounts":
                return [
                    SqrtPriceMath.Amount0(x[0], x[1], x[2], up: false), SqrtPriceMath.Amount0(x[0], x[1], x[2], up: true),
                    SqrtPriceMath.Amount1(x[0], x[1], x[2], up: false), SqrtPriceMath.Amount1(x[0], x[1], x[2], up: true)];
            case "step":
                var step = SwapMath.Step(x[0], x[1], x[2], x[3], (int)x[4]);
                return [step.SqrtPrice, step.AmountIn, step.AmountOut, step.Fee];
            case "liquidity":
                var liquidity = LiquidityAmounts.LiquidityOf(x[0], x[1], x[2], x[3], x[4]);
                var (amount0, amount1) = LiquidityAmounts.AmountsOf(x[0], x[1], x[2], liquidity);
                return [liquidity, amount0, amount1];
            default: throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }
}
