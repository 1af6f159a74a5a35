using LiquidityRisk.Flows.Wallets.Security;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>Every two seconds: exchanges with the other instances what was granted, and stores what was unusual.</summary>
internal sealed class AccessRounds(SharedAllowances allowances, SecurityEvents security, TimeProvider time, ILogger<AccessRounds> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(SharedAllowances.ExchangeEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await RoundAsync(stoppingToken);
        }
        catch (Exception e) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug(e, "The app stops");
        }
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        try
        {
            await allowances.ExchangeAsync(cancellationToken);
            await security.StoreAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(e, "A round of exchange failed; the next one tries again"); // one bad round must not end all that follow
        }
    }
}
