using DurableTask.Core.Exceptions;
using LiquidityRisk.TestKit;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Tests.Durable;

public sealed class OrchestrationTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private TestHost _host = null!;

    private DurableTaskClient Client => _host.Durable;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Sequence_of_activities_passes_results_on_and_runs_each_once()
    {
        var done = await RunAsync(nameof(Flows.FlowSequence), "Ana");

        Assert.Equal("Hello Hello Ana", done.ReadOutputAs<string>());
        Assert.Equal("Ana", done.ReadInputAs<string>());
        Assert.Equal(["FlowGreet Ana", "FlowGreet Hello Ana"], Flows.Effects[done.InstanceId]);
    }

    [Fact]
    public async Task Input_parameter_is_bound_beside_the_context()
    {
        var done = await RunAsync(nameof(Flows.FlowInput), new Order("bond", 21));

        Assert.Equal(new Order("bond", 42), done.ReadOutputAs<Order>());
    }

    [Fact]
    public async Task Fan_out_waits_for_all_activities()
    {
        var done = await RunAsync(nameof(Flows.FlowFanOut), 50);

        Assert.Equal(50 * 51, done.ReadOutputAs<int>());
    }

    [Fact]
    public async Task Thousand_instances_run_in_parallel_without_mixing()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowSequence), $"{i}")));

        for (var i = 0; i < ids.Length; i++)
            Assert.Equal($"Hello Hello {i}", (await CompleteAsync(ids[i])).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Sub_orchestration_answers_its_parent()
    {
        var done = await RunAsync(nameof(Flows.FlowParent), "Ben");

        Assert.Equal($"Hello Ben from {done.InstanceId}", done.ReadOutputAs<string>());
    }

    [Fact]
    public async Task Failure_of_a_sub_orchestration_reaches_the_parent_with_its_reason()
    {
        var done = await RunAsync(nameof(Flows.FlowParent), "fail");

        Assert.Equal("FlowChild failed: Bad mode. (Parameter 'mode')", done.ReadOutputAs<string>());
        var child = (await Client.GetInstanceAsync($"{done.InstanceId}-child", getInputsAndOutputs: true))!;
        Assert.Equal(OrchestrationRuntimeStatus.Failed, child.RuntimeStatus);
        Assert.True(child.FailureDetails!.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public async Task Terminated_sub_orchestration_fails_in_its_parent()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowParent), "wait");
        await _host.WaitForIdleAsync();

        await Client.TerminateInstanceAsync($"{id}-child", "stop");

        Assert.Contains("terminated", (await CompleteAsync(id)).ReadOutputAs<string>()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sub_orchestration_under_the_id_of_an_unfinished_instance_fails()
    {
        await Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Flows.FlowApproval), new StartOrchestrationOptions("busy-child"));

        var id = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowParent), "Ana", new StartOrchestrationOptions("busy"));

        Assert.Contains("already exists", (await CompleteAsync(id)).ReadOutputAs<string>()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activity_starts_another_orchestration_through_the_client()
    {
        var done = await RunAsync(nameof(Flows.FlowStartOther), "Ana");

        Assert.Equal("Hello Hello Ana", (await CompleteAsync(done.ReadOutputAs<string>()!)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Event_sent_by_an_orchestration_reaches_another()
    {
        var waiting = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowApproval));
        await RunAsync(nameof(Flows.FlowMessenger), waiting);

        Assert.Equal("a friend", (await CompleteAsync(waiting)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Guids_differ_within_an_instance_and_stay_the_same_on_replay()
    {
        var done = await RunAsync(nameof(Flows.FlowGuids), null);

        var guids = done.ReadOutputAs<Guid[]>()!;
        Assert.Equal(2, guids.Distinct().Count());
        Assert.DoesNotContain(Guid.Empty, guids);
    }

    [Fact]
    public async Task Orchestration_starts_at_the_wanted_time_and_not_before()
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(Flows.FlowSequence), "Ana", new StartOrchestrationOptions(StartAt: _time.GetUtcNow().AddHours(2)));
        _time.Advance(TimeSpan.FromMinutes(119));
        await _host.WaitForIdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await Client.GetInstanceAsync(id))!.RuntimeStatus);

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await CompleteAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Wanted_id_is_refused_while_its_instance_runs_and_free_afterwards()
    {
        var options = new StartOrchestrationOptions("the-one");
        await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowApproval), options);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowApproval), options));
        await Client.RaiseEventAsync("the-one", "Approved", "first");
        Assert.Equal("first", (await CompleteAsync("the-one")).ReadOutputAs<string>());

        await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowApproval), options);
        await Client.RaiseEventAsync("the-one", "Approved", "second");

        await _host.WaitForIdleAsync();
        Assert.Equal("second", (await CompleteAsync("the-one")).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("@a")]
    [InlineData("a#b")]
    public async Task Instance_id_with_forbidden_characters_is_refused(string id) =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowSequence), new StartOrchestrationOptions(id)));

    [Fact]
    public async Task Unknown_activity_fails_its_caller()
    {
        var failed = await RunAsync(nameof(Flows.FlowUnknown), null);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("'NoSuchActivity' does not exist", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_orchestrator_or_instance_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.ScheduleNewOrchestrationInstanceAsync("NoSuchFlow"));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowGreet)));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.RaiseEventAsync("no-such-instance", "Approved"));
    }

    [Fact]
    public async Task Returned_orchestrator_stays_open_until_its_timer_ends_unless_it_was_cancelled()
    {
        var open = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowOpenTimer), false);
        var cancelled = await RunAsync(nameof(Flows.FlowOpenTimer), true);
        Assert.Equal("cancelled", cancelled.ReadOutputAs<string>());
        await _host.WaitForIdleAsync();
        Assert.True((await Client.GetInstanceAsync(open))!.IsRunning);

        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal("open", (await CompleteAsync(open)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Queries_filter_by_status_prefix_and_time_and_page_through_everything()
    {
        for (var i = 0; i < 25; i++)
            await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowSequence), "x", new StartOrchestrationOptions($"q-{i:00}"));
        await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowApproval), new StartOrchestrationOptions("q-waiting"));
        await _host.WaitForIdleAsync();

        var all = await ListAsync(new OrchestrationQuery(InstanceIdPrefix: "q-", PageSize: 10, FetchInputsAndOutputs: true));
        var done = await ListAsync(new OrchestrationQuery(InstanceIdPrefix: "q-", Statuses: [OrchestrationRuntimeStatus.Completed]));
        var late = await ListAsync(new OrchestrationQuery(CreatedFrom: _time.GetUtcNow().AddSeconds(1)));

        Assert.Equal(26, all.Count);
        Assert.Equal("Hello Hello x", all[0].ReadOutputAs<string>());
        Assert.Equal(25, done.Count);
        Assert.Throws<InvalidOperationException>(() => done[0].ReadOutputAs<string>());
        Assert.Empty(late);
    }

    [Fact]
    public async Task Purge_removes_finished_instances_only()
    {
        var done = await RunAsync(nameof(Flows.FlowSequence), "x");
        var running = await Client.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowApproval));

        Assert.Equal(1, (await Client.PurgeInstanceAsync(done.InstanceId)).PurgedInstanceCount);
        Assert.Equal(0, (await Client.PurgeInstanceAsync(running)).PurgedInstanceCount);
        Assert.Null(await Client.GetInstanceAsync(done.InstanceId));
        Assert.NotNull(await Client.GetInstanceAsync(running));
    }

    private async Task<List<OrchestrationMetadata>> ListAsync(OrchestrationQuery query)
    {
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in Client.GetAllInstancesAsync(query)) found.Add(instance);
        return found;
    }

    private async Task<OrchestrationMetadata> RunAsync(string name, object? input) =>
        await CompleteAsync(await Client.ScheduleNewOrchestrationInstanceAsync(name, input));

    private Task<OrchestrationMetadata> CompleteAsync(string id) =>
        TestHost.InTime(Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true));
}
