using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits.Tests;

/// <summary>The founding document's four test scenarios.</summary>
public class ExitScenarioTests
{
    private static readonly Microstructure Thin = Markets.Of(99.00m, 100.50m, depth: 150_000, volume: 200_000, secondsSinceTrade: 200_000);

    private static ExitRecommendations Recommend(BondInputs inputs, decimal size = 100_000) => ExitRecommender.Recommend(
        inputs, Index(inputs), new FaceAmount(size), SampleBonds.Policy, SampleBonds.Now);

    private static LiquidityIndex? Index(BondInputs inputs) =>
        inputs.Market is { } market ? LiquidityIndexModel1.Compute(market.Value, LiquidityWeights.Standard) : null;

    [Theory]
    [InlineData("A-")]
    [InlineData("BBB+")]
    [InlineData("BBB")]
    [InlineData("BBB-")]
    [InlineData("BB")]
    public void Medium_credit_risk_and_high_liquidity_recommend_the_market_maker(string rating)
    {
        var exits = Recommend(SampleBonds.Inputs(
            Markets.Example, SampleBonds.Auction(), SampleBonds.MarketMaker(), SampleBonds.Reference(rating)));

        Assert.Equal(ExitPath.MarketMaker, exits.Best!.Path);
        Assert.Equal(ExitPriority.Primary, exits.Best.Priority);
        Assert.InRange(exits.Best.FillProbability!.Value.Value, 0.8, 0.95);
        Assert.InRange(exits.Best.ExpectedTime!.Value.TotalMinutes, 15, 30);
        Assert.InRange(exits.Best.Quote!.Spread.Value, 25, 35);
    }

    [Theory]
    [InlineData("AAA", true)]
    [InlineData("AA", true)]
    [InlineData("AAA", false)]
    [InlineData("AA", false)]
    public void Low_credit_risk_and_a_thin_market_recommend_auction_or_requests_for_quotes(string rating, bool auction)
    {
        var exits = Recommend(SampleBonds.Inputs(
            Thin,
            auction ? SampleBonds.Auction() : null,
            SampleBonds.MarketMaker(quotes: 2, spread: 120, high: 150_000),
            SampleBonds.Reference(rating)));

        Assert.True(Index(SampleBonds.Inputs(Thin))!.Level <= LiquidityLevel.Moderate);
        Assert.Contains(exits.Best!.Path, new[] { ExitPath.Auction, ExitPath.RfqBatch });
        Assert.NotEqual(ExitPriority.Primary, exits[ExitPath.MarketMaker].Priority);
    }

    [Theory]
    [InlineData("B", true)]
    [InlineData("B", false)]
    [InlineData("CCC", true)]
    [InlineData("CC", false)]
    public void High_credit_risk_and_high_demand_give_an_exit_with_risk_warnings(string rating, bool online)
    {
        var exits = Recommend(
            SampleBonds.Inputs(
                Markets.Example,
                SampleBonds.Auction(bids: 60, demand: 20_000_000),
                SampleBonds.MarketMaker(online),
                SampleBonds.Reference(rating)),
            size: 50_000);

        Assert.NotNull(exits.Best);
        Assert.True(exits.Best.FillProbability!.Value.Value > 0.5);
        Assert.Contains(exits.Warnings, w => w is { Category: RiskCategory.Credit, Kind: ExitWarningKind.HighRisk or ExitWarningKind.CriticalRisk });
        Assert.Contains(exits.Warnings, w => w.Kind == ExitWarningKind.SpeculativeGrade);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void No_market_maker_and_no_auction_window_prioritise_the_token(bool makerKnown, bool auctionKnown)
    {
        foreach (var market in new[] { Markets.Example, Thin, null })
        {
            var exits = Recommend(SampleBonds.Inputs(
                market,
                auctionKnown ? SampleBonds.Auction(windowInHours: null) : null,
                makerKnown ? SampleBonds.MarketMaker(online: false) : null,
                SampleBonds.Reference("A", rfqWindow: SampleBonds.Now.AddMinutes(1))));

            Assert.Equal(ExitPath.TokenizedP2p, exits.Best!.Path);
            Assert.Equal(TimeSpan.FromHours(4), exits.Best.ExpectedTime);
            Assert.Equal(ExitPath.RfqBatch, exits.Paths[1].Path);
            Assert.False(exits[ExitPath.MarketMaker].IsFeasible);
            Assert.False(exits[ExitPath.Auction].IsFeasible);
        }
    }
}
