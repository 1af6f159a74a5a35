using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

public class FeedbackTests
{
    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task Feedback_is_kept_with_what_was_predicted_and_a_later_word_replaces_the_earlier()
    {
        await DeliverAsync();
        var at = (await _app.AnswerAsync(Apple))!.AsOf;

        var (_, accepted) = await GiveAsync(ExitVerdict.Accepted, at, "ana");
        var (_, filled) = await GiveAsync(ExitVerdict.Filled, at, "ana", 25, 100.4m);
        var kpis = await _app.Kpis.ReadAsync(CancellationToken.None);

        Assert.Equal(accepted!.Id, filled!.Id);
        Assert.True(filled.PredictedProbability!.Value.Value is > 0 and < 1);
        Assert.Equal((1, 1.0), (kpis.Adoption.Answered, kpis.Adoption.Rate!.Value.Value));
        Assert.Equal(1, kpis.FillTime.Filled);
        Assert.Equal(1, kpis.FillProbability.Single(p => p.Path == "market_maker").Sample);
        var records = await _app.Trail.ListAsync("lr.US0378331005", null, null, 100, null, CancellationToken.None);
        Assert.Equal(2, records.Items.Count(r => r is { Kind: "feedback", Actor: "ana" }));
        Assert.True((await _app.Trail.VerifyAsync("lr.US0378331005", CancellationToken.None)).Intact);
    }

    [Fact]
    public async Task What_was_not_recommended_cannot_be_told_of()
    {
        await DeliverAsync();

        var (known, answer) = await _app.Feedback.GiveAsync(
            Apple, new Feedback(ExitPath.Auction, ExitVerdict.Accepted, new FaceAmount(100_000), null, null, null), "ana", CancellationToken.None);

        Assert.True(known);
        Assert.Null(answer);
        Assert.False((await _app.Feedback.GiveAsync(
            Bae, new Feedback(ExitPath.RfqBatch, ExitVerdict.Accepted, new FaceAmount(1), null, null, null), "ana", CancellationToken.None)).Known);
    }

    [Fact]
    public async Task A_probability_that_loses_to_its_baseline_is_withheld_everywhere_and_says_so()
    {
        await DeliverAsync();
        var before = await _app.AnswerAsync(Apple);
        var maker = before!.ExitRecommendations.Single(p => p.Path == "market_maker");
        Assert.Equal("uncalibrated", maker.ProbabilityBasis);

        // Confident, and always wrong.
        for (var i = 0; i < 40; i++)
        {
            var outcome = new ExitOutcome(
                ExitPath.MarketMaker, _app.Time.GetUtcNow(), new Probability(0.9), new TimeBand(default, default, default), null, ExitVerdict.Expired, TimeSpan.FromMinutes(30));
            await _app.Quality.KeepAsync(new StoredOutcome($"o-{i}", Apple, "ana", new FaceAmount(1), outcome), CancellationToken.None);
        }

        await _app.Quality.MeasureAsync(CancellationToken.None);
        var after = await _app.AnswerAsync(Apple);

        var withheld = after!.ExitRecommendations.Single(p => p.Path == "market_maker");
        Assert.True(withheld.Feasible);
        Assert.Equal((null, "withheld"), (withheld.FillProbability, withheld.ProbabilityBasis));
        Assert.Empty(withheld.Factors);
        var told = (await _app.Records.HistoryAsync(Apple, null, null, 100, null, CancellationToken.None)).Points;
        Assert.Contains(told, p => p.BestPath == "market_maker");
        Assert.All(told, p => Assert.True(p.BestPath != "market_maker" || p.FillProbability is null));
        Assert.Null(after.ExitPlan);
        Assert.Contains((await _app.Kpis.ReadAsync(CancellationToken.None)).FillProbability, p => p is { Path: "market_maker", Verdict: "withheld" });
    }

    private Task<(bool Known, Contracts.Bonds.FeedbackAnswer? Answer)> GiveAsync(
        ExitVerdict verdict, DateTimeOffset at, string by, double? minutes = null, decimal? price = null) => _app.Feedback.GiveAsync(
        Apple,
        new Feedback(
            ExitPath.MarketMaker,
            verdict,
            new FaceAmount(100_000),
            minutes is { } m ? TimeSpan.FromMinutes(m) : null,
            price is { } p ? new BondPrice(p) : null,
            at),
        by,
        CancellationToken.None);

    private Task DeliverAsync() => _app.DeliverAsync(
        _app.Quote(Apple, 1),
        _app.Event(Apple, "mm_state", 1, """{"mm_online":true,"mm_inventory_band":[500000,1000000,2000000],"quotes_last_24h":45,"last_quote_spread_bps":25.0}"""));
}
