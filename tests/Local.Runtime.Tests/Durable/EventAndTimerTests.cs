using LiquidityRisk.TestKit;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Tests.Durable;

public sealed class EventAndTimerTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private TestHost _host = null!;

    private DurableTaskClient Client => _host.Durable;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Timer_fires_when_the_clock_reaches_it()
    {
        var start = _time.GetUtcNow();
        var id = await StartAsync(nameof(Flows.FlowTimer));
        _time.Advance(TimeSpan.FromMinutes(59));
        await _host.WaitForIdleAsync();
        Assert.True((await Client.GetInstanceAsync(id))!.IsRunning);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(start.UtcDateTime.AddHours(1), (await CompleteAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Retries_back_off_up_to_the_longest_interval()
    {
        var id = await StartAsync(nameof(Flows.FlowRetry), 4);

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5], await AttemptsAfterAsync(id, 9, 1, 19, 1, 29, 1, 29, 1));
        Assert.Equal("done at attempt 5", (await CompleteAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Last_allowed_attempt_fails_the_orchestration_with_the_cause()
    {
        var id = await StartAsync(nameof(Flows.FlowRetry), 5);
        await AttemptsAfterAsync(id, 10, 20, 30, 30);

        var failed = await CompleteAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal(5, Flows.Effects[id].Count);
        Assert.Equal("Task 'FlowFail' (#8) failed with an unhandled exception: Not yet.", failed.FailureDetails!.ErrorMessage);
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", failed.FailureDetails.ErrorType);
        Assert.Equal("System.TimeoutException", failed.FailureDetails.InnerFailure!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task Failure_that_the_policy_does_not_handle_is_not_retried_and_carries_its_details()
    {
        var id = await StartAsync(nameof(Flows.FlowRetryUnlessTimeout));

        Assert.Equal(
            "FlowFail|System.InvalidOperationException|Not yet.|System.TimeoutException|True|False|True",
            (await CompleteAsync(id)).ReadOutputAs<string>());
        Assert.Single(Flows.Effects[id]);
    }

    [Fact]
    public async Task Retry_handler_may_wait_durably_between_attempts()
    {
        var id = await StartAsync(nameof(Flows.FlowRetryHandler));

        Assert.Equal([1, 1, 2, 2, 3], await AttemptsAfterAsync(id, 59, 1, 119, 1));
        Assert.Equal("done at attempt 3", (await CompleteAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_during_the_wait_ends_it_and_the_status_follows()
    {
        var id = await StartAsync(nameof(Flows.FlowApproval));
        Assert.Equal(new Order("waiting", 1), (await Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadCustomStatusAs<Order>());

        await Client.RaiseEventAsync(id, "approved", "Cleo");

        var done = await CompleteAsync(id);
        Assert.Equal("Cleo", done.ReadOutputAs<string>());
        Assert.Equal(new Order("approved", 2), done.ReadCustomStatusAs<Order>());
    }

    [Fact]
    public async Task Wait_is_cancelled_after_its_timeout_and_a_late_event_changes_nothing()
    {
        var id = await StartAsync(nameof(Flows.FlowApproval));

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("too late", (await CompleteAsync(id)).ReadOutputAs<string>());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Client.RaiseEventAsync(id, "Approved", "Cleo"));
    }

    [Fact]
    public async Task Events_before_the_wait_are_kept_in_order()
    {
        var id = await StartAsync(nameof(Flows.FlowCollect));
        foreach (var item in (string[])["a", "b"]) await Client.RaiseEventAsync(id, "Item", item);
        await _host.WaitForIdleAsync();
        await Client.RaiseEventAsync(id, "Go");
        await Client.RaiseEventAsync(id, "Item", "c");

        Assert.Equal(["a", "b", "c"], (await CompleteAsync(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Continuing_as_new_keeps_unprocessed_events()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowRounds));
        foreach (var next in (string[])["a", "b", "c", "d", "!"]) await Client.RaiseEventAsync(id, "Next", next);

        Assert.Equal("abcd!", (await CompleteAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Continuing_as_new_many_times_does_not_grow_the_history()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowRounds));
        for (var i = 0; i < 200; i++) await Client.RaiseEventAsync(id, "Next", ".");
        await _host.WaitForIdleAsync();
        await Client.RaiseEventAsync(id, "Next", "!");

        Assert.Equal(201, (await CompleteAsync(id)).ReadOutputAs<string>()!.Length);
    }

    [Fact]
    public async Task Suspended_instance_takes_no_step_until_resumed()
    {
        var id = await StartAsync(nameof(Flows.FlowCollect));
        await Client.SuspendInstanceAsync(id, "lunch");
        await Client.SuspendInstanceAsync(id, "twice");
        await Client.RaiseEventAsync(id, "Go");
        foreach (var item in (string[])["a", "b", "c"]) await Client.RaiseEventAsync(id, "Item", item);
        await _host.WaitForIdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await Client.GetInstanceAsync(id))!.RuntimeStatus);

        await Client.ResumeInstanceAsync(id);

        Assert.Equal(["a", "b", "c"], (await CompleteAsync(id)).ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Terminated_instance_ends_at_once_with_the_given_output()
    {
        var id = await StartAsync(nameof(Flows.FlowTimer));
        var suspended = await StartAsync(nameof(Flows.FlowTimer));
        await Client.SuspendInstanceAsync(suspended);
        await Client.TerminateInstanceAsync(id, "enough");
        await Client.TerminateInstanceAsync(suspended, "enough");

        foreach (var ended in (OrchestrationMetadata[])[await CompleteAsync(id), await CompleteAsync(suspended)])
        {
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
            Assert.Equal("enough", ended.ReadOutputAs<string>());
        }

        _time.Advance(TimeSpan.FromHours(2));
        await _host.WaitForIdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await Client.GetInstanceAsync(id))!.RuntimeStatus);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Client.TerminateInstanceAsync(id));
    }

    private async Task<string> StartAsync(string name, object? input = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input);
        await _host.WaitForIdleAsync();
        return id;
    }

    private async Task<List<int>> AttemptsAfterAsync(string id, params int[] seconds)
    {
        List<int> attempts = [Flows.Effects[id].Count];
        foreach (var wait in seconds)
        {
            _time.Advance(TimeSpan.FromSeconds(wait));
            await _host.WaitForIdleAsync();
            attempts.Add(Flows.Effects[id].Count);
        }

        return attempts;
    }

    private Task<OrchestrationMetadata> CompleteAsync(string id) =>
        TestHost.InTime(Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true));
}
