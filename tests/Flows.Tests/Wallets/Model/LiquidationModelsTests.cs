namespace LiquidityRisk.Flows.Wallets.Model.Tests;

public sealed class LiquidationModelsTests
{
    [Fact]
    public async Task Without_a_model_the_baseline_is_told_and_nothing_is_guessed()
    {
        var said = await new ModelBench().PredictAsync(10_000);

        Assert.Equal(("no_model", null, null, null), (said.Status, said.ModelVersion, said.Probability24h, said.Probability7d));
        Assert.InRange(said.Baseline7d!.Value, said.Baseline24h!.Value, 1);
        Assert.Empty(said.Contributions);
    }

    [Fact]
    public async Task Without_debt_or_health_there_is_nothing_to_predict()
    {
        var bench = new ModelBench();

        Assert.Equal("no_debt", (await bench.PredictAsync(0)).Status);
        Assert.Equal("no_data", (await bench.PredictAsync(10_000, isPriced: false)).Status);
    }

    [Fact]
    public async Task Below_one_the_probability_is_one_by_definition()
    {
        var said = await new ModelBench().PredictAsync(16_601);

        Assert.Equal(("ok", 1d, 1d, null), (said.Status, said.Probability24h, said.Probability7d, said.ModelVersion));
        Assert.Contains("by definition", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_in_force_says_probabilities_and_what_moved_them()
    {
        var bench = new ModelBench().Observe(800, daysBack: 10);
        await bench.TrainAsync("one");

        var said = await bench.PredictAsync(10_000);

        Assert.Equal(("ok", "one"), (said.Status, said.ModelVersion));
        Assert.InRange(said.Probability7d!.Value, said.Probability24h!.Value, 1);
        Assert.Equal("concentration", said.Contributions[0].Feature);
        Assert.Equal(1, said.Contributions[0].Value!.Value, 12); // all of it is ether, and there more were liquidated
        Assert.True(said.Contributions[0].Contribution > 0);
        Assert.Null(Assert.Single(said.Contributions, c => c.Feature == "fear_greed").Value);
    }

    [Fact]
    public async Task A_change_is_seen_after_thirty_seconds_and_nothing_is_loaded_anew_without_one()
    {
        var bench = new ModelBench().Observe(800, daysBack: 10);
        Assert.Equal("no_model", (await bench.PredictAsync(10_000, models: bench.Models)).Status);
        await bench.TrainAsync("one");

        Assert.Equal("no_model", (await bench.PredictAsync(10_000, models: bench.Models)).Status);
        bench.Time.Advance(TimeSpan.FromSeconds(30));
        var first = await bench.Models.InForceAsync(CancellationToken.None);
        bench.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("one", first.Version);
        Assert.Same(first, await bench.Models.InForceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_version_of_other_columns_is_as_good_as_none()
    {
        var bench = new ModelBench().Observe(800, daysBack: 10);
        await bench.TrainAsync("one");
        var kept = (await bench.Book.FindAsync("one", CancellationToken.None))!;
        await bench.Book.KeepAsync(
            kept with { Columns = ["health_factor"], Head = kept.Head with { Card = kept.Head.Card with { Version = "old" } } }, CancellationToken.None);
        await bench.Book.ChangeAsync(s => new(s.Promote("old")), CancellationToken.None);

        Assert.Equal("no_model", (await bench.PredictAsync(10_000)).Status);
        Assert.Equal(TrainingState.Promoted, (await bench.TrainAsync("two")).State);
    }
}
