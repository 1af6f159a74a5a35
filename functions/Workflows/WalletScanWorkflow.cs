using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Flows.Wallets.Scan;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LiquidityRisk.Functions.Workflows;

/// <summary>
/// Scans all watched wallets durably: the market is read once, then parts are looked at, a few at a time. A part that cannot be done is left
/// to the next scan; how far the scan is stands in its document.
/// </summary>
public sealed class WalletScanWorkflow(ScanWallets scan)
{
    private const int PartsAtOnce = 4;

    // About two minutes of a silent store or source, in steps of 2 s to 30 s.
    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 6, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromSeconds(30)));

    [Function(nameof(WalletScan))]
    public static async Task WalletScan([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var id = context.GetInput<string>()!;
        try
        {
            if (!await context.CallActivityAsync<bool>(nameof(OpenWalletScan), id, Retries)) return;
            await ScanPartsAsync(context, id);
        }
        catch (TaskFailedException)
        {
            // Without a market there is nothing to judge by; the scan ends as failed.
        }

        await context.CallActivityAsync<bool>(nameof(FinishWalletScan), id, Retries);
    }

    /// <summary>Reads the market.</summary>
    [Function(nameof(OpenWalletScan))]
    public Task<bool> OpenWalletScan([ActivityTrigger] string id, CancellationToken cancellationToken) => scan.OpenAsync(id, cancellationToken);

    /// <summary>Looks at one part.</summary>
    [Function(nameof(ScanWalletPart))]
    public Task<bool> ScanWalletPart([ActivityTrigger] ScanPart part, CancellationToken cancellationToken) =>
        scan.ScanAsync(part.Id, part.Shard, cancellationToken);

    /// <summary>Ends the scan.</summary>
    [Function(nameof(FinishWalletScan))]
    public async Task<bool> FinishWalletScan([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        await scan.FinishAsync(id, cancellationToken);
        return true;
    }

    private static async Task ScanPartsAsync(TaskOrchestrationContext context, string id)
    {
        var running = new Queue<Task<bool>>();
        for (var shard = 0; shard < WalletBook.Shards || running.Count > 0;)
        {
            while (running.Count < PartsAtOnce && shard < WalletBook.Shards)
                running.Enqueue(context.CallActivityAsync<bool>(nameof(ScanWalletPart), new ScanPart(id, shard++), Retries));
            try
            {
                await running.Dequeue();
            }
            catch (TaskFailedException)
            {
                // This part's wallets are looked at by the next scan; the others go on.
            }
        }
    }
}

/// <summary>A part of a scan.</summary>
/// <param name="Id">Which scan.</param>
/// <param name="Shard">Which part.</param>
public sealed record ScanPart(string Id, int Shard);
