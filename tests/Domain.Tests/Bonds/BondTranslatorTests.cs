using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Tests;

public class BondTranslatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly Isin Good = Isin.Parse("US0378331005");

    private static BondTranslation Translate(Isin isin, TimeSpan age, Microstructure? market = null)
    {
        var e = new BondEvent(isin, "test", new EventStamp(Now - age, 0), Now, market ?? Markets.Example);
        return BondTranslator.Translate(isin, BondInputs.None.With(e), Now, LiquidityWeights.Standard);
    }

    [Theory]
    [InlineData(59, DataFreshness.RealTime)]
    [InlineData(60, DataFreshness.Recent)]
    [InlineData(299, DataFreshness.Recent)]
    [InlineData(300, DataFreshness.Delayed)]
    [InlineData(899, DataFreshness.Delayed)]
    [InlineData(900, DataFreshness.Stale)]
    [InlineData(-3, DataFreshness.RealTime)]
    public void Freshness_follows_age(int seconds, DataFreshness expected) =>
        Assert.Equal(expected, Translate(Good, TimeSpan.FromSeconds(seconds)).Freshness);

    [Fact]
    public void Confidence_halves_every_hour()
    {
        Assert.Equal(1, Translate(Good, TimeSpan.Zero).Confidence.Value, 9);
        Assert.Equal(0.5, Translate(Good, TimeSpan.FromHours(1)).Confidence.Value, 9);
        Assert.Equal(0.25, Translate(Good, TimeSpan.FromHours(2)).Confidence.Value, 9);
    }

    [Fact]
    public void A_wrong_check_digit_costs_confidence_and_is_told()
    {
        var translation = Translate(Isin.Parse("IN0012345678"), TimeSpan.Zero);

        Assert.Equal(0.9, translation.Confidence.Value, 9);
        Assert.Contains(BondCaveat.WrongCheckDigit, translation.Caveats);
    }

    [Fact]
    public void Without_any_market_there_is_no_profile_and_no_confidence()
    {
        var translation = BondTranslator.Translate(Good, BondInputs.None, Now, LiquidityWeights.Standard);

        Assert.Null(translation.Liquidity);
        Assert.Equal(0, translation.Confidence.Value);
        Assert.Equal([BondCaveat.NoMarketData, BondCaveat.NoReferenceData], translation.Caveats);
    }

    [Fact]
    public void A_missing_side_is_told() =>
        Assert.Contains(BondCaveat.OneSidedMarket, Translate(Good, TimeSpan.Zero, Markets.Of(null, 100)).Caveats);

    [Fact]
    public void Small_steps_add_up_to_news_because_they_are_compared_with_what_was_announced()
    {
        var announced = LiquidityReading.Of(Translate(Good, TimeSpan.Zero).Liquidity);
        var almost = LiquidityReading.Of(Translate(Good, TimeSpan.Zero, Markets.Of(100.502m, 100.752m)).Liquidity);
        var enough = LiquidityReading.Of(Translate(Good, TimeSpan.Zero, Markets.Of(100.506m, 100.756m)).Liquidity);

        Assert.False(MaterialChange.InLiquidity(announced, announced, ChangeThresholds.Standard));
        Assert.False(MaterialChange.InLiquidity(announced, almost, ChangeThresholds.Standard));
        Assert.True(MaterialChange.InLiquidity(announced, enough, ChangeThresholds.Standard));
        Assert.True(MaterialChange.InLiquidity(null, announced, ChangeThresholds.Standard));
    }
}
