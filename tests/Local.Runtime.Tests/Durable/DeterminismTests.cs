using LiquidityRisk.TestKit;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Tests.Durable;

public sealed class DeterminismTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(_time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Unchanged_orchestrator_replays_to_its_end()
    {
        var done = await ChangeAsync(0);

        Assert.Equal("unchanged", done.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(1, "scheduled activity 'FlowGreet' with sequence number 0, but the current replay instead scheduled activity 'FlowNothing'")]
    [InlineData(2, "scheduled activity 'FlowGreet' with sequence number 0, but the current replay instead scheduled activity 'FlowDouble'")]
    [InlineData(3, "scheduled activity 'FlowGreet' with sequence number 0, but the current replay instead scheduled timer")]
    [InlineData(4, "scheduled activity 'FlowGreet' with sequence number 0, but the current replay has not scheduled anything")]
    public async Task Changed_orchestrator_fails_naming_what_was_recorded_and_what_came_instead(int edition, string message)
    {
        var failed = await ChangeAsync(edition);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.StartsWith("Non-Deterministic workflow detected: ", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains(message, failed.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException", failed.FailureDetails.ErrorType);
    }

    [Theory]
    [InlineData("alone")]
    [InlineData("with open task")]
    [InlineData("unbound")]
    public async Task Awaiting_a_task_that_is_not_durable_fails_the_instance(string mode)
    {
        var id = await _host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowDelays), mode);

        var failed = await TestHost.InTime(_host.Durable.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Contains("not durable", failed.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    private async Task<OrchestrationMetadata> ChangeAsync(int edition)
    {
        var id = await _host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(Flows.FlowChanging));
        await _host.WaitForIdleAsync();
        Flows.Edition[id] = edition;
        await _host.Durable.RaiseEventAsync(id, "Continue");
        return await TestHost.InTime(_host.Durable.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true));
    }
}
