using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Functions.Workflows;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;

namespace LiquidityRisk.Azure.Tests.Workflows;

/// <summary>The liquidity workflow on the real Durable engine. Its activities are scripted: what they do is tested where they live.</summary>
public class LiquidityCreationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly OperationMove Running = new("running", "reserve", 25, IsTerminal: false, IsWaiting: false, null, null, 1);
    private static readonly OperationMove RollingBack = new("rolling_back", "undo", 50, IsTerminal: false, IsWaiting: false, null, "no answer", 2);
    private static readonly OperationMove Completed = new("completed", "done", 100, IsTerminal: true, IsWaiting: false, null, null, 1);
    private static readonly OperationMove RolledBack = new("rolled_back", "done", 100, IsTerminal: true, IsWaiting: false, null, "no answer", 2);

    [Fact]
    public async Task Steps_are_taken_until_the_operation_has_ended()
    {
        var steps = new Queue<OperationMove>([Running, Running, Completed]);

        var instance = await RunAsync(look: () => Running, step: steps.Dequeue, giveUp: _ => RolledBack);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        Assert.Equal(Completed, instance.ReadOutputAs<OperationMove>());
        Assert.Equal(Completed, instance.ReadCustomStatusAs<OperationMove>());
        Assert.Empty(steps);
    }

    [Fact]
    public async Task A_step_that_never_succeeds_is_given_up_and_its_undo_goes_on()
    {
        var (tries, undone) = (0, false);
        var given = "";

        var instance = await RunAsync(
            look: () => Running,
            step: () => undone ? RolledBack : throw new InvalidOperationException($"no answer to try {++tries}"),
            giveUp: fault =>
            {
                (given, undone) = (fault.Reason, true);
                return RollingBack;
            });

        Assert.Equal(RolledBack, instance.ReadOutputAs<OperationMove>());
        Assert.Equal(5, tries);
        Assert.Contains("no answer", given, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_wakes_the_workflow()
    {
        var decided = false;

        var instance = await RunAsync(
            look: () => decided ? Running : Waiting(TimeSpan.FromHours(1)),
            step: () => Completed,
            giveUp: _ => RolledBack,
            meanwhile: async (client, id, token) =>
            {
                await client.WaitForInstanceStartAsync(id, token);
                decided = true;
                await client.RaiseEventAsync(id, LiquidityWorkflow.Approval, id, token);
            });

        Assert.Equal(Completed, instance.ReadOutputAs<OperationMove>());
    }

    [Fact]
    public async Task A_lost_event_costs_only_the_time_until_the_next_look()
    {
        var looks = 0;

        var instance = await RunAsync(
            look: () => ++looks < 3 ? Waiting(TimeSpan.FromSeconds(1)) : Running, step: () => Completed, giveUp: _ => RolledBack);

        Assert.Equal(Completed, instance.ReadOutputAs<OperationMove>());
        Assert.Equal(3, looks);
    }

    private static OperationMove Waiting(TimeSpan time) =>
        new("awaiting_approval", "decide", 0, IsTerminal: false, IsWaiting: true, TimeProvider.System.GetUtcNow() + time, null, 1);

    private static async Task<OrchestrationMetadata> RunAsync(
        Func<OperationMove> look,
        Func<OperationMove> step,
        Func<StepFault, OperationMove> giveUp,
        Func<DurableTaskClient, string, CancellationToken, Task>? meanwhile = null)
    {
        await using var host = await DurableTaskTestHost.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, OperationMove>(
                nameof(LiquidityWorkflow.LiquidityCreation), (context, _) => LiquidityWorkflow.LiquidityCreation(context))
            .AddActivityFunc<string, OperationMove>(nameof(LiquidityWorkflow.LookAtOperation), (_, _) => Task.FromResult(look()))
            .AddActivityFunc<string, OperationMove>(nameof(LiquidityWorkflow.StepOperation), (_, _) => Task.FromResult(step()))
            .AddActivityFunc<StepFault, OperationMove>(nameof(LiquidityWorkflow.GiveUpStep), (_, fault) => Task.FromResult(giveUp(fault))));
        using var limit = new CancellationTokenSource(Patience);
        const string id = "0123456789abcdef0123456789abcdef";
        await host.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(LiquidityWorkflow.LiquidityCreation), id, new StartOrchestrationOptions(id), limit.Token);
        if (meanwhile is not null) await meanwhile(host.Client, id, limit.Token);
        return await host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }
}
