using LiquidityRisk.Flows.Bonds;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Schedules;

/// <summary>Looks after bonds about which nothing arrives: data grows old, alerts resolve, risk runs out.</summary>
public sealed class BondWatch(BondAlertBook alerts)
{
    [Function(nameof(WatchBonds))]
    public Task WatchBonds([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        alerts.WatchAsync(cancellationToken);
}
