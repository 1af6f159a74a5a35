using LiquidityRisk.Flows.CashMarket.Liquidity;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LiquidityRisk.Functions.Workflows;

/// <summary>
/// Creates and withdraws liquidity durably. What comes next is decided by the operation as stored, so that the workflow only takes one batch
/// of steps after another, waits for a decision, and gives a batch up that does not succeed.
/// </summary>
public sealed class LiquidityWorkflow(DriveOperation drive)
{
    /// <summary>The event that a decision was stored. It only wakes: the decision is read from the store, also when the event is lost.</summary>
    internal const string Approval = "approval";

    private const int WaitsBeforeNewHistory = 20;

    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(30)));

    // To give up is one write; about four hours of a silent store.
    private static readonly TaskOptions Persistent = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 250, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(1)));

    [Function(nameof(LiquidityCreation))]
    public static async Task<OperationMove> LiquidityCreation([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var id = context.GetInput<string>()!;
        var move = await context.CallActivityAsync<OperationMove>(nameof(LookAtOperation), id, Persistent);
        for (var waits = 0; !move.IsTerminal;)
        {
            context.SetCustomStatus(move);
            if (!move.IsWaiting)
            {
                move = await AdvanceAsync(context, id, move.Logged);
                continue;
            }

            if (waits++ == WaitsBeforeNewHistory)
            {
                context.ContinueAsNew(id);
                return move;
            }

            await WaitAsync(context, move);
            move = await context.CallActivityAsync<OperationMove>(nameof(LookAtOperation), id, Persistent);
        }

        context.SetCustomStatus(move);
        return move;
    }

    [Function(nameof(LookAtOperation))]
    public Task<OperationMove> LookAtOperation([ActivityTrigger] string id, CancellationToken cancellationToken) =>
        drive.LookAsync(Guid.ParseExact(id, "N"), cancellationToken);

    [Function(nameof(StepOperation))]
    public Task<OperationMove> StepOperation([ActivityTrigger] string id, CancellationToken cancellationToken) =>
        drive.StepAsync(Guid.ParseExact(id, "N"), cancellationToken);

    [Function(nameof(GiveUpStep))]
    public Task<OperationMove> GiveUpStep([ActivityTrigger] StepFault fault, CancellationToken cancellationToken) =>
        drive.GiveUpAsync(Guid.ParseExact(fault.Id, "N"), fault.Logged, fault.Reason, cancellationToken);

    private static async Task<OperationMove> AdvanceAsync(TaskOrchestrationContext context, string id, int logged)
    {
        try
        {
            return await context.CallActivityAsync<OperationMove>(nameof(StepOperation), id, Retries);
        }
        catch (TaskFailedException e)
        {
            var fault = new StepFault(id, logged, e.FailureDetails.ErrorMessage);
            return await context.CallActivityAsync<OperationMove>(nameof(GiveUpStep), fault, Persistent);
        }
    }

    private static async Task WaitAsync(TaskOrchestrationContext context, OperationMove move)
    {
        var wait = (move.LookAgainAt?.UtcDateTime ?? context.CurrentUtcDateTime) - context.CurrentUtcDateTime;
        try
        {
            await context.WaitForExternalEvent<string>(Approval, wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1));
        }
        catch (TaskCanceledException)
        {
            // Nobody called; the stored decision is looked for all the same.
        }
    }
}

/// <summary>A step that did not succeed.</summary>
/// <param name="Id">Of which operation.</param>
/// <param name="Logged">How many entries the operation's log had when it came up.</param>
/// <param name="Reason">Why.</param>
public sealed record StepFault(string Id, int Logged, string Reason);
