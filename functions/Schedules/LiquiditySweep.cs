using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Functions.Workflows;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Functions.Schedules;

/// <summary>Runs scheduled liquidity, and looks after operations whose workflow was never started or has died.</summary>
public sealed class LiquiditySweep(LiquiditySchedules schedules, OperationBook operations)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    [Function(nameof(RunLiquiditySchedules))]
    public async Task RunLiquiditySchedules(
        [TimerTrigger("5 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (var operation in await schedules.RunDueAsync(cancellationToken)) await client.StartAsync(operation, cancellationToken);
    }

    [Function(nameof(SweepOperations))]
    public async Task SweepOperations(
        [TimerTrigger("40 * * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (var head in await operations.UnfinishedAsync(Lately, cancellationToken))
        {
            if (await operations.ReadAsync(head.Id, cancellationToken) is not { } operation) continue;
            await operations.SweepAsync(operation, cancellationToken);
            await client.ReviveAsync(operation, cancellationToken);
        }
    }
}
