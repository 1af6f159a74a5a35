using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Flows.Wallets.Scan;
using LiquidityRisk.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Schedules;

/// <summary>Starts scans over wallets, and publishes what could not be published before.</summary>
public sealed class WalletWatch(ScanWallets scan, ScanBook scans, AnnounceWallets announce)
{
    /// <summary>Every ten minutes unless <c>Wallets:ScanSchedule</c> says otherwise; a scan that still runs is left to run.</summary>
    [Function(nameof(ScanAllWallets))]
    public async Task ScanAllWallets(
        [TimerTrigger("%Wallets:ScanSchedule%", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var id = await scan.BeginAsync(cancellationToken) ?? await WaitingAsync(cancellationToken);
        if (id is not null) await client.StartOnceAsync(nameof(WalletScanWorkflow.WalletScan), id, id, cancellationToken);
    }

    [Function(nameof(SweepWallets))]
    public Task SweepWallets([TimerTrigger("50 * * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        announce.SweepAsync(cancellationToken);

    // A scan that was begun by an instance that died before it could start the workflow is started now; started twice, it is the same one.
    private async Task<string?> WaitingAsync(CancellationToken cancellationToken) =>
        await scans.CurrentAsync(cancellationToken) is { State: ScanState.Running, MarketId: null } current ? current.Id : null;
}
