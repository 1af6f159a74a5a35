using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.TestKit;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

/// <summary>Liquidity, ways out and risk are made anew each on its own clock, or when what they rest on changes.</summary>
public class ClockTests
{
    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task Quiet_ticks_leave_risk_and_ways_out_until_their_clocks_run_out()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var start = _app.Time.GetUtcNow();

        Assert.Equal((start, start), await AfterAsync(TimeSpan.FromMinutes(14)));
        Assert.Equal(start.AddMinutes(15), (await AfterAsync(TimeSpan.FromMinutes(1))).Exits);
        var dayLater = await AfterAsync(TimeSpan.FromHours(24));
        Assert.Equal(start.AddHours(24.25), dayLater.Risk);
    }

    [Fact]
    public async Task A_market_that_moves_makes_both_anew()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await _app.DeliverAsync(_app.Quote(Apple, 2, 98m, 99m));

        var state = await StateAsync();
        Assert.Equal((_app.Time.GetUtcNow(), _app.Time.GetUtcNow()), (state.Risk.AsOf, state.Exits.AsOf));
    }

    [Fact]
    public async Task News_of_the_market_maker_makes_the_ways_out_anew()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await _app.DeliverAsync(_app.Event(Apple, "mm_state", 1, """{"mm_online":true,"quotes_last_24h":45,"last_quote_spread_bps":20}"""));

        var state = await StateAsync();
        Assert.Equal(_app.Time.GetUtcNow(), state.Exits.AsOf);
        Assert.True(state.Exits[ExitPath.MarketMaker].IsFeasible);
    }

    [Fact]
    public async Task Another_policy_is_followed_at_once()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var policy = SampleBonds.Policy;
        _app.Policies.Current = new ExitPolicy(
            "stricter",
            policy.RatingCaps,
            policy.Tenors.ToDictionary(t => t.Key, t => (IReadOnlyCollection<ExitPath>)t.Value),
            policy.IssuerLimits,
            policy.AuctionCadence,
            policy.RfqWindow,
            new(1_000_000),
            policy.MarketMakerMinSpread);

        var answer = await _app.AnswerAsync(Apple);

        Assert.Equal("stricter", answer!.ModelVersions["exit_policy"]);
        var token = answer.ExitRecommendations.Single(p => p.Path == "tokenized_p2p");
        Assert.Equal("minimum_lot", token.Violations.Single().Kind);
    }

    [Fact]
    public async Task Another_trade_size_changes_the_ways_out_and_nothing_else()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));

        var usual = await _app.AnswerAsync(Apple);
        var large = await _app.AnswerAsync(Apple, size: 150_000);

        Assert.Equal((100_000m, 150_000m), (usual!.TradeSize.Value, large!.TradeSize.Value));
        Assert.Equal(usual.LiquidityProfile!.LiquidityIndex, large.LiquidityProfile!.LiquidityIndex);
        Assert.NotNull(large.ExitPlan);
        Assert.All(
            usual.ExitRecommendations.Join(large.ExitRecommendations, p => p.Path, p => p.Path, (a, b) => (a, b)).Where(p => p.b.Feasible),
            p => Assert.True(p.b.FillProbability!.Value.Value <= p.a.FillProbability!.Value.Value));
    }

    private async Task<(DateTimeOffset Risk, DateTimeOffset Exits)> AfterAsync(TimeSpan time)
    {
        _app.Time.Advance(time);
        await _app.DeliverAsync(_app.Quote(Apple, (int)(_app.Time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMinutes));
        var state = await StateAsync();
        return (state.Risk.AsOf, state.Exits.AsOf);
    }

    private async Task<BondState> StateAsync() => (await _app.Book.ReadAsync(Apple, CancellationToken.None))!.Body.State!;
}
