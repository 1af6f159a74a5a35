using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.OrderFlow.Tests;

public class OrderFlowPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly Gen<BestQuote> AQuote =
        from bid in Gen.Choose(-20, 20)
        from spread in Gen.Choose(0, 4)
        from sizes in Gen.Choose(1, 50).Two()
        select new BestQuote(bid / 4.0, sizes.Item1, (bid + spread) / 4.0, sizes.Item2);

    private static readonly Arbitrary<(double[] Volumes, bool[] Bought, double[] Prices, double Bucket, int Window)> Trades = (
        from n in Gen.Choose(3, 40)
        from volumes in Gen.Choose(0, 1_000).Select(v => v / 8.0).ArrayOf(n)
        from bought in Gen.Elements(true, false).ArrayOf(n)
        from prices in Gen.Choose(-20, 20).Select(p => p / 4.0).ArrayOf(n)
        from bucket in Gen.Choose(4, 800)
        from window in Gen.Choose(1, 8)
        select (volumes, bought, prices, bucket / 4.0, window)).ToArbitrary();

    [Fact]
    public void Toxicity_lies_between_zero_and_one_and_does_not_know_the_sides() => Check.One(TenThousand, Prop.ForAll(Trades, t =>
    {
        var (found, turned) = (Vpin.FromSides(t.Volumes, t.Bought, t.Bucket, t.Window), Vpin.FromSides(t.Volumes, [.. t.Bought.Select(b => !b)], t.Bucket, t.Window));
        var (bulk, fallen) = (Vpin.FromBulk(t.Prices, t.Volumes, t.Bucket, t.Window), Vpin.FromBulk([.. t.Prices.Select(p => -p)], t.Volumes, t.Bucket, t.Window));
        var full = (int)Math.Floor((t.Volumes.Sum() / t.Bucket) + 1e-9);
        return found.All(v => v is >= 0 and <= 1) && bulk.All(v => v is >= 0 and <= 1)
            && Math.Abs(found.Length - Math.Max(0, full - t.Window + 1)) <= 1
            && found.SequenceEqual(turned)
            && bulk.Zip(fallen).All(p => Math.Abs(p.First - p.Second) < 1e-9);
    }));

    [Fact]
    public void Flow_from_one_side_only_is_all_toxic_and_a_cut_trade_is_the_same_trade() => Check.One(TenThousand, Prop.ForAll(Trades, t =>
    {
        var all = Vpin.FromSides(t.Volumes, [.. t.Bought.Select(_ => true)], t.Bucket, t.Window);
        var cut = Vpin.FromSides([.. t.Volumes.SelectMany(v => (double[])[v / 4, v / 4, v / 2])], [.. t.Bought.SelectMany(b => (bool[])[b, b, b])], t.Bucket, t.Window);
        var whole = Vpin.FromSides(t.Volumes, t.Bought, t.Bucket, t.Window);
        return all.All(v => Math.Abs(v - 1) < 1e-9) && Math.Abs(cut.Length - whole.Length) <= 1
            && cut.Zip(whole).All(p => Math.Abs(p.First - p.Second) < 1e-9);
    }));

    [Fact]
    public void Order_flow_imbalance_turns_its_sign_with_the_sides_and_undoes_itself() => Check.One(TenThousand, Prop.ForAll(
        AQuote.ToArbitrary(), AQuote.ToArbitrary(), (before, after) =>
        {
            static BestQuote Swap(BestQuote q) => new(-q.Ask, q.AskSize, -q.Bid, q.BidSize);
            var flow = OrderFlowImbalance.Of(before, after);
            return OrderFlowImbalance.Of(Swap(before), Swap(after)) == -flow
                && OrderFlowImbalance.Of(after, before) == -flow
                && OrderFlowImbalance.Of(before, before) == 0;
        }));

    [Fact]
    public void Weighted_mids_lie_within_the_spread_and_mirror() => Check.One(TenThousand, Prop.ForAll(AQuote.ToArbitrary(), q =>
    {
        var mid = WeightedMid.Of(q);
        var depth = WeightedMid.OfDepth([q.Bid], [q.BidSize], [q.Ask], [q.AskSize]);
        var mirrored = WeightedMid.Of(new(-q.Ask, q.AskSize, -q.Bid, q.BidSize));
        return mid >= q.Bid - 1e-12 && mid <= q.Ask + 1e-12 && Math.Abs(mid + mirrored) < 1e-12 && Math.Abs(mid - depth) < 1e-12
            && (q.BidSize <= q.AskSize || mid >= q.Mid - 1e-12);
    }));

    [Fact]
    public void Averages_lie_within_the_prices_and_a_rolling_one_is_the_average_of_its_window() => Check.One(TenThousand, Prop.ForAll(Trades, t =>
    {
        double[] times = [.. t.Prices.Select((_, i) => Math.Floor(i * 1.7))];
        var rolling = new double[times.Length];
        Vwap.Rolling(times, t.Prices, t.Volumes, t.Window, rolling);
        for (var i = 0; i < times.Length; i++)
        {
            int[] inside = [.. Enumerable.Range(0, i + 1).Where(j => times[i] - times[j] < t.Window)];
            var volume = inside.Sum(j => t.Volumes[j]);
            var expected = volume > 0 ? inside.Sum(j => t.Prices[j] * t.Volumes[j]) / volume : t.Prices[i];
            if (Math.Abs(rolling[i] - expected) > 1e-11) return false;
        }

        var twap = Twap.Of(times, t.Prices, 0, times[^1] + 1);
        return twap >= t.Prices.Min() - 1e-12 && twap <= t.Prices.Max() + 1e-12
            && (t.Volumes.Sum() == 0 || (Vwap.Of(t.Prices, t.Volumes) >= t.Prices.Min() - 1e-12 && Vwap.Of(t.Prices, t.Volumes) <= t.Prices.Max() + 1e-12));
    }));

    [Fact]
    public void Impact_follows_units_and_no_line_fits_better() => Check.One(TenThousand, Prop.ForAll(
        Trades, Gen.Choose(-140, 140).ToArbitrary(), (t, power) =>
        {
            if (t.Volumes.Distinct().Count() < 2) return true;
            var c = Math.Pow(10, power);
            var (fit, wide) = (PriceImpact.Fit(t.Prices, t.Volumes), PriceImpact.Fit(t.Prices, [.. t.Volumes.Select(v => v * c)]));
            double Loss(double a, double b) => t.Prices.Zip(t.Volumes).Sum(p => Math.Pow(p.First - a - (b * p.Second), 2));
            var least = Loss(fit.Intercept, fit.Slope);
            return Math.Abs((wide.Slope * c) - fit.Slope) <= 1e-9 * (1 + Math.Abs(fit.Slope))
                && fit.RSquared is >= 0 and <= 1
                && least <= Loss(fit.Intercept + 1e-3, fit.Slope) + 1e-9 && least <= Loss(fit.Intercept, fit.Slope + 1e-4) + 1e-9 && least <= Loss(fit.Intercept, fit.Slope - 1e-4) + 1e-9;
        }));

    [Fact]
    public void The_microprice_leans_with_the_imbalance_and_is_the_mid_without_one()
    {
        var model = Microprice.Fit(OrderFlowGoldenTests.Quotes, 0.01, 5, 1);

        Assert.Equal(0, model.Adjustment(2, 1));
        Assert.True(model.Adjustment(4, 1) > 0);
        for (var b = 0; b < 5; b++) Assert.Equal(-model.Adjustment(b, 1), model.Adjustment(4 - b, 1));
        BestQuote heavy = new(100, 9, 100.01, 1);
        Assert.Equal(heavy.Mid + model.Adjustment(4, 1), model.Of(heavy));
    }

    [Fact]
    public void The_square_root_law_doubles_for_four_times_the_size()
    {
        Assert.Equal(0.02, SquareRootImpact.Of(1, 0.02, 100, 100), 15);
        Assert.Equal(2 * SquareRootImpact.Of(0.8, 0.03, 10, 1e5), SquareRootImpact.Of(0.8, 0.03, 40, 1e5), 15);
        Assert.Equal(SquareRootImpact.Of(0.8, 0.03, 10, 1e5) / 1.5, SquareRootImpact.MeanCost(0.8, 0.03, 10, 1e5), 15);
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        double[] good = [1, 2, 3, 4], nan = [1, double.NaN, 2, 3], flat = [2, 2, 2, 2];
        BestQuote quote = new(1, 1, 2, 1);
        Assert.Throws<ArgumentException>(() => Vpin.FromSides([1, 2], [true], 1, 1));
        Assert.Throws<ArgumentException>(() => Vpin.FromSides([-1], [true], 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => Vpin.FromSides([1], [true], 0, 1));
        Assert.ThrowsAny<ArgumentException>(() => Vpin.FromSides([1], [true], 1, 0));
        Assert.Throws<ArgumentException>(() => Vpin.FromSides([1e150], [true], 1e-150, 1));
        Assert.Empty(Vpin.FromSides([], [], 1, 1));
        Assert.Throws<ArgumentException>(() => Vpin.FromBulk([1, 2], [1, 1], 1, 1));
        Assert.Throws<ArgumentException>(() => Vpin.FromBulk(nan, good, 1, 1));
        Assert.All(Vpin.FromBulk(flat, good, 1, 1), v => Assert.Equal(0, v));
        Assert.All(Vpin.FromBulk(good, flat, 1, 1), v => Assert.Equal(1, v));
        Assert.Throws<ArithmeticException>(() => Vpin.FromBulk([1e308, -1e308, 1e308], [1, 1, 1], 1, 1));
        Assert.Throws<ArgumentException>(() => OrderFlowImbalance.Of([]));
        Assert.Throws<ArgumentException>(() => OrderFlowImbalance.Of(quote, new(2, 1, 1, 1)));
        Assert.Throws<ArgumentException>(() => OrderFlowImbalance.Of(quote, new(1, 0, 2, 1)));
        Assert.Throws<ArgumentException>(() => WeightedMid.Of(new(double.NaN, 1, 2, 1)));
        Assert.Equal(1.5, WeightedMid.Of(new(1, 1e-150, 2, 1e-150)), 12);
        Assert.Throws<ArgumentException>(() => WeightedMid.OfDepth([3], [1], [2], [1]));
        Assert.Throws<ArgumentException>(() => WeightedMid.OfDepth([1], [0], [2], [1]));
        Assert.Throws<ArgumentException>(() => Vwap.Of([], []));
        Assert.Throws<ArgumentException>(() => Vwap.Of([1], [0]));
        Assert.Throws<ArgumentException>(() => Vwap.Of(nan, good));
        Assert.Throws<ArgumentException>(() => Vwap.Rolling([2, 1, 3, 4], good, good, 1, new double[4]));
        Assert.Throws<ArgumentException>(() => Vwap.Rolling(good, good, good, 1, new double[3]));
        Assert.Throws<ArgumentException>(() => Twap.Of(good, good, 0, 2));
        Assert.Throws<ArgumentException>(() => Twap.Of(good, good, 2, 2));
        Assert.Throws<ArgumentException>(() => PriceImpact.Fit([1, 2], [1, 2]));
        Assert.Throws<ArithmeticException>(() => PriceImpact.Fit(good, flat));
        Assert.Equal(0, PriceImpact.Fit(flat, good).Slope);
        Assert.ThrowsAny<ArgumentException>(() => SquareRootImpact.Of(1, -1, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => SquareRootImpact.Of(1, 1, 1, 0));
        Assert.Throws<ArithmeticException>(() => SquareRootImpact.Of(1, 1, 1e200, 1e-200));
        Assert.Throws<ArithmeticException>(() => SquareRootImpact.Coefficient([1], [0], [1], [1]));
        Assert.Throws<ArgumentException>(() => BookShape.Slope(1, [3, 2], [1, 1]));
        Assert.Throws<ArithmeticException>(() => BookShape.Slope(1, [1], [1]));
        Assert.Throws<ArgumentException>(() => BookShape.DepthWithin(1, [1], [-1], 1));
        Assert.Null(BookShape.HalfLife([1, 2, 4, 8, 16], 1));
        Assert.Throws<ArithmeticException>(() => BookShape.HalfLife([1, 1, 1, 1], 1));
        Assert.Throws<ArgumentException>(() => Microprice.Fit([quote], 1, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => Microprice.Fit([quote, quote], 1, 0, 1));
        Assert.ThrowsAny<ArgumentException>(() => Microprice.Fit([quote, quote], 1, 1_000, 2));
        Assert.Throws<ArithmeticException>(() => Microprice.Fit([quote, quote], 1, 1, 1));
        Assert.ThrowsAny<ArgumentException>(() => Microprice.Fit([quote, new(2, 1, 3, 1)], 1, 1, 1).Adjustment(1, 1));
    }
}
