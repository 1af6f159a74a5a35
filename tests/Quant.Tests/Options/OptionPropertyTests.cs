using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Options.Tests;

public class OptionPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly Arbitrary<(EuropeanOption Option, double Volatility)> Cases = (
        from type in Gen.Elements(OptionType.Call, OptionType.Put)
        from moneyness in Gen.Choose(-160, 160)
        from days in Gen.Choose(1, 1_825)
        from volatility in Gen.Choose(1, 300)
        from rate in Gen.Choose(-20, 150)
        from dividends in Gen.Choose(-20, 150)
        select (new EuropeanOption(type, 100, 100 * Math.Exp(moneyness / 100.0), days / 365.0, rate / 1000.0, dividends / 1000.0), volatility / 100.0))
        .ToArbitrary();

    [Fact]
    public void Call_less_put_is_forward_less_strike_discounted() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        var (call, put) = (c.Option with { Type = OptionType.Call }, c.Option with { Type = OptionType.Put });
        var parity = (100 * Math.Exp(-call.DividendYield * call.Years)) - (call.Strike * Math.Exp(-call.Rate * call.Years));
        return Near(BlackScholes.Price(call, c.Volatility) - BlackScholes.Price(put, c.Volatility), parity, 1e-11);
    }));

    [Fact]
    public void The_price_equals_the_textbook_formulas() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
        Near(BlackScholes.Price(c.Option, c.Volatility), NaiveOptions.Price(c.Option, c.Volatility), 1e-11)));

    [Fact]
    public void Greeks_are_the_slopes_of_price_and_delta() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        // A step far below the width of the curve, so that the difference of five points is exact to about 1e-8.
        var (o, v) = c;
        var s = v * Math.Sqrt(o.Years);
        if (s < 0.02) return true;
        var g = BlackScholesGreeks.Of(o, v);
        var (hs, hv, ht) = (Math.Min(s, 1) * 0.3, v * 0.005, o.Years * 0.002);
        return Slope(e => BlackScholes.Price(o with { Spot = 100 + e }, v), hs, g.Delta, 1e-6, 1)
            && Slope(e => BlackScholesGreeks.Of(o with { Spot = 100 + e }, v).Delta, hs, g.Gamma, 1e-6, 0.01 / s)
            && Slope(e => BlackScholes.Price(o, v + e), hv, g.Vega, 1e-6, 100 * Math.Sqrt(o.Years))
            && Slope(e => BlackScholesGreeks.Of(o, v + e).Delta, hv, g.Vanna, 1e-6, 1 / v)
            && Slope(e => BlackScholesGreeks.Of(o, v + e).Vega, hv, g.Volga, 1e-6, 100 * Math.Sqrt(o.Years) / v)
            && Slope(e => BlackScholes.Price(o with { Years = o.Years - e }, v), ht, g.Theta, 1e-6, 100 / o.Years)
            && Slope(e => BlackScholesGreeks.Of(o with { Years = o.Years - e }, v).Delta, ht, g.Charm, 1e-6, 1 / o.Years)
            && Slope(e => BlackScholes.Price(o with { Rate = o.Rate + e }, v), Math.Min(s, 1) * 0.003 / Math.Max(1, o.Years), g.Rho, 1e-6, 100 * o.Years)
            && Slope(e => BlackScholes.Price(o with { DividendYield = o.DividendYield + e }, v), Math.Min(s, 1) * 0.003 / Math.Max(1, o.Years), g.DividendRho, 1e-6, 100 * o.Years);
    }));

    [Fact]
    public void More_volatility_never_makes_an_option_cheaper() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
        BlackScholes.Price(c.Option, c.Volatility * 1.01) >= BlackScholes.Price(c.Option, c.Volatility)
        && BlackScholes.Price(c.Option, c.Volatility) >= BlackScholes.Price(c.Option, 0)));

    [Fact]
    public void The_price_is_convex_in_the_strike() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        var (k, h) = (c.Option.Strike, c.Option.Strike * 0.01);
        double At(double strike) => BlackScholes.Price(c.Option with { Strike = strike }, c.Volatility);
        return At(k - h) + At(k + h) - (2 * At(k)) >= -1e-11;
    }));

    [Fact]
    public void Volatility_comes_back_from_its_price() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        var price = BlackScholes.Price(c.Option, c.Volatility);
        if (price is > 0 and < 1e-300) return true; // a double holds such numbers with few digits
        try
        {
            var found = ImpliedVolatility.Of(c.Option, price);
            return Math.Abs(found - c.Volatility) <= Math.Max(1e-10, NaiveOptions.Blur(c.Option, c.Volatility, price));
        }
        catch (ArithmeticException)
        {
            return price == 0 || (InTheMoney(c.Option) && price - BlackScholes.Price(c.Option, 0) < 1e-12 * Math.Max(price, c.Option.Strike));
        }
    }));

    [Theory]
    [InlineData(OptionType.Call, 90, 10)]
    [InlineData(OptionType.Call, 110, 0)]
    [InlineData(OptionType.Put, 110, 10)]
    [InlineData(OptionType.Put, 90, 0)]
    [InlineData(OptionType.Put, 100, 0)]
    public void Without_time_or_volatility_only_the_intrinsic_value_is_left(OptionType type, double strike, double intrinsic)
    {
        Assert.Equal(intrinsic, BlackScholes.Price(new(type, 100, strike, 0, 0.1, 0.05), 0.3), 12);
        Assert.Equal(intrinsic, BlackScholes.Price(new(type, 100, strike, 1, 0, 0), 0), 12);
        Assert.Equal(intrinsic, BlackScholes.Price(new(type, 100, strike, 1, 0, 0), 1e-9), 6);
        if (strike == 100) return;

        var g = BlackScholesGreeks.Of(new(type, 100, strike, 0, 0.1, 0.05), 0.3);
        Assert.Equal(intrinsic > 0 ? (int)type : 0, g.Delta);
        Assert.Equal((0, 0, 0, 0), (g.Gamma, g.Vega, g.Vanna, g.Volga));
    }

    [Theory]
    [InlineData(OptionType.Call, 100)]
    [InlineData(OptionType.Put, 50)]
    public void Endless_volatility_gives_the_upper_bound(OptionType type, double bound) =>
        Assert.Equal(bound, BlackScholes.Price(new(type, 100, 50, 1, 0, 0), 100), 12);

    [Fact]
    public void A_far_put_keeps_its_digits()
    {
        // Φ(−d₂)·K − Φ(−d₁)·S with 60 digits (mpmath 1.2): S = 100, K = 20, T = ¼, σ = 30 %, r = q = 0.
        Assert.Equal(1, BlackScholes.Price(new(OptionType.Put, 100, 20, 0.25, 0, 0), 0.3) / 2.2661822121537401e-27, 11);
    }

    [Fact]
    public void A_sold_position_takes_away_what_a_bought_one_brings()
    {
        var option = new EuropeanOption(OptionType.Call, 100, 105, 0.5, 0.03, 0.01);
        var unit = BlackScholesGreeks.Of(option, 0.25);

        Assert.Equal(default, OptionPortfolio.Sum([new(option, 0.25, 3, 100), new(option, 0.25, -3, 100)]));
        Assert.Equal(default, OptionPortfolio.Sum([]));
        var sum = OptionPortfolio.Sum([new(option, 0.25, 2, 100), new(option, 0.25, -0.5, 10)]);
        Assert.Equal(195 * unit.Delta, sum.Delta, 10);
        Assert.Equal(195 * unit.Charm, sum.Charm, 10);
        Assert.Equal(195 * unit.Price, sum.Price, 8);
    }

    [Fact]
    public void A_price_without_volatility_is_refused_with_the_reason()
    {
        var call = new EuropeanOption(OptionType.Call, 100, 80, 1, 0, 0);

        Assert.Contains("below", Assert.Throws<ArgumentOutOfRangeException>(() => ImpliedVolatility.Of(call, 19.9)).Message, StringComparison.Ordinal);
        Assert.Contains("above", Assert.Throws<ArgumentOutOfRangeException>(() => ImpliedVolatility.Of(call, 100.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ImpliedVolatility.Of(call, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImpliedVolatility.Of(call with { Strike = 120 }, -1e-9));
        Assert.Throws<ArithmeticException>(() => ImpliedVolatility.Of(call, 20));
        Assert.Throws<ArithmeticException>(() => ImpliedVolatility.Of(call, 100));
        Assert.Throws<ArithmeticException>(() => ImpliedVolatility.Of(call with { Strike = 120 }, 0));
        Assert.Throws<ArithmeticException>(() => ImpliedVolatility.Of(call with { Years = 0 }, 30));
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        var call = new EuropeanOption(OptionType.Call, 100, 80, 1, 0, 0);

        foreach (var bad in new[] { double.NaN, double.PositiveInfinity, 0, -1 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => BlackScholes.Price(call with { Spot = bad }, 0.2));
            Assert.Throws<ArgumentOutOfRangeException>(() => BlackScholes.Price(call with { Strike = bad }, 0.2));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => BlackScholes.Price(call with { Years = -1 }, 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlackScholes.Price(call, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlackScholes.Price(call with { Rate = double.NaN }, 0.2));
        Assert.Throws<ArgumentException>(() => BlackScholes.Price(default, 0.2));
        Assert.Throws<ArithmeticException>(() => BlackScholes.Price(call with { Rate = 1e6 }, 0.2));
        Assert.Throws<ArithmeticException>(() => BlackScholesGreeks.Of(call with { Strike = 100, Years = 0 }, 0.2));
        Assert.Throws<ArithmeticException>(() => BlackScholesGreeks.Elasticity(call with { Strike = 1e9 }, 0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => OptionPortfolio.Sum([new(call, 0.2, double.NaN, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => OptionPortfolio.Sum([new(call, 0.2, 1, 0)]));
        foreach (var scale in new[] { 1e150, 1e-150 })
        {
            var scaled = call with { Spot = 100 * scale, Strike = 80 * scale };
            Assert.Equal(1, BlackScholes.Price(scaled, 0.2) / scale / BlackScholes.Price(call, 0.2), 12);
            Assert.Equal(0.2, ImpliedVolatility.Of(scaled, BlackScholes.Price(scaled, 0.2)), 12);
        }
    }

    private static bool InTheMoney(EuropeanOption o) => BlackScholes.Price(o, 0) > 0;

    private static bool Near(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Max(100, Math.Abs(a));

    private static bool Slope(Func<double, double> f, double h, double slope, double tolerance, double scale) =>
        Math.Abs(((8 * (f(h) - f(-h))) - f(2 * h) + f(-2 * h)) / (12 * h) - slope) <= tolerance * Math.Max(scale, Math.Abs(slope));
}
