using LiquidityRisk.Flows.Bonds;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Schedules;

/// <summary>Looks after bonds about which nothing arrives: data grows old, alerts resolve, risk runs out.</summary>
public sealed class BondWatch(BondAlertBook alerts, ExitQualityBook quality)
{
    [Function(nameof(WatchBonds))]
    public Task WatchBonds([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        alerts.WatchAsync(cancellationToken);

    /// <summary>Measures realised sales, so that a probability that loses to its baseline is withheld.</summary>
    [Function(nameof(MeasureExits))]
    public Task MeasureExits(
        [TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        quality.MeasureAsync(cancellationToken);
}
