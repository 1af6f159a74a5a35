namespace LiquidityRisk.Flows.Wallets.Model.Tests;

public sealed class RollBackLiquidationModelTests
{
    private readonly ModelBench _bench = new ModelBench().Observe(600, daysBack: 10);

    [Fact]
    public async Task The_version_before_is_in_force_again_and_the_other_one_marked()
    {
        await ThreeAsync();

        await _bench.RollBack.RollBackAsync(null, "rita", CancellationToken.None);

        await StatesAsync(("three", "rolled_back"), ("two", "in_force"), ("one", "retired"));
        Assert.Equal("two", (await _bench.PredictAsync(10_000)).ModelVersion);
        var audit = await _bench.Audit.ListAsync(ModelBook.Subject, null, null, 10, null, CancellationToken.None);
        Assert.Equal(("model_rolled_back", "rita"), (audit.Items[^1].Kind, audit.Items[^1].Actor));
    }

    [Fact]
    public async Task A_named_version_can_be_put_in_force_and_a_rollback_be_undone()
    {
        await ThreeAsync();

        await _bench.RollBack.RollBackAsync("one", "rita", CancellationToken.None);
        await StatesAsync(("three", "rolled_back"), ("two", "retired"), ("one", "in_force"));
        await _bench.RollBack.RollBackAsync("three", "rita", CancellationToken.None);
        await StatesAsync(("three", "in_force"), ("two", "retired"), ("one", "rolled_back"));
    }

    [Fact]
    public async Task What_was_never_in_force_cannot_be_put_there_this_way()
    {
        await RefusedAsync(null);
        await _bench.TrainAsync("one");
        await _bench.TrainAsync("draw");

        await RefusedAsync(null);
        await RefusedAsync("one");
        await RefusedAsync("draw");
        await RefusedAsync("nonsense");
        await StatesAsync(("draw", "rejected"), ("one", "in_force"));
    }

    private async Task ThreeAsync()
    {
        await _bench.TrainAsync("one");
        foreach (var version in new[] { "two", "three" })
        {
            _bench.Time.Advance(TimeSpan.FromDays(1));
            await _bench.PromoteCopyAsync("one", version);
        }
    }

    private Task RefusedAsync(string? version) =>
        Assert.ThrowsAsync<WalletRefusedException>(() => _bench.RollBack.RollBackAsync(version, "rita", CancellationToken.None));

    private async Task StatesAsync(params (string, string)[] expected) =>
        Assert.Equal(expected.Order(), (await _bench.Card.ReadAsync(CancellationToken.None)).Versions.Select(v => (v.Version, v.State)).Order());
}
