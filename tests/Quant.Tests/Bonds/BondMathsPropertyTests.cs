using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Bonds.Tests;

public class BondMathsPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly Arbitrary<(BondCashFlows Flows, int Frequency, double Yield)> Bonds = (
        from settle in Gen.Choose(0, 20_000)
        from days in Gen.Choose(2, 15_000)
        from coupon in Gen.Choose(0, 2_000)
        from frequency in Gen.Elements(1, 2)
        from dayCount in Gen.Elements(DayCount.Actual365Fixed, DayCount.Thirty360)
        from y in Gen.Choose(-100, 4_000)
        let settlement = new DateOnly(1990, 1, 1).AddDays(settle)
        let flows = TryFlows(settlement, settlement.AddDays(days), coupon / 100.0, frequency, dayCount)
        where flows is not null
        select (flows, frequency, y / 10_000.0)).ToArbitrary();

    [Fact]
    public void A_yield_found_from_a_price_gives_that_price_back() => Check.One(TenThousand, Prop.ForAll(Bonds, b =>
    {
        var dirty = Price(b.Flows, b.Yield, b.Frequency);
        var found = YieldToMaturity.Of(b.Flows, dirty - b.Flows.Accrued, b.Frequency);
        return Math.Abs(Price(b.Flows, found, b.Frequency) - dirty) <= 1e-10 * dirty && Math.Abs(found - b.Yield) < 1e-7;
    }));

    [Fact]
    public void Duration_and_convexity_are_the_slopes_of_the_price() => Check.One(TenThousand, Prop.ForAll(Bonds, b =>
    {
        const double h = 1e-4;
        var (price, up, down) = (Price(b.Flows, b.Yield, b.Frequency), Price(b.Flows, b.Yield + h, b.Frequency), Price(b.Flows, b.Yield - h, b.Frequency));
        var times = b.Flows.Times.Span;
        var amounts = b.Flows.Amounts.Span;
        var duration = ModifiedDuration.Of(times, amounts, b.Yield, b.Frequency);
        var convexity = Convexity.Of(times, amounts, b.Yield, b.Frequency);
        return Near((down - up) / (2 * h * price), duration) && Near((up + down - (2 * price)) / (h * h * price), convexity);
    }));

    [Fact]
    public void Duration_lies_between_the_first_and_the_last_payment() => Check.One(TenThousand, Prop.ForAll(Bonds, b =>
    {
        var duration = MacaulayDuration.Of(b.Flows.Times.Span, b.Flows.Amounts.Span, b.Yield, b.Frequency);
        return duration >= b.Flows.Times.Span[0] - 1e-12 && duration <= b.Flows.Times.Span[^1] + 1e-12;
    }));

    [Theory]
    [InlineData(0.01)]
    [InlineData(1e-6)]
    [InlineData(900)]
    public void Prices_far_from_par_still_have_a_yield(double clean)
    {
        var flows = CouponCashFlows.Of(new(2026, 1, 5), new(2061, 3, 1), 9, 2, DayCount.Thirty360);
        var y = YieldToMaturity.Of(flows, clean, 2);

        Assert.Equal(1, Price(flows, y, 2) / (clean + flows.Accrued), 10);
    }

    [Fact]
    public void A_series_that_bounces_between_bid_and_ask_betrays_its_spread()
    {
        var random = new Random(7);
        var prices = Enumerable.Range(0, 200_000).Select(_ => 100 + (random.Next(2) == 0 ? -0.25 : 0.25)).ToArray();

        Assert.Equal(0.5, RollSpread.Of(prices)!.Value, 2);
    }

    [Fact]
    public void A_trend_or_silence_gives_no_estimate()
    {
        Assert.Null(RollSpread.Of([1, 2, 4, 8, 16]));
        Assert.Null(AmihudIlliquidity.Of([0.1, 0.2], [0, 0]));
    }

    [Fact]
    public void Constant_prices_have_no_spread() => Assert.Equal(0, RollSpread.Of([5, 5, 5, 5, 5]));

    [Fact]
    public void Thirty_360_counts_every_month_alike()
    {
        Assert.Equal(30 / 360.0, YearFraction.Between(new(2026, 1, 31), new(2026, 3, 1), DayCount.Thirty360) - (1 / 360.0), 12);
        Assert.Equal(60 / 360.0, YearFraction.Between(new(2026, 1, 31), new(2026, 3, 31), DayCount.Thirty360), 12);
        Assert.Equal(59 / 365.0, YearFraction.Between(new(2026, 1, 31), new(2026, 3, 31), DayCount.Actual365Fixed), 12);
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CouponCashFlows.Of(new(2026, 1, 5), new(2026, 1, 5), 5, 1, DayCount.Thirty360));
        Assert.Throws<ArgumentOutOfRangeException>(() => CouponCashFlows.Of(new(2026, 1, 5), new(2027, 1, 5), double.NaN, 1, DayCount.Thirty360));
        Assert.Throws<ArgumentOutOfRangeException>(() => CouponCashFlows.Of(new(2026, 1, 5), new(2027, 1, 5), 5, 3, DayCount.Thirty360));
        Assert.Throws<ArgumentOutOfRangeException>(() => YieldToMaturity.Of([1], [100], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => YieldToMaturity.Of([1], [100], double.NaN, 1));
        Assert.Throws<ArgumentException>(() => YieldToMaturity.Of([], [], 100, 1));
        Assert.Throws<ArgumentException>(() => YieldToMaturity.Of([1, 2], [100], 100, 1));
        Assert.Throws<ArgumentException>(() => YieldToMaturity.Of([0], [100], 100, 1));
        Assert.Throws<ArgumentException>(() => YieldToMaturity.Of([1], [0], 100, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Convexity.Of([1], [100], -1, 1));
        Assert.Throws<ArithmeticException>(() => DiscountFactors.Price([100], [100], -1 + 1e-9, 1));
        Assert.Throws<ArgumentException>(() => AmihudIlliquidity.Of([1], [-1]));
        Assert.Throws<ArgumentException>(() => AmihudIlliquidity.Of([1], []));
        Assert.Throws<ArgumentException>(() => AmihudIlliquidity.Of([double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => RollSpread.Of([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => RollSpread.Of([1, 2, 3, double.PositiveInfinity]));
    }

    private static double Price(BondCashFlows flows, double yield, int frequency) =>
        DiscountFactors.Price(flows.Times.Span, flows.Amounts.Span, yield, frequency);

    private static bool Near(double difference, double slope) => Math.Abs(difference - slope) <= 1e-3 * Math.Max(0.01, Math.Abs(slope));

    private static BondCashFlows? TryFlows(DateOnly settlement, DateOnly maturity, double coupon, int frequency, DayCount dayCount)
    {
        try
        {
            return CouponCashFlows.Of(settlement, maturity, coupon, frequency, dayCount);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // 30/360 sees no day before the next payment
        }
    }
}
