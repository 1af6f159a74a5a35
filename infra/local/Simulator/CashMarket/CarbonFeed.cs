using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>Keeps the certificate markets alive while the app runs.</summary>
internal sealed class CarbonFeed(OpeningMakers makers, CarbonMarket market, TimeProvider time, ILogger<CarbonFeed> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await makers.CreateAsync(stoppingToken);
                await market.OpenAsync(stoppingToken);
                while (true)
                {
                    var wait = market.Wait();
                    await Task.Delay(wait, time, stoppingToken);
                    await market.NextAsync(wait, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "The simulated certificate markets pause for {Pause}", Pause);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }
}
