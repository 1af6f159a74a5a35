using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Quoting.Tests;

public class QuotingPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly Arbitrary<Dealer> Dealers = (
        from gamma in Gen.Choose(-8, 3).Select(e => e == -8 ? 0 : Math.Pow(10, e / 2.0))
        from variance in Gen.Choose(-6, 6).Select(e => Math.Pow(10, e / 2.0))
        from k in Gen.Choose(-4, 4).Select(e => Math.Pow(10, e / 2.0))
        from a in Gen.Choose(-2, 4).Select(e => Math.Pow(10, e / 2.0))
        from left in Gen.Choose(0, 1_000).Select(t => t / 100.0)
        from bound in Gen.Choose(1, 5)
        select new Dealer(new(gamma), new(variance), new(k), new(a), new(left), bound)).ToArbitrary();

    [Fact]
    public void The_spread_is_above_zero_and_falls_with_the_decay_of_fills() => Check.One(TenThousand, Prop.ForAll(Dealers, d =>
    {
        var spread = AvellanedaStoikov.Spread(d.Aversion, d.Variance, d.Decay, d.Left);
        return spread > 0 && AvellanedaStoikov.Spread(d.Aversion, d.Variance, new(1.01 * d.Decay.Value), d.Left) < spread;
    }));

    [Fact]
    public void The_reservation_price_falls_with_inventory_and_is_the_mid_at_none() => Check.One(TenThousand, Prop.ForAll(
        Dealers, Gen.Choose(-50, 50).ToArbitrary(), (d, q) =>
        {
            double At(int lots) => AvellanedaStoikov.ReservationPrice(100, new(lots), d.Aversion, d.Variance, d.Left);
            return At(q + 1) <= At(q) && At(0) == 100 && Math.Abs(At(q) + At(-q) - 200) <= 1e-12 * Math.Abs(At(q) - At(-q) + 200);
        }));

    [Fact]
    public void Exact_quotes_mirror_each_other_and_fall_with_inventory() => Check.One(TenThousand, Prop.ForAll(Dealers, d =>
    {
        var model = GueantLehalleFernandezTapia.Of(d.Aversion, d.Variance, d.Decay, d.Intensity, d.Bound);
        int[] lots = [.. Enumerable.Range(-d.Bound, (2 * d.Bound) + 1)];
        foreach (var quotes in (QuotePair[][])[[.. lots.Select(q => model.Quotes(0, q, d.Left))], [.. lots.Select(q => model.StationaryQuotes(0, q))]])
        {
            var scale = 1e-9 * (1 + Math.Abs(quotes[0].Bid!.Value));
            for (var i = 0; i < quotes.Length; i++)
            {
                var (here, mirror) = (quotes[i], quotes[^(i + 1)]);
                if (!Near(here.Bid, -mirror.Ask, scale) || !Near(here.Ask, -mirror.Bid, scale) || here.Spread <= 0) return false;
                if (i + 2 < quotes.Length && !(quotes[i + 1].Bid <= here.Bid + scale)) return false;
                if (i > 0 && i + 1 < quotes.Length && !(quotes[i + 1].Ask <= here.Ask + scale)) return false;
            }
        }

        return model.Quotes(0, d.Bound, d.Left).Bid is null && model.StationaryQuotes(0, -d.Bound).Ask is null;
    }));

    [Fact]
    public void Far_from_the_end_the_exact_quotes_are_the_stationary_ones_and_near_the_closed_form()
    {
        GueantLehalleFernandezTapia model = GueantLehalleFernandezTapia.Of(new(0.01), new(0.09), new(0.3), new(0.9), 30);
        for (var q = -29; q < 30; q++)
        {
            var (exact, stationary) = (model.Quotes(100, q, new(5_000)), model.StationaryQuotes(100, q));
            Assert.InRange(exact.Bid!.Value - stationary.Bid!.Value, -1e-10, 1e-10);
            Assert.InRange(exact.Ask!.Value - stationary.Ask!.Value, -1e-10, 1e-10);
        }

        for (var q = -5; q <= 5; q++)
            Assert.Equal(AsymptoticQuotes.Of(100, new(q), new(0.01), new(0.09), new(0.3), new(0.9)).Bid!.Value, model.StationaryQuotes(100, q).Bid!.Value, 0.01);
    }

    [Theory]
    [InlineData(5, 9, 0.5, 2, 8)]
    [InlineData(1000, 1000, 0.01, 1, 5)]
    [InlineData(0.1, 4, 1.5, 140, 100)]
    public void A_market_that_hardly_fills_keeps_every_digit_of_rare_inventories(double gamma, double variance, double k, double a, int bound)
    {
        var model = GueantLehalleFernandezTapia.Of(new(gamma), new(variance), new(k), new(a), bound);
        for (var q = -Math.Min(bound, 40); q <= Math.Min(bound, 40); q += bound / 4)
        {
            var (exact, stationary) = (model.Quotes(100, q, new(1e6)), model.StationaryQuotes(100, q));
            Assert.True(Near(exact.Bid, stationary.Bid, 1e-8 * (1 + Math.Abs(stationary.Bid ?? 0))), $"{q}: {exact} {stationary}");
            Assert.True(Near(exact.Ask, stationary.Ask, 1e-8 * (1 + Math.Abs(stationary.Ask ?? 0))), $"{q}: {exact} {stationary}");
        }

        for (var q = 1 - bound; q < bound; q++) Assert.True(model.StationaryQuotes(100, q).Bid < model.StationaryQuotes(100, q - 1).Bid);
    }

    [Fact]
    public void Without_risk_at_the_end_the_exact_quotes_are_those_of_the_first_order()
    {
        var model = GueantLehalleFernandezTapia.Of(new(0.1), new(4), new(1.5), new(140), 5);
        var exact = model.Quotes(100, 1, new(0));
        var first = AvellanedaStoikov.Quotes(100, new(1), new(0.1), new(4), new(1.5), new(0));

        Assert.Equal(first.Bid!.Value, exact.Bid!.Value, 12);
        Assert.Equal(first.Ask!.Value, exact.Ask!.Value, 12);
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceVolatility(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceVolatility(1e200).Squared);
        Assert.Throws<ArgumentOutOfRangeException>(() => new VarianceRate(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RiskAversion(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FillDecay(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FillIntensity(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Inventory(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeLeft(-1e-9));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeLeft.OfSession(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AvellanedaStoikov.ReservationPrice(double.NaN, new(1), new(1), new(1), new(1)));
        Assert.Throws<ArithmeticException>(() => AvellanedaStoikov.ReservationPrice(1, new(1e150), new(1e150), new(1e150), new(1)));
        Assert.Throws<ArithmeticException>(() => AvellanedaStoikov.Spread(new(1e300), new(1e300), new(1), new(1)));
        Assert.Throws<ArithmeticException>(() => AvellanedaStoikov.Spread(default, default, default, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => GueantLehalleFernandezTapia.Of(new(1), new(1), new(1), new(1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GueantLehalleFernandezTapia.Of(new(1), new(1), new(1), new(1), 101));
        Assert.Throws<ArithmeticException>(() => GueantLehalleFernandezTapia.Of(new(1e150), new(1e150), new(1), new(1e-150), 2));
        var model = GueantLehalleFernandezTapia.Of(new(1), new(1), new(1), new(1), 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Quotes(1, 3, new(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.StationaryQuotes(double.NaN, 0));
        Assert.Equal(2e-150, AvellanedaStoikov.Spread(new(1e-150), new(1e-150), new(1e150), new(1)), 1e-160);
        Assert.Equal(2e150, AvellanedaStoikov.Spread(new(0), new(1e-150), new(1e-150), new(1)), 1e140);
    }

    private static bool Near(double? one, double? other, double tolerance) =>
        one is null == other is null && Math.Abs((one ?? 0) - (other ?? 0)) <= tolerance;

    public sealed record Dealer(RiskAversion Aversion, VarianceRate Variance, FillDecay Decay, FillIntensity Intensity, TimeLeft Left, int Bound);
}
