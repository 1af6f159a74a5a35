using System.Globalization;
using LiquidityRisk.Local.Runtime.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Tests.EventHubs;

public sealed class EventHubTests
{
    private readonly EventRecorder _recorder = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Event_arrives_with_its_key_body_number_and_time()
    {
        await using var host = await StartAsync(typeof(SingleConsumer));
        await host.PublishAsync("texts", ("CH1", "première"));
        await host.WaitForIdleAsync();

        Assert.Equal(("CH1", "première", 0), Assert.Single(_recorder.Seen));
    }

    [Fact]
    public async Task Consumer_groups_get_every_event_each()
    {
        await using var host = await StartAsync(typeof(SingleConsumer), typeof(TextConsumer));
        await host.PublishAsync("texts", ("a", "1"), ("b", "2"), ("", "3"));
        await host.WaitForIdleAsync();

        Assert.Equal(["1", "1", "2", "2", "3", "3"], _recorder.Seen.Select(e => e.Body).Order());
    }

    [Fact]
    public async Task Batch_is_never_larger_than_the_limit_and_one_runs_at_a_time_per_partition()
    {
        var running = 0;
        var most = 0;
        _recorder.OnBatch = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
        };
        await using var host = await StartAsync(typeof(BatchConsumer));
        for (var i = 0; i < 20; i++) await host.PublishAsync("market", [.. Enumerable.Range(0, 50).Select(n => ("one key", $"{(i * 50) + n}"))]);
        await host.WaitForIdleAsync();

        Assert.Equal(Enumerable.Range(0, 1000), _recorder.Seen.Select(e => int.Parse(e.Body, CultureInfo.InvariantCulture)));
        Assert.InRange(_recorder.BatchSizes.Max(), 1, 7);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Key_keeps_its_partition_over_a_restart()
    {
        await using var host = await StartAsync(typeof(BatchConsumer));
        await host.PublishAsync("market", ("k", "1"), ("k", "2"));
        await host.WaitForIdleAsync();
        await host.StopAsync();
        await host.StartAsync();
        await host.PublishAsync("market", ("k", "3"));
        await host.WaitForIdleAsync();

        Assert.Equal([("k", "1", 0L), ("k", "2", 1L), ("k", "3", 2L)], _recorder.Seen);
    }

    [Fact]
    public async Task Failed_batch_is_tried_again_at_doubling_intervals_by_the_clock()
    {
        var start = _time.GetUtcNow();
        _recorder.OnBatch = (_, _) => _recorder.Attempts.Count < 4 ? throw new IOException("not yet") : Task.CompletedTask;
        await using var host = await StartAsync(typeof(BackoffConsumer));
        await host.PublishAsync("retried", ("k", "1"));
        foreach (var seconds in new[] { 2, 4, 5 })
        {
            await host.WaitForIdleAsync();
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await host.WaitForIdleAsync();
        Assert.Equal(
            [(0, 3, start), (1, 3, start.AddSeconds(2)), (2, 3, start.AddSeconds(6)), (3, 3, start.AddSeconds(11))], _recorder.Attempts);
        Assert.Equal("1", Assert.Single(_recorder.Seen).Body);
    }

    [Fact]
    public async Task Poison_batch_is_given_up_after_its_retries_and_the_partition_goes_on()
    {
        _recorder.OnBatch = (bodies, _) => bodies.Contains("poison") ? throw new FormatException("poison") : Task.CompletedTask;
        await using var host = await StartAsync(typeof(BackoffConsumer));
        await host.PublishAsync("retried", ("k", "poison"));
        await host.WaitForIdleAsync();
        await host.PublishAsync("retried", ("k", "good"));
        for (var i = 0; i < 4; i++)
        {
            await host.WaitForIdleAsync();
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        await host.WaitForIdleAsync();
        Assert.Equal("good", Assert.Single(_recorder.Seen).Body);
        Assert.Equal([0, 1, 2, 3, 0], _recorder.Attempts.Select(a => a.Retry));
    }

    [Fact]
    public async Task Batch_that_fails_without_retries_does_not_block_the_partition()
    {
        _recorder.OnBatch = (bodies, _) => bodies.Contains("poison") ? throw new FormatException("poison") : Task.CompletedTask;
        await using var host = await StartAsync(typeof(BatchConsumer));
        await host.PublishAsync("market", ("k", "poison"));
        await host.WaitForIdleAsync();
        await host.PublishAsync("market", ("k", "good"));
        await host.WaitForIdleAsync();

        Assert.Equal("good", Assert.Single(_recorder.Seen).Body);
    }

    [Fact]
    public async Task Batch_in_hand_when_the_process_dies_is_delivered_again()
    {
        var entered = new TaskCompletionSource();
        _recorder.OnBatch = async (_, cancellation) =>
        {
            entered.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation);
        };
        await using var host = await StartAsync(typeof(BatchConsumer));
        await host.PublishAsync("market", ("k", "1"), ("k", "2"));
        await entered.Task;
        await host.KillAsync();
        Assert.Empty(_recorder.Seen);

        _recorder.OnBatch = static (_, _) => Task.CompletedTask;
        await host.StartAsync();
        await host.WaitForIdleAsync();

        Assert.Equal(["1", "2"], _recorder.Seen.Select(e => e.Body));
    }

    [Fact]
    public async Task Stop_in_the_middle_of_a_retry_keeps_the_batch_for_the_next_start()
    {
        _recorder.OnBatch = static (_, _) => throw new IOException("not yet");
        await using var host = await StartAsync(typeof(BackoffConsumer));
        await host.PublishAsync("retried", ("k", "1"));
        await host.WaitForIdleAsync();
        await host.StopAsync();

        _recorder.OnBatch = static (_, _) => Task.CompletedTask;
        await host.StartAsync();
        await host.WaitForIdleAsync();

        Assert.Equal("1", Assert.Single(_recorder.Seen).Body);
    }

    [Fact]
    public async Task Events_published_before_anybody_listens_wait()
    {
        var folder = Directory.CreateTempSubdirectory("runtime-");
        await using (var silent = await StartAsync(folder.FullName, typeof(SingleConsumer)))
            await silent.PublishAsync("market", ("k", "early"));
        await using (var host = await StartAsync(folder.FullName, typeof(BatchConsumer)))
            await host.WaitForIdleAsync();

        Assert.Equal("early", Assert.Single(_recorder.Seen).Body);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Consumed_events_are_removed_down_to_the_retained_number()
    {
        await using var host = await StartAsync(typeof(BatchConsumer));
        for (var i = 0; i < 50; i++)
        {
            await host.PublishAsync("market", [.. Enumerable.Range(0, 10).Select(n => ("k", $"{(i * 10) + n}"))]);
            await host.WaitForIdleAsync();
        }

        var kept = host.Services.GetRequiredService<RuntimeDatabase>().Read(session =>
            session.First("SELECT SUM(count) FROM event_segments", row => row.GetInt64(0)));
        Assert.InRange(kept, 40, 80);
        Assert.Equal(500, _recorder.Seen.Count);
    }

    [Fact]
    public async Task Consumer_that_falls_behind_memory_gets_everything_from_disk_in_order()
    {
        var gate = new TaskCompletionSource();
        _recorder.OnBatch = (_, _) => gate.Task;
        await using var host = await StartAsync(typeof(SingleConsumer));
        var body = new string('x', 40_000);
        for (var i = 0; i < 200; i++) await host.PublishAsync("texts", ("k", $"{i:D3}{body}"));
        gate.SetResult();
        for (var i = 200; i < 220; i++) await host.PublishAsync("texts", ("k", $"{i:D3}{body}"));
        await host.WaitForIdleAsync();

        Assert.Equal(Enumerable.Range(0, 220).Select(i => $"{i:D3}"), _recorder.Seen.Select(e => e.Body[..3]));
    }

    [Fact]
    public async Task Event_larger_than_event_hubs_takes_is_refused()
    {
        await using var host = await StartAsync(typeof(SingleConsumer));

        await Assert.ThrowsAsync<ArgumentException>(() => host.PublishAsync("texts", ("k", new string('x', (1024 * 1024) + 1))));
    }

    [Fact]
    public async Task Two_functions_in_one_consumer_group_refuse_the_start()
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() => StartAsync(typeof(BackoffConsumer), typeof(RivalConsumer)));

        Assert.Contains("BackoffConsumer and RivalConsumer", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_of_the_wrong_type_refuses_the_start_naming_the_function()
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() => StartAsync(typeof(MistypedConsumer)));

        Assert.Contains(nameof(MistypedConsumer), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_that_an_attribute_names_and_nobody_gave_refuses_the_start()
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() => RuntimeUnderTest.StartAsync(
            [typeof(BatchConsumer)], builder => builder.Services.AddSingleton(_recorder)));

        Assert.Contains("%MarketHub%", fault.Message, StringComparison.Ordinal);
    }

    private Task<RuntimeTestHost> StartAsync(params Type[] functions) => StartAsync(null, functions);

    private Task<RuntimeTestHost> StartAsync(string? folder, params Type[] functions) => RuntimeUnderTest.StartAsync(
        functions, Configure, options => options.RetainedEventsPerPartition = 40, _time, folder);

    private void Configure(FunctionsApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(
            [new("MarketHub", "market"), new("AzureFunctionsJobHost:extensions:eventHubs:maxEventBatchSize", "7")]);
        builder.Services.AddSingleton(_recorder);
    }
}
