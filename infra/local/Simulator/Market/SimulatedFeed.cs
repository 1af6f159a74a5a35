using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Ports;
using Microsoft.Extensions.Hosting;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>Sends the simulated market to the hub, ten times a second.</summary>
internal sealed class SimulatedFeed(FeedOptions options, IEventPublisher hubs, TimeProvider time) : BackgroundService
{
    private const int Bonds = 120;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var market = new SimulatedMarket(options.Seed, Bonds, time.GetUtcNow());
        await hubs.PublishAsync(SubmitMarketData.Hub, [.. market.Open(time.GetUtcNow())], stoppingToken);
        using var timer = new PeriodicTimer(Step, time);
        var owed = 0.0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            owed += options.TicksPerSecond * Step.TotalSeconds;
            var count = (int)owed;
            owed -= count;
            var now = time.GetUtcNow();
            var events = Enumerable.Range(0, count).Select(_ => market.Next(now)).ToList();
            if (events.Count > 0) await hubs.PublishAsync(SubmitMarketData.Hub, events, stoppingToken);
        }
    }
}
