using LiquidityRisk.Flows.CashMarket;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Schedules;

/// <summary>Finishes what crashes and lost messages left in the cash market, and proves that everything adds up.</summary>
public sealed class CashMarketSweep(ReconcileMarkets reconcile)
{
    [Function(nameof(ReconcileCashMarket))]
    public Task ReconcileCashMarket(
        [TimerTrigger("20 * * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        reconcile.SweepAsync(cancellationToken);
}
