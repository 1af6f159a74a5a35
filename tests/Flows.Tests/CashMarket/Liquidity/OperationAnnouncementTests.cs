using LiquidityRisk.TestKit;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Liquidity.Tests;

public sealed class OperationAnnouncementTests : IAsyncLifetime
{
    private readonly Flows.CashMarket.Tests.CashMarketFixture _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.ProviderAsync("Rhine", 100_000);
        await _app.HolderAsync("Elbe", 1_000);
    }

    public ValueTask DisposeAsync()
    {
        _app.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_entry_of_the_log_is_told_and_filed_in_order()
    {
        var id = await CompletedAsync();

        var log = (await _app.Operations.FindAsync(id, CancellationToken.None)).Log;
        Assert.Equal(log.Select(l => l.Number), _app.Topics.Sequences(CashMarketTopics.Operations));
        Assert.Equal(["requested", "rechecked", "reserved", "placed", "completed"], log.Select(l => l.Step));
        Assert.Equal(log.Length, (await _app.Audit.VerifyAsync(CashMarketAudit.Operation(id), CancellationToken.None)).Records);
    }

    [Fact]
    public async Task What_a_failing_publisher_did_not_take_is_told_by_the_sweep_once()
    {
        _app.Topics.IsDown = true;
        var id = await CompletedAsync();
        _app.Topics.IsDown = false;
        var document = await _app.Operations.FindAsync(id, CancellationToken.None);

        await _app.Operations.SweepAsync(document, CancellationToken.None);
        await _app.Operations.SweepAsync(document, CancellationToken.None);

        Assert.Equal([document.Log[^1].Number], _app.Topics.Sequences(CashMarketTopics.Operations));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_was_saved_by_an_instance_that_then_died_is_filed_and_told_by_another(int write)
    {
        var id = _app.NextId();
        _app.Store.Arm(write, FaultPoint.Before, isLasting: true); // ticket, operation, audit
        await _app.Create.CreateAsync(Asked(20_000, 20_000), id, "ana", CancellationToken.None);
        using var next = new Flows.CashMarket.Tests.CashMarketFixture(_app);

        foreach (var head in await next.Operations.UnfinishedAsync(TimeSpan.FromMinutes(10), CancellationToken.None))
            await next.Operations.SweepAsync(await next.Operations.FindAsync(head.Id, CancellationToken.None), CancellationToken.None);

        Assert.Single(next.Topics.Sequences(CashMarketTopics.Operations));
        var chain = await next.Audit.VerifyAsync(CashMarketAudit.Operation(id), CancellationToken.None);
        Assert.Equal((true, 1), (chain.Intact, chain.Records));
    }

    [Fact]
    public async Task A_batch_is_given_up_once_however_often_that_is_asked()
    {
        var id = (await _app.Create.CreateAsync(Asked(20_000, 20_000), _app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        await _app.Drive.StepAsync(id, CancellationToken.None);
        var move = await _app.Drive.StepAsync(id, CancellationToken.None);
        await _app.Drive.GiveUpAsync(id, move.Logged, "The store was silent.", CancellationToken.None);
        await _app.Drive.GiveUpAsync(id, move.Logged, "The store was silent.", CancellationToken.None);

        Assert.Equal("rolled_back", (await _app.DriveAsync(id)).Status);
        Assert.All(await _app.Makers.AllAsync(null, CancellationToken.None), m => Assert.Empty(m.Account.Reservations));
        Assert.Equal(
            ["requested", "rechecked", "reserved", "place_failed", "cancelled", "rolled_back"],
            (await _app.Operations.FindAsync(id, CancellationToken.None)).Log.Select(l => l.Step));
    }

    private async Task<Guid> CompletedAsync()
    {
        var id = (await _app.Create.CreateAsync(Asked(20_000, 20_000), _app.NextId(), "ana", CancellationToken.None)).Operation.Id;
        Assert.Equal("completed", (await _app.DriveAsync(id)).Status);
        return id;
    }
}
