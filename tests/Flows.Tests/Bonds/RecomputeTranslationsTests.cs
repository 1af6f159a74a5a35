using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;
using static LiquidityRisk.Flows.Bonds.Tests.BondFlowFixture;

namespace LiquidityRisk.Flows.Bonds.Tests;

public class RecomputeTranslationsTests
{
    private const string AppleTopic = "lr.US0378331005.liquidity";

    // Tightness alone: the index of the fixture's quote moves by more than the threshold.
    private static readonly BondSettings Reweighed =
        BondSettings.Standard with { Weights = new LiquidityWeights(new Weight(1), new Weight(0), new Weight(0), new Weight(0)) };

    private readonly BondFlowFixture _app = new();

    [Fact]
    public async Task What_means_the_same_as_was_announced_is_left_alone()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        _app.Time.Advance(TimeSpan.FromMinutes(4));

        var outcome = await RecomputeAsync(_app, Apple);

        Assert.Equal((0, 0), (outcome.Changed, outcome.Unknown.Count));
        Assert.Equal(1, _app.Store.WritesTo(Collections.Bonds));
        Assert.Equal([1], _app.Topics.Sequences(AppleTopic));
    }

    [Fact]
    public async Task Under_new_weights_it_is_saved_and_announced_as_of_now()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1), _app.Quote(Bae, 1));
        var reweighed = new BondFlowFixture(_app, Reweighed);
        _app.Time.Advance(TimeSpan.FromMinutes(1));

        var outcome = await RecomputeAsync(reweighed, Apple, Bae);

        Assert.Equal(2, outcome.Changed);
        var stored = (await reweighed.Book.ReadAsync(Apple, CancellationToken.None))!.Body;
        Assert.Equal(_app.Time.GetUtcNow(), stored.State!.AsOf);
        Assert.Equal(50.31, stored.Translation(Reweighed.Weights)!.Liquidity!.Index.Value!.Value.Value, 2);
        Assert.Equal([2], reweighed.Topics.Sequences(AppleTopic).Where(s => s > 1));
    }

    [Fact]
    public async Task Done_twice_it_changes_nothing_the_second_time()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var reweighed = new BondFlowFixture(_app, Reweighed);
        await RecomputeAsync(reweighed, Apple);
        var writes = _app.Store.WritesTo(Collections.Bonds);

        var again = await RecomputeAsync(reweighed, Apple);

        Assert.Equal((0, writes), (again.Changed, _app.Store.WritesTo(Collections.Bonds)));
    }

    [Fact]
    public async Task It_decides_on_what_is_stored_even_when_memory_has_been_overtaken()
    {
        var reweighed = new BondFlowFixture(_app, Reweighed);
        await reweighed.DeliverAsync(reweighed.Quote(Apple, 1));
        await _app.DeliverAsync(_app.Quote(Apple, 2, 90m, 91m));

        Assert.Equal(1, (await RecomputeAsync(reweighed, Apple)).Changed);
        Assert.Equal(90m, (await reweighed.AnswerAsync(Apple))!.LiquidityProfile!.Bid!.Value.PercentOfFace);
    }

    [Fact]
    public async Task Unknown_bonds_are_named_and_the_known_ones_go_on()
    {
        await _app.DeliverAsync(_app.Quote(Bae, 1));

        var outcome = await RecomputeAsync(new BondFlowFixture(_app, Reweighed), Apple, Bae);

        Assert.Equal(1, outcome.Changed);
        Assert.Equal([Apple], outcome.Unknown);
        Assert.Null(await _app.Book.ReadAsync(Apple, CancellationToken.None));
    }

    [Fact]
    public async Task A_conflict_is_decided_again_and_announced_once()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var reweighed = new BondFlowFixture(_app, Reweighed);
        _app.Store.ConflictOnNextWrites(3);

        Assert.Equal(1, (await RecomputeAsync(reweighed, Apple)).Changed);
        Assert.Equal(2, (await reweighed.Book.ReadAsync(Apple, CancellationToken.None))!.Body.Sequences[AppleTopic]);
    }

    [Fact]
    public async Task Without_the_store_it_fails_so_that_it_is_tried_again()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        _app.Store.IsUnavailable = true;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => RecomputeAsync(_app, Apple));
    }

    [Fact]
    public async Task What_could_not_be_published_waits_for_the_sweep()
    {
        await _app.DeliverAsync(_app.Quote(Apple, 1));
        var reweighed = new BondFlowFixture(_app, Reweighed);
        reweighed.Topics.IsDown = true;
        await RecomputeAsync(reweighed, Apple);
        reweighed.Topics.IsDown = false;
        _app.Time.Advance(AnnounceBonds.SweepAge + TimeSpan.FromSeconds(1));

        await reweighed.Announce.SweepAsync(CancellationToken.None);

        Assert.Contains(2, reweighed.Topics.Sequences(AppleTopic));
    }

    private static Task<RecomputeOutcome> RecomputeAsync(BondFlowFixture app, params Isin[] bonds) =>
        app.Recompute.RecomputeAsync(bonds, CancellationToken.None);
}
