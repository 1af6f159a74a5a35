using LiquidityRisk.Flows.Ports;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Flows.Wallets.Model.Tests;

public sealed class TrainLiquidationModelTests
{
    [Fact]
    public async Task A_model_that_beats_its_baselines_is_put_in_force_and_on_record()
    {
        var bench = new ModelBench().Observe(1_200, daysBack: 10);

        var outcome = await bench.TrainAsync("one");
        var card = await bench.Card.ReadAsync(CancellationToken.None);
        var audit = await bench.Audit.ListAsync(ModelBook.Subject, null, null, 10, null, CancellationToken.None);

        Assert.Equal((TrainingState.Promoted, "one"), (outcome.State, outcome.Version));
        Assert.Equal(("in_force", "one", "in_force", "rita"), (card.Status, card.InForce!.Version, card.InForce.State, card.InForce.TrainedBy));
        Assert.Equal([24, 168], card.InForce.Horizons.Select(h => h.Hours));
        Assert.All(card.InForce.Horizons, h => Assert.True(h.Model.Brier < h.FirstPassage.Brier && h.Model.Auc > h.PastBreaches.Auc));
        Assert.True(card.InForce.TestFrom > card.InForce.TrainTo.AddDays(7));
        Assert.Equal("concentration", card.InForce.Features[0].Feature);
        Assert.Equal((0, 100, new DateTimeOffset(2026, 1, 6, 3, 30, 0, TimeSpan.Zero)), (card.Samples, card.MinSamples, card.NextTrainingAt));
        var record = Assert.Single(audit.Items);
        Assert.Equal(("model_promoted", "rita"), (record.Kind, record.Actor));
        Assert.True((await bench.Audit.VerifyAsync(ModelBook.Subject, CancellationToken.None)).Intact);
    }

    [Fact]
    public async Task The_same_samples_again_are_not_due_and_bring_a_draw_that_is_rejected()
    {
        var bench = new ModelBench().Observe(1_200, daysBack: 10);
        Assert.True(await bench.Train.IsDueAsync(CancellationToken.None));
        await bench.TrainAsync("one");

        bench.Observe(10, daysBack: 9);
        Assert.False(await bench.Train.IsDueAsync(CancellationToken.None)); // too soon
        bench.History.RemoveRange(1_200, 10);
        bench.Time.Advance(TimeSpan.FromHours(20));
        Assert.False(await bench.Train.IsDueAsync(CancellationToken.None));
        var again = await bench.TrainAsync("two", actor: null);
        var card = await bench.Card.ReadAsync(CancellationToken.None);

        Assert.Equal(TrainingState.Rejected, again.State);
        Assert.Contains("the model in force", again.Message, StringComparison.Ordinal);
        Assert.Equal(("in_force", "one"), (card.Status, card.InForce!.Version));
        Assert.Equal("rejected", Assert.Single(card.Versions, v => v.Version == "two").State);
        bench.Time.Advance(TimeSpan.FromHours(20));
        bench.Observe(10, daysBack: 9);
        Assert.True(await bench.Train.IsDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Too_few_samples_are_refused_with_their_number_and_the_next_training_may_begin()
    {
        var bench = new ModelBench().Observe(99, daysBack: 10);

        var refused = await bench.TrainAsync("one");
        bench.Observe(1_200, daysBack: 9);

        Assert.Equal((TrainingState.Refused, null, "99 samples with a known outcome are there; 100 are needed."), (refused.State, refused.Version, refused.Message));
        Assert.Equal(TrainingState.Promoted, (await bench.TrainAsync("two")).State);
    }

    [Fact]
    public async Task Observed_samples_count_like_those_from_before()
    {
        var bench = new ModelBench().Observe(1_200, daysBack: 10);
        await bench.Observed.FileAsync("scan", [.. bench.History.Take(600)], CancellationToken.None);
        bench.History.RemoveRange(0, 600);

        Assert.Equal(600, (await bench.Card.ReadAsync(CancellationToken.None)).Samples);
        Assert.Equal(TrainingState.Promoted, (await bench.TrainAsync("one")).State);
        var card = await bench.Card.ReadAsync(CancellationToken.None);
        Assert.Equal(0, card.Samples);
        Assert.EndsWith(" Not all samples were observed. Samples of a test.", card.InForce!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_write_fails_the_same_training_is_finished_when_it_is_asked_for_again()
    {
        for (var write = 1; write <= 4; write++)
            foreach (var point in new[] { FaultPoint.Before, FaultPoint.After })
            {
                var bench = new ModelBench().Observe(600, daysBack: 10);
                bench.Store.Arm(write, point, isLasting: true);
                await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.TrainAsync("one"));
                bench.Store.Recover();

                Assert.Equal(TrainingState.Promoted, (await bench.TrainAsync("one")).State);
                await bench.Book.ChangeAsync(s => new(s), CancellationToken.None); // files what a cut-off change left
                var audit = await bench.Audit.ListAsync(ModelBook.Subject, null, null, 10, null, CancellationToken.None);
                Assert.Equal(["model_promoted"], audit.Items.Select(r => r.Kind));
                Assert.Equal("one", Assert.Single((await bench.Card.ReadAsync(CancellationToken.None)).Versions).Version);
            }
    }

    [Fact]
    public async Task Of_two_trainings_at_once_one_is_told_so_unless_the_other_is_dead()
    {
        var bench = new ModelBench().Observe(600, daysBack: 10);
        TrainingOutcome? other = null;
        bench.OnRead = async () => other = await bench.TrainAsync("two");

        var first = await bench.TrainAsync("one");

        Assert.Equal((TrainingState.Promoted, TrainingState.Busy), (first.State, other!.State));
        await bench.Book.ChangeAsync(s => new(s with { Lease = new("dead", bench.Time.GetUtcNow().AddMinutes(1)) }), CancellationToken.None);
        Assert.Equal(TrainingState.Busy, (await bench.TrainAsync("three")).State);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TrainingState.Rejected, (await bench.TrainAsync("three")).State);
    }

    [Fact]
    public async Task A_version_that_was_judged_against_another_than_the_one_in_force_is_not_promoted()
    {
        var bench = new ModelBench().Observe(600, daysBack: 10);
        await bench.TrainAsync("one");
        var made = (await bench.Book.FindAsync("one", CancellationToken.None))!;
        await bench.Book.KeepAsync(made with { Head = made.Head with { Card = made.Head.Card with { Version = "two" } } }, CancellationToken.None);

        var outcome = await bench.TrainAsync("two");

        Assert.Equal(TrainingState.Rejected, outcome.State);
        Assert.Equal("one", (await bench.Card.ReadAsync(CancellationToken.None)).InForce!.Version);
    }

    [Fact]
    public async Task A_model_that_loses_to_its_baselines_on_newer_outcomes_is_withheld()
    {
        var bench = new ModelBench().Observe(600, daysBack: 110);
        await bench.TrainAsync("one");
        Assert.Equal("ok", (await bench.PredictAsync(10_000)).Status);
        bench.Observe(600, daysBack: 9, turned: true, seed: 6);

        await bench.TrainAsync("two");
        var (card, said) = (await bench.Card.ReadAsync(CancellationToken.None), await bench.PredictAsync(10_000));

        Assert.Equal(("withheld", "one"), (card.Status, card.InForce!.Version));
        Assert.Equal(("withheld", "one", null, null), (said.Status, said.ModelVersion, said.Probability24h, said.Probability7d));
        Assert.NotNull(said.Baseline7d);
    }
}
