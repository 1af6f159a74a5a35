using LiquidityRisk.Flows.CashMarket.Liquidity;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Workflows;

/// <summary>Starts and wakes the workflows of operations. The operation is stored first; a workflow that was not started is started by the sweep.</summary>
internal static class LiquidityInstances
{
    /// <summary>Starts an operation's workflow unless it has one.</summary>
    public static Task StartAsync(this DurableTaskClient client, OperationDocument document, CancellationToken cancellationToken) =>
        client.StartOnceAsync(nameof(LiquidityWorkflow.LiquidityCreation), InstanceId(document), Key(document), cancellationToken);

    /// <summary>Tells an operation's workflow that a decision was stored. If it cannot be told, it finds the decision by itself.</summary>
    public static async Task WakeAsync(this DurableTaskClient client, OperationDocument document, CancellationToken cancellationToken)
    {
        try
        {
            if (await client.GetInstanceAsync(Key(document), cancellationToken) is { IsCompleted: false })
                await client.RaiseEventAsync(Key(document), LiquidityWorkflow.Approval, Key(document), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It may have ended in between; engines differ in the exception that says so. What was decided is stored.
        }
    }

    /// <summary>Starts a workflow for an operation that has not ended and has none that runs.</summary>
    /// <returns>Whether one was started.</returns>
    public static async Task<bool> ReviveAsync(this DurableTaskClient client, OperationDocument document, CancellationToken cancellationToken)
    {
        if (document.Operation.IsTerminal) return false;
        var first = await client.GetInstanceAsync(Key(document), cancellationToken);
        if (first is { IsCompleted: false }) return false;
        var id = first is null ? Key(document) : Again(document);
        return await client.StartOnceAsync(nameof(LiquidityWorkflow.LiquidityCreation), id, Key(document), cancellationToken) is null;
    }

    // An operation that is tried again gets a workflow of its own for each time.
    private static string InstanceId(OperationDocument document) =>
        document.Log.Any(l => l.Step == "retried") ? Again(document) : Key(document);

    private static string Again(OperationDocument document) => FormattableString.Invariant($"{Key(document)}-{document.Log.Length}");

    private static string Key(OperationDocument document) => document.Operation.Id.ToString("N");
}
