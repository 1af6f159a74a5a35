using System.Collections.Concurrent;
using LiquidityRisk.Local.Runtime.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using LiquidityRisk.TestKit;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Tests.Timers;

public sealed class TimerTests
{
    private static readonly DateTimeOffset Start = new(2027, 12, 31, 23, 59, 30, TimeSpan.Zero);

    private readonly TimerRecorder _recorder = new();
    private readonly ManualTime _time = new(Start);

    [Theory]
    [InlineData("0 0 0 29 2 *", 366 * 3)]
    [InlineData("0 0 0 31 * *", 366)]
    [InlineData("30 15 6 1,15 1-12/2 *", 366)]
    [InlineData("0 0 12 * * MON-FRI", 60)]
    [InlineData("0 30 2 * 3,10 SUN", 366)]
    [InlineData("0 */7 9-17 * * 1", 30)]
    [InlineData("*/20 58 23 * * *", 5)]
    [InlineData("5 4 * * *", 20)]
    public async Task Turned_clock_fires_at_exactly_the_instants_of_the_schedule(string schedule, int days)
    {
        await using var host = await StartAsync(schedule, typeof(PlainTimer));
        _time.Advance(TimeSpan.FromDays(days));
        await host.WaitForIdleAsync();

        Assert.Equal(CronEnumeration.Between(schedule, Start, Start.AddDays(days)), _recorder.Runs.Select(run => run.At));
    }

    [Fact]
    public async Task Interval_counts_from_the_start()
    {
        await using var host = await StartAsync("01:30:00", typeof(PlainTimer));
        _time.Advance(TimeSpan.FromHours(5));

        Assert.Equal([Start.AddHours(1.5), Start.AddHours(3), Start.AddHours(4.5)], _recorder.Runs.Select(run => run.At));
    }

    [Fact]
    public async Task Status_names_this_occurrence_and_the_one_before()
    {
        await using var host = await StartAsync("0 0 * * * *", typeof(PlainTimer));
        _time.Advance(TimeSpan.FromHours(2));
        await host.WaitForIdleAsync();

        var midnight = new DateTime(2028, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal([(default, midnight), (midnight, midnight.AddHours(1))], _recorder.Runs.Select(run => (run.Status!.Last, run.Status.Next)));
        Assert.All(_recorder.Runs, run => Assert.False(run.IsPastDue));
    }

    [Fact]
    public async Task Schedule_within_a_minute_keeps_no_status()
    {
        await using var host = await StartAsync("*/10 * * * * *", typeof(PlainTimer));
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Null(Assert.Single(_recorder.Runs).Status);
    }

    [Fact]
    public async Task Occurrences_missed_while_stopped_give_one_run_that_is_past_due()
    {
        await using var host = await StartAsync("0 0 * * * *", typeof(PlainTimer));
        _time.Advance(TimeSpan.FromHours(1));
        await host.WaitForIdleAsync();
        await host.StopAsync();
        _time.Advance(TimeSpan.FromHours(5));
        await host.StartAsync();
        await host.WaitForIdleAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await host.WaitForIdleAsync();

        Assert.Equal([false, true, false], _recorder.Runs.Select(run => run.IsPastDue));
        Assert.Equal([new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero), Start.AddHours(6), new(2028, 1, 1, 6, 0, 0, TimeSpan.Zero)], _recorder.Runs.Select(run => run.At));
    }

    [Fact]
    public async Task Restart_before_the_next_occurrence_is_not_past_due()
    {
        await using var host = await StartAsync("0 0 * * * *", typeof(PlainTimer));
        _time.Advance(TimeSpan.FromMinutes(1));
        await host.WaitForIdleAsync();
        await host.StopAsync();
        _time.Advance(TimeSpan.FromMinutes(10));
        await host.StartAsync();
        await host.WaitForIdleAsync();

        Assert.Single(_recorder.Runs);
    }

    [Fact]
    public async Task Run_cut_short_by_a_kill_is_made_up_for_as_past_due()
    {
        var entered = new TaskCompletionSource();
        _recorder.OnRun = async cancellation =>
        {
            entered.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, cancellation);
        };
        await using var host = await StartAsync("0 0 * * * *", typeof(PlainTimer));
        _time.Advance(TimeSpan.FromMinutes(1));
        await entered.Task;
        await host.KillAsync();
        _recorder.OnRun = static _ => Task.CompletedTask;
        await host.StartAsync();
        await host.WaitForIdleAsync();

        Assert.Equal([false, true], _recorder.Runs.Select(run => run.IsPastDue));
    }

    [Fact]
    public async Task Runs_never_overlap_and_missed_occurrences_give_one_run_after_it()
    {
        var gate = new TaskCompletionSource();
        var running = 0;
        var most = 0;
        _recorder.OnRun = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await gate.Task;
            Interlocked.Decrement(ref running);
        };
        await using var host = await StartAsync("0 * * * * *", typeof(PlainTimer));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Single(_recorder.Runs);
        gate.SetResult();
        await host.WaitForIdleAsync();

        Assert.Equal(2, _recorder.Runs.Count);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Startup_run_comes_before_any_turn_of_the_clock()
    {
        await using var host = await StartAsync("0 0 * * * *", typeof(EagerTimer));
        await host.WaitForIdleAsync();

        Assert.Equal(Start, Assert.Single(_recorder.Runs).At);
    }

    [Fact]
    public async Task Failed_run_is_retried_by_the_clock_and_does_not_end_the_timer()
    {
        _recorder.OnRun = _ => _recorder.Runs.Count % 2 == 1 ? throw new IOException("not yet") : Task.CompletedTask;
        await using var host = await StartAsync("0 0 * * * *", typeof(RetriedTimer));
        foreach (var minutes in new[] { 1, 5, 55, 5 })
        {
            _time.Advance(TimeSpan.FromMinutes(minutes));
            await host.WaitForIdleAsync();
        }

        Assert.Equal([1, 6, 61, 66], _recorder.Runs.Select(run => Math.Ceiling((run.At - Start).TotalMinutes)));
    }

    [Theory]
    [InlineData("0 0 * * * * *")]
    [InlineData("0 61 * * * *")]
    [InlineData("25:99:00")]
    [InlineData("-00:01:00")]
    [InlineData("never")]
    public async Task Schedule_that_cannot_be_read_refuses_the_start(string schedule)
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() => StartAsync(schedule, typeof(PlainTimer)));

        Assert.Contains(nameof(PlainTimer), fault.Message, StringComparison.Ordinal);
        Assert.Contains(schedule, fault.Message, StringComparison.Ordinal);
    }

    private Task<RuntimeTestHost> StartAsync(string schedule, Type timer) => RuntimeUnderTest.StartAsync(
        [timer],
        builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("Timer:Schedule", schedule)]);
            builder.Services.AddSingleton(_recorder);
        },
        time: _time);

    public sealed class TimerRecorder
    {
        public ConcurrentQueue<(DateTimeOffset At, bool IsPastDue, ScheduleStatus? Status)> Runs { get; } = [];

        public Func<CancellationToken, Task> OnRun { get; set; } = static _ => Task.CompletedTask;

        public Task RunAsync(TimerInfo timer, TimeProvider time, CancellationToken cancellationToken)
        {
            Runs.Enqueue((time.GetUtcNow(), timer.IsPastDue, timer.ScheduleStatus));
            return OnRun(cancellationToken);
        }
    }

    public sealed class PlainTimer(TimerRecorder recorder, TimeProvider time)
    {
        [Function(nameof(PlainTimer))]
        public Task Run([TimerTrigger("%Timer:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
            recorder.RunAsync(timer, time, cancellationToken);
    }

    public sealed class EagerTimer(TimerRecorder recorder, TimeProvider time)
    {
        [Function(nameof(EagerTimer))]
        public Task Run([TimerTrigger("%Timer:Schedule%", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
            recorder.RunAsync(timer, time, cancellationToken);
    }

    public sealed class RetriedTimer(TimerRecorder recorder, TimeProvider time)
    {
        [Function(nameof(RetriedTimer))]
        [FixedDelayRetry(3, "00:05:00")]
        public Task Run([TimerTrigger("%Timer:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
            recorder.RunAsync(timer, time, cancellationToken);
    }
}
