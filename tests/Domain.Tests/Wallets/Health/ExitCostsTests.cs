using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Health.Tests;

public class ExitCostsTests
{
    private static readonly ExitAssumptions Standard = ExitAssumptions.Standard;

    [Fact]
    public void A_sale_costs_half_the_spread_and_two_thirds_of_the_impact()
    {
        // 0.0015 + 2/3 × 0.04 × √(1e8 / 1e10) = 0.0015 + 0.0026667
        Assert.Equal(0.0041666667, ExitCosts.Fraction(new(100_000_000), Markets[Weth], Standard), 10);
        Assert.Equal(416_666.67, (double)ExitCosts.Of(new(100_000_000), Markets[Weth], Standard).Amount, 2);
    }

    [Fact]
    public void A_stablecoin_has_the_narrower_spread() =>
        Assert.Equal(0.0005, ExitCosts.Fraction(Usd.Zero, Markets[Usdc], Standard));

    [Fact]
    public void What_is_not_known_is_taken_to_be_bad()
    {
        // 0.0015 + 2/3 × 0.10 × √(1e6 / 1e5)
        var expected = 0.0015 + (2.0 / 3 * 0.10 * Math.Sqrt(10));

        Assert.Equal(expected, ExitCosts.Fraction(new(1_000_000), null, Standard), 12);
        Assert.Equal(expected, ExitCosts.Fraction(new(1_000_000), new TokenMarket(Weth, null, null, false), Standard), 12);
        Assert.Equal(
            0.0005 + (2.0 / 3 * 0.01 * Math.Sqrt(10)), ExitCosts.Fraction(new(1_000_000), new TokenMarket(Dai, null, null, true), Standard), 12);
    }

    [Fact]
    public void What_does_not_trade_cannot_be_sold() =>
        Assert.Equal(new(500), ExitCosts.Of(new(500), new TokenMarket(Weth, 0.01, Usd.Zero, false), Standard));

    [Fact]
    public void A_sale_never_costs_more_than_the_whole() =>
        Assert.Equal(new(1e15m), ExitCosts.Of(new(1e15m), null, Standard));

    [Fact]
    public void Nobody_sells_less_than_nothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExitCosts.Of(new(-1), null, Standard));

    [Fact]
    public void More_costs_no_smaller_fraction_and_a_deeper_market_no_larger_one() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10_000),
        Prop.ForAll(
            (from size in Gen.Choose(0, 1_000_000_000)
             from more in Gen.Choose(0, 1_000_000_000)
             from volume in Gen.Choose(1, 1_000_000_000)
             from deeper in Gen.Choose(0, 1_000_000_000)
             from volatility in Gen.Choose(0, 500)
             select (size, more, volume, deeper, volatility)).ToArbitrary(),
            c =>
            {
                var market = new TokenMarket(Weth, c.volatility / 1_000d, new(c.volume), false);
                var fraction = ExitCosts.Fraction(new(c.size), market, Standard);
                return fraction is >= 0 and <= 1
                    && ExitCosts.Fraction(new((decimal)c.size + c.more), market, Standard) >= fraction
                    && ExitCosts.Fraction(new(c.size), market with { DailyVolume = new((decimal)c.volume + c.deeper) }, Standard) <= fraction;
            }));
}
