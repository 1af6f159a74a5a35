using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.TestKit;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Liquidity.Tests;

public sealed class SchedulesTests : IAsyncLifetime
{
    private static readonly ScheduleRequest Hourly = new("Hourly", "0 * * * *", "EUA", 1_000, 1_000, null, null);
    private readonly Flows.CashMarket.Tests.CashMarketFixture _app = new();

    public async ValueTask InitializeAsync()
    {
        await _app.ProviderAsync("Rhine", 1_000_000);
        await _app.HolderAsync("Elbe", 10_000);
        await _app.PlaceAsync("ann", Limit("SELL", 70.5m, 10));
        await _app.PlaceAsync("ann", Limit("BUY", 69.5m, 10));
    }

    public ValueTask DisposeAsync()
    {
        _app.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_runs_once_for_each_due_time_however_often_and_wherever_it_is_looked_at()
    {
        using var other = new Flows.CashMarket.Tests.CashMarketFixture(_app);
        await ScheduleAsync(Hourly);
        var started = new List<Guid>();
        for (var minutes = 0; minutes < 180; minutes++)
        {
            _app.Time.Advance(TimeSpan.FromMinutes(1));
            started.AddRange((await _app.Schedules.RunDueAsync(CancellationToken.None)).Select(o => o.Operation.Id));
            started.AddRange((await other.Schedules.RunDueAsync(CancellationToken.None)).Select(o => o.Operation.Id));
            started.AddRange((await _app.Schedules.RunDueAsync(CancellationToken.None)).Select(o => o.Operation.Id));
            foreach (var id in started) await _app.DriveAsync(id);
        }

        Assert.Equal(3, started.Count);
        Assert.Equal(3, started.Distinct().Count());
        Assert.Equal(3, (await OperationsAsync()).Count);
    }

    [Fact]
    public async Task Two_instances_at_the_same_moment_create_one_operation()
    {
        using var other = new Flows.CashMarket.Tests.CashMarketFixture(_app);
        await ScheduleAsync(Hourly);
        _app.Time.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(
            Task.Run(() => _app.Schedules.RunDueAsync(CancellationToken.None)), Task.Run(() => other.Schedules.RunDueAsync(CancellationToken.None)));

        Assert.Single(await OperationsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_run_that_was_interrupted_is_finished_and_not_done_twice(int write)
    {
        await ScheduleAsync(Hourly);
        _app.Time.Advance(TimeSpan.FromHours(1));
        _app.Store.Arm(write, FaultPoint.After, isLasting: true);
        try
        {
            await _app.Schedules.RunDueAsync(CancellationToken.None);
        }
        catch (Ports.StoreUnavailableException)
        {
            // As it would end in a crash.
        }

        using var next = new Flows.CashMarket.Tests.CashMarketFixture(_app);
        await next.Schedules.RunDueAsync(CancellationToken.None);
        await next.Schedules.RunDueAsync(CancellationToken.None);

        var operation = Assert.Single((await next.Operations.ListAsync(null, null, 100, null, CancellationToken.None)).Items);
        var schedule = Assert.Single((await next.Schedules.ListAsync(CancellationToken.None)).Items);
        Assert.Equal(operation.Operation.Id.ToString("N"), schedule.LastOperationId);
        Assert.Equal(_app.Time.GetUtcNow().AddHours(1), schedule.NextRunAt);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task A_run_that_was_missed_for_long_is_left_out(int minutesLate, bool runs)
    {
        await ScheduleAsync(Hourly);
        _app.Time.Advance(TimeSpan.FromMinutes(60 + minutesLate));

        Assert.Equal(runs, (await _app.Schedules.RunDueAsync(CancellationToken.None)).Count == 1);
        Assert.Equal(runs, (await OperationsAsync()).Count == 1);
    }

    [Fact]
    public async Task One_that_cannot_be_met_says_why_and_is_tried_at_the_next_time()
    {
        await ScheduleAsync(Hourly with { BidAmountEur = 5_000_000 });
        _app.Time.Advance(TimeSpan.FromHours(1));

        Assert.Empty(await _app.Schedules.RunDueAsync(CancellationToken.None));

        var schedule = Assert.Single((await _app.Schedules.ListAsync(CancellationToken.None)).Items);
        Assert.Contains("missing", schedule.LastOutcome, StringComparison.Ordinal);
        Assert.Null(schedule.LastOperationId);
        Assert.Equal(_app.Time.GetUtcNow().AddHours(1), schedule.NextRunAt);
    }

    [Fact]
    public async Task A_run_above_the_threshold_waits_for_somebody_other_than_who_made_the_schedule()
    {
        await ScheduleAsync(Hourly with { BidAmountEur = 90_000, AskAmountEur = 90_000 });
        _app.Time.Advance(TimeSpan.FromHours(1));
        var operation = Assert.Single(await _app.Schedules.RunDueAsync(CancellationToken.None));

        Assert.True((await _app.DriveAsync(operation.Operation.Id)).IsWaiting);
        var refused = await RefusedAsync(() => _app.Decide.DecideAsync(operation.Operation.Id, true, null, "ana", CancellationToken.None));
        Assert.Equal("own_request", refused.Code);
    }

    [Theory]
    [InlineData(null, "0 * * * *", "EUA", "name")]
    [InlineData("A", null, "EUA", "cron")]
    [InlineData("A", "often", "EUA", "cron")]
    [InlineData("A", "0 * * *", "EUA", "cron")]
    [InlineData("A", "61 * * * *", "EUA", "cron")]
    [InlineData("A", "0 0 30 2 *", "EUA", "cron")]
    [InlineData("A", "0 * * * *", "CER", "certificate_type")]
    public async Task A_malformed_one_is_refused_by_the_name_of_its_member(string? name, string? cron, string certificate, string field)
    {
        var refused = await RefusedAsync(() => ScheduleAsync(Hourly with { Name = name, Cron = cron, CertificateType = certificate }));

        Assert.Equal((RefusalKind.Malformed, field), (refused.Kind, refused.Field));
    }

    [Fact]
    public async Task It_is_changed_paused_and_deleted()
    {
        var schedule = await ScheduleAsync(Hourly);
        var paused = await _app.Schedules.ChangeAsync(schedule.Id, Hourly with { IsActive = false }, "ben", CancellationToken.None);
        Assert.Null(paused.NextRunAt);
        _app.Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await _app.Schedules.RunDueAsync(CancellationToken.None));

        await _app.Schedules.DeleteAsync(schedule.Id, "ben", CancellationToken.None);

        Assert.Equal("not_found", (await RefusedAsync(() => _app.Schedules.DeleteAsync(schedule.Id, "ben", CancellationToken.None))).Code);
        Assert.Empty((await _app.Schedules.ListAsync(CancellationToken.None)).Items);
    }

    private Task<ScheduleAnswer> ScheduleAsync(ScheduleRequest request) =>
        _app.Schedules.CreateAsync(request, _app.NextId(), "ana", CancellationToken.None);

    private async Task<IReadOnlyList<OperationDocument>> OperationsAsync() =>
        (await _app.Operations.ListAsync(null, null, 100, null, CancellationToken.None)).Items;
}
