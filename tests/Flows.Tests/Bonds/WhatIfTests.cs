using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

public class WhatIfTests
{
    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task A_ladder_rises_in_size_and_slippage_and_never_in_chance()
    {
        await DeliverAsync(Apple);

        var ladder = await _app.WhatIfs.LadderAsync(Apple, [new(500_000), new(10_000), new(100_000), new(10_000)], Audience.Retail, CancellationToken.None);

        Assert.Equal([10_000m, 100_000m, 500_000m], ladder!.Rungs.Select(r => r.TradeSize.Value));
        Assert.Equal(ladder.Rungs.Select(r => r.QuotedSlippageBps!.Value.Value).Order(), ladder.Rungs.Select(r => r.QuotedSlippageBps!.Value.Value));
        foreach (var path in new[] { "market_maker", "rfq_batch", "tokenized_p2p" })
        {
            var chances = ladder.Rungs.Select(r => r.Paths.Single(p => p.Path == path).FillProbability?.Value).OfType<double>().ToList();
            Assert.Equal(chances.OrderDescending(), chances);
        }

        Assert.All(ladder.Rungs.SelectMany(r => r.Paths), p => Assert.Empty(p.Factors));
    }

    [Fact]
    public async Task A_worse_market_makes_everything_worse_and_stores_nothing()
    {
        await DeliverAsync(Apple);
        var writes = _app.Store.Writes;

        var scenario = await _app.WhatIfs.ScenarioAsync(
            Apple, new WhatIf(SpreadFactor: 4, DepthFactor: 0.1, MarketMakerOffline: true, RatingNotchesDown: 8), null, Audience.Professional, CancellationToken.None);

        var (before, after) = (scenario!.Before, scenario.After);
        Assert.Equal(4 * before.LiquidityProfile!.SpreadBps!.Value.Value, after.LiquidityProfile!.SpreadBps!.Value.Value, 0.02);
        Assert.True(after.LiquidityProfile.LiquidityIndex!.Value.Value < before.LiquidityProfile.LiquidityIndex!.Value.Value);
        Assert.True(after.RiskSummary!.OverallScore!.Value.Value > before.RiskSummary!.OverallScore!.Value.Value);
        Assert.Equal("BBB", after.Bond!.Rating.ToString());
        Assert.Equal("market_maker_offline", after.ExitRecommendations.Single(p => p.Path == "market_maker").Violations.Single().Kind);
        Assert.Contains(scenario.Changes, c => c.StartsWith("The liquidity index falls", StringComparison.Ordinal));
        Assert.Equal(writes, _app.Store.Writes);
    }

    [Fact]
    public async Task Nothing_changed_changes_nothing()
    {
        await DeliverAsync(Apple);

        var scenario = await _app.WhatIfs.ScenarioAsync(Apple, new WhatIf(), null, Audience.Professional, CancellationToken.None);

        Assert.Equal(["Nothing that is measured here would change."], scenario!.Changes);
    }

    [Fact]
    public async Task Holdings_together_have_a_curve_that_rises_and_shares_that_add_up()
    {
        await DeliverAsync(Apple);
        await _app.DeliverAsync(_app.Quote(Bae, 1, 90m, 95m));
        var unknown = Isin.Parse("AU0000XVGZA3");

        var portfolio = await _app.Portfolio.ReadAsync(
            [(Apple, new FaceAmount(300_000)), (Bae, new FaceAmount(100_000)), (unknown, new FaceAmount(50_000))], CancellationToken.None);

        Assert.Equal([unknown], portfolio!.Unknown);
        Assert.Equal(1, portfolio.Positions.Sum(p => p.Share.Value), 1e-9);
        Assert.Equal(0.75, portfolio.Concentration.LargestBondShare.Value);
        Assert.Equal(0.625, portfolio.Concentration.Herfindahl);
        var shares = portfolio.TimeToExitCurve.Select(c => c.ExpectedShare.Value).ToList();
        Assert.Equal(shares.Order(), shares);
        Assert.InRange(shares[^1], 0.05, 1);
        Assert.Equal(new decimal?[] { 92_500m, 301_875m }, portfolio.Currencies.Select(c => c.Value).Order());
        var indices = portfolio.Positions.ToDictionary(p => p.Isin, p => p.LiquidityIndex!.Value.Value);
        Assert.Equal((0.75 * indices[Apple]) + (0.25 * indices[Bae]), portfolio.LiquidityIndex!.Value.Value, 0.01);
    }

    private Task DeliverAsync(Isin isin) => _app.DeliverAsync(
        _app.Quote(isin, 1),
        _app.Event(isin, "bond_reference", 1, """{"issuer":"Apple","issuer_class":"corporate","rating":"AAA","coupon_percent":3.35,"maturity":"2031-02-09","issue_size_face":1000000000,"currency":"USD"}"""),
        _app.Event(isin, "mm_state", 1, """{"mm_online":true,"mm_inventory_band":[500000,1000000,2000000],"quotes_last_24h":45,"last_quote_spread_bps":25.0}"""));
}
