using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Amm.Tests;

public class AmmPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);
    private static readonly int[] Fees = [0, 100, 500, 3_000, 10_000, 500_000, 999_999];

    [Fact]
    public void A_tick_survives_its_price_and_is_the_greatest_below() => Check.One(TenThousand, Prop.ForAll(
        Gen.Choose(TickMath.LeastTick, TickMath.LargestTick - 1).ToArbitrary(), tick =>
        {
            var price = TickMath.SqrtPriceAt(tick);
            return TickMath.TickAt(price) == tick
                && TickMath.TickAt(TickMath.SqrtPriceAt(tick + 1) - 1) == tick
                && TickMath.SqrtPriceAt(tick + 1) > price
                && Math.Abs(Math.Exp(BigInteger.Log(price) - (96 * Math.Log(2)) - (tick / 2.0 * Math.Log(1.0001))) - 1) < 1e-9;
        }));

    [Fact]
    public void A_constant_product_never_falls_and_amounts_are_the_best_that_keep_it() => Check.One(TenThousand, Prop.ForAll(
        Seeds, seed =>
        {
            var random = new Random(seed);
            var (x, y, paid, fee) = (Wide(random, 120), Wide(random, 120), Wide(random, 120), Fees[random.Next(Fees.Length)]);
            var received = ConstantProduct.AmountOut(x, y, paid, fee);
            if ((x + paid) * (y - received) < x * y || received >= y) return false;
            var least = ConstantProduct.AmountIn(x, y, received, fee);
            if (least > paid || ConstantProduct.AmountOut(x, y, least, fee) < received) return false;
            var back = ConstantProduct.AmountOut(y - received, x + paid, received, fee);
            return back <= paid && (received.IsZero || ConstantProduct.AmountOut(x, y, BigInteger.Max(0, least - 1), fee) < received);
        }));

    [Fact]
    public void A_step_keeps_its_bounds_and_rounds_for_the_pool() => Check.One(TenThousand, Prop.ForAll(
        Seeds, seed =>
        {
            var random = new Random(seed);
            var (price, liquidity, fee) = (Wide(random, 159), Wide(random, 127), Fees[random.Next(Fees.Length)]);
            var target = BigInteger.Max(1, price * random.Next(1, 300) / 150);
            var remaining = Wide(random, 128) * (random.Next(2) == 0 ? 1 : -1);
            var zeroForOne = price >= target;
            var step = SwapMath.Step(price, target, liquidity, remaining, fee);
            if (zeroForOne ? step.SqrtPrice < target || step.SqrtPrice > price : step.SqrtPrice > target || step.SqrtPrice < price) return false;
            if (step.AmountIn.Sign < 0 || step.AmountOut.Sign < 0 || step.Fee.Sign < 0) return false;
            if (remaining.Sign > 0 ? step.AmountIn + step.Fee > remaining : step.AmountOut > -remaining) return false;
            if (step.SqrtPrice != target && (remaining.Sign > 0 ? step.AmountIn + step.Fee != remaining : step.AmountOut != -remaining)) return false;

            // Token0 and token1 of the range at its virtual reserves L/√p and L·√p: their product never falls.
            var (before0, before1) = (new Rational(liquidity << 96, price), new Rational(liquidity * price, BigInteger.One << 96));
            var (in0, in1) = zeroForOne ? (step.AmountIn, -step.AmountOut) : (-step.AmountOut, step.AmountIn);
            return (before0 + in0).Times(before1 + in1) >= before0.Times(before1);
        }));

    [Fact]
    public void There_and_back_costs_the_trader_and_the_pool_pays_every_position_out() => Check.One(TenThousand.WithMaxTest(3_000), Prop.ForAll(
        Seeds, seed =>
        {
            var random = new Random(seed);
            var (pool, held0, held1, positions) = RandomPool(random);
            var start = pool;
            for (var trade = 0; trade < 3; trade++)
            {
                var zeroForOne = random.Next(2) == 0;
                if (zeroForOne ? pool.SqrtPrice <= TickMath.LeastSqrtPrice + 1 : pool.SqrtPrice >= TickMath.LargestSqrtPrice - 1) continue;
                var amount = Wide(random, 60) * (random.Next(2) == 0 ? 1 : -1);
                var swap = pool.Swap(zeroForOne, amount);
                if ((zeroForOne ? swap.Amount0 : swap.Amount1).Sign < 0 || (zeroForOne ? swap.Amount1 : swap.Amount0).Sign > 0) return false;
                if (zeroForOne ? swap.Pool.SqrtPrice > pool.SqrtPrice : swap.Pool.SqrtPrice < pool.SqrtPrice) return false;
                (held0, held1, pool) = (held0 + swap.Amount0, held1 + swap.Amount1, swap.Pool);
            }

            // Back to the first price: whoever did it has paid at least what was taken.
            if (pool.SqrtPrice != start.SqrtPrice)
            {
                var back = pool.Swap(pool.SqrtPrice > start.SqrtPrice, BigInteger.Pow(2, 200), start.SqrtPrice);
                (held0, held1, pool) = (held0 + back.Amount0, held1 + back.Amount1, back.Pool);
            }

            if (pool.SqrtPrice != start.SqrtPrice || pool.Liquidity != start.Liquidity) return false;
            foreach (var (lower, upper, liquidity) in positions)
            {
                (pool, var out0, var out1) = pool.Change(lower, upper, -liquidity);
                (held0, held1) = (held0 + out0, held1 + out1);
            }

            return held0.Sign >= 0 && held1.Sign >= 0 && pool.Liquidity.IsZero;
        }));

    [Fact]
    public void Liquidity_of_amounts_never_costs_more_than_them() => Check.One(TenThousand, Prop.ForAll(
        Seeds, seed =>
        {
            var random = new Random(seed);
            BigInteger Price() => TickMath.SqrtPriceAt(random.Next(-200_000, 200_000));
            var (p, a, b) = (Price(), Price(), Price());
            if (a == b) return true;
            var (amount0, amount1) = (Wide(random, 90), Wide(random, 90));
            var liquidity = LiquidityAmounts.LiquidityOf(p, a, b, amount0, amount1);
            var (need0, need1) = LiquidityAmounts.AmountsOf(p, a, b, liquidity, up: true);
            return need0 <= amount0 && need1 <= amount1;
        }));

    [Fact]
    public void Impermanent_loss_is_never_a_gain_and_a_wide_range_is_the_full_one() => Check.One(TenThousand, Prop.ForAll(
        Prices, Prices, Prices, (entry, price, end) =>
        {
            var (lower, upper) = (Math.Min(end, entry) / 1.5, Math.Max(end, entry) * 1.5);
            var (full, ranged) = (ImpermanentLoss.FullRange(price / entry), ImpermanentLoss.Ranged(entry, price, lower, upper));
            return full is <= 0 and >= -1 && ranged is <= 0 and >= -1 && ranged <= full + 1e-12
                && Math.Abs(ImpermanentLoss.FullRange(entry / price) - full) < 1e-12
                && Math.Abs(ImpermanentLoss.Ranged(entry, price, entry * 1e-20, entry * 1e20) - full) < 1e-8;
        }));

    [Fact]
    public void Loss_to_arbitrage_is_an_eighth_of_the_variance_and_what_fees_must_earn() => Check.One(TenThousand, Prop.ForAll(
        Prices, Gen.Choose(0, 300).Select(s => s / 100.0).ToArbitrary(), Gen.Choose(1, 9_999).Select(f => f / 1e4).ToArbitrary(), (price, volatility, fee) =>
        {
            const double liquidity = 1_000;
            var value = 2 * liquidity * Math.Sqrt(price);
            var slope = liquidity / 2 / (price * Math.Sqrt(price));
            var loss = LossVersusRebalancing.Rate(volatility, price, slope);
            var (relative, concentrated) = (LossVersusRebalancing.ConstantProductYield(volatility), LossVersusRebalancing.ConcentratedRate(volatility, price, 0, double.PositiveInfinity, liquidity));
            var volume = FeeYield.BreakEvenVolume(fee, loss);
            return Near(loss, relative * value) && Near(loss, concentrated)
                && LossVersusRebalancing.ConcentratedRate(volatility, price, price * 2, price * 3, liquidity) == 0
                && Near(FeeYield.Of(fee, volume, value), relative)
                && Near(FeeYield.BreakEvenVolatility(fee, volume, value), volatility);
        }));

    [Fact]
    public void Arbitrage_of_a_simulated_pool_loses_an_eighth_of_the_variance()
    {
        var random = new Random(20240607);
        const double volatility = 0.8, step = 1.0 / 20_000;
        var (loss, steps) = (0.0, 400_000);
        double price = 1;
        for (var i = 0; i < steps; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var next = price * Math.Exp((volatility * Math.Sqrt(step) * normal) - (volatility * volatility * step / 2));

            // The pool (L = 1) lets go of x at √(p·p') each; the market pays p'.
            var (x, y) = (1 / Math.Sqrt(price) - 1 / Math.Sqrt(next), Math.Sqrt(next) - Math.Sqrt(price));
            loss += ((x * next) - y) / (2 * Math.Sqrt(next));
            price = next;
        }

        Assert.Equal(LossVersusRebalancing.ConstantProductYield(volatility), loss / (steps * step), 0.002);
    }

    [Fact]
    public void Degenerate_input_is_refused()
    {
        var one = BigInteger.One << 96;
        Assert.ThrowsAny<ArgumentException>(() => TickMath.SqrtPriceAt(887_273));
        Assert.ThrowsAny<ArgumentException>(() => TickMath.TickAt(TickMath.LargestSqrtPrice));
        Assert.ThrowsAny<ArgumentException>(() => TickMath.TickAt(TickMath.LeastSqrtPrice - 1));
        Assert.ThrowsAny<ArgumentException>(() => SqrtPriceMath.AfterInput(0, 1, 1, true));
        Assert.ThrowsAny<ArgumentException>(() => SqrtPriceMath.AfterInput(1, 0, 1, true));
        Assert.ThrowsAny<ArgumentException>(() => SqrtPriceMath.AfterInput(1, 1, -1, true));
        Assert.ThrowsAny<ArgumentException>(() => SqrtPriceMath.AfterOutput(one, BigInteger.One << 128, 1, true));
        Assert.ThrowsAny<ArgumentException>(() => SqrtPriceMath.Amount0(0, one, 1, true));
        Assert.ThrowsAny<ArgumentException>(() => SwapMath.Step(one, one, 1, 1, 1_000_000));
        Assert.ThrowsAny<ArgumentException>(() => SwapMath.Step(one, one, 1, BigInteger.One << 255, 0));
        Assert.ThrowsAny<ArgumentException>(() => LiquidityAmounts.LiquidityOf(one, one, one, 1, 1));
        Assert.Throws<ArithmeticException>(() => LiquidityAmounts.LiquidityOf(one, one + 1, one * 2, BigInteger.One << 250, 1));
        Assert.ThrowsAny<ArgumentException>(() => ConcentratedPool.Create(3_000, 0, one));
        Assert.ThrowsAny<ArgumentException>(() => ConcentratedPool.Create(-1, 60, one));
        var pool = ConcentratedPool.Create(3_000, 60, one);
        Assert.ThrowsAny<ArgumentException>(() => pool.Change(60, 60, 1));
        Assert.ThrowsAny<ArgumentException>(() => pool.Change(-61, 60, 1));
        Assert.ThrowsAny<ArgumentException>(() => pool.Change(-60, 60, 0));
        Assert.ThrowsAny<ArgumentException>(() => pool.Change(-60, 60, -1));
        Assert.ThrowsAny<ArgumentException>(() => pool.Change(-60, 60, BigInteger.One << 127));
        Assert.ThrowsAny<ArgumentException>(() => pool.Swap(true, 0));
        Assert.ThrowsAny<ArgumentException>(() => pool.Swap(true, 1, one + 1));
        Assert.ThrowsAny<ArgumentException>(() => pool.Swap(false, 1, TickMath.LargestSqrtPrice));
        Assert.ThrowsAny<ArgumentException>(() => ConstantProduct.AmountOut(0, 1, 1, 0));
        Assert.ThrowsAny<ArgumentException>(() => ConstantProduct.AmountOut(1, 1, -1, 0));
        Assert.ThrowsAny<ArgumentException>(() => ConstantProduct.AmountIn(1, 1, 1, 0));
        Assert.ThrowsAny<ArgumentException>(() => ImpermanentLoss.FullRange(0));
        Assert.ThrowsAny<ArgumentException>(() => ImpermanentLoss.FullRange(double.NaN));
        Assert.ThrowsAny<ArgumentException>(() => ImpermanentLoss.Ranged(1, 1, 2, 2));
        Assert.Equal(-1, ImpermanentLoss.FullRange(1e300), 1e-100);
        Assert.Throws<ArithmeticException>(() => LossVersusRebalancing.Rate(1e150, 1e150, 1));
        Assert.ThrowsAny<ArgumentException>(() => LossVersusRebalancing.ConcentratedRate(1, 1, 2, 2, 1));
        Assert.ThrowsAny<ArgumentException>(() => LossVersusRebalancing.ConstantProductYield(-1));
        Assert.ThrowsAny<ArgumentException>(() => FeeYield.Of(1, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => FeeYield.Of(0.1, 1, 0));
        Assert.ThrowsAny<ArgumentException>(() => FeeYield.BreakEvenVolume(0, 1));
    }

    private static Arbitrary<int> Seeds => Gen.Choose(1, int.MaxValue - 1).ToArbitrary();

    private static Arbitrary<double> Prices => Gen.Choose(-6_000, 6_000).Select(e => Math.Pow(10, e / 1_000.0)).ToArbitrary();

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b));

    private static BigInteger Wide(Random random, int bits)
    {
        var bytes = new byte[17];
        random.NextBytes(bytes);
        bytes[16] = 0;
        return BigInteger.Max(1, new BigInteger(bytes) >> (128 - random.Next(1, Math.Min(bits, 128) + 1))) << random.Next(0, Math.Max(1, bits - 127));
    }

    private static (ConcentratedPool Pool, BigInteger Held0, BigInteger Held1, List<(int Lower, int Upper, BigInteger Liquidity)> Positions) RandomPool(Random random)
    {
        int[] spacings = [10, 60, 200];
        var spacing = spacings[random.Next(3)];
        var pool = ConcentratedPool.Create(Fees[random.Next(5)], spacing, TickMath.SqrtPriceAt(random.Next(-5_000, 5_000)) + random.Next(100));
        var (held0, held1) = (BigInteger.Zero, BigInteger.Zero);
        var positions = new List<(int, int, BigInteger)> { (-(887_272 / spacing) * spacing, 887_272 / spacing * spacing, BigInteger.Pow(10, 12)) };
        for (var i = random.Next(5); i > 0; i--)
        {
            var lower = random.Next(-100, 100) * spacing;
            positions.Add((lower, lower + (random.Next(1, 60) * spacing), Wide(random, 64)));
        }

        foreach (var (lower, upper, liquidity) in positions)
        {
            (pool, var in0, var in1) = pool.Change(lower, upper, liquidity);
            (held0, held1) = (held0 + in0, held1 + in1);
        }

        return (pool, held0, held1, positions);
    }

    private readonly record struct Rational(BigInteger Top, BigInteger Bottom)
    {
        public static Rational operator +(Rational a, BigInteger b) => new(a.Top + (b * a.Bottom), a.Bottom);

        public static bool operator >=(Rational a, Rational b) => a.Top * b.Bottom >= b.Top * a.Bottom;

        public static bool operator <=(Rational a, Rational b) => b >= a;

        public Rational Times(Rational other) => new(Top * other.Top, Bottom * other.Bottom);
    }
}
