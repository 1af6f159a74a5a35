using LiquidityRisk.Local.Simulator.CashMarket;
using LiquidityRisk.Local.Simulator.Market;
using LiquidityRisk.Local.Simulator.Replay;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Simulator;

/// <summary>Adds the market that feeds a first run.</summary>
public static class MarketFeedRegistration
{
    /// <summary>
    /// Adds the simulated bond market, or the replay of real files when <c>Replay</c> names their folder; and the simulated certificate
    /// markets, which have nothing to replay.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting is out of range; the message names it.</exception>
    public static void AddMarketFeed(this IServiceCollection services, IConfiguration configuration)
    {
        var options = FeedOptions.Read(configuration);
        services.AddSingleton(options);
        if (options.ReplayFolder is not null) services.AddHostedService<ReplayFeed>();
        else if (options.Enabled) services.AddHostedService<SimulatedFeed>();
        if (!options.Enabled) return;
        services.AddSingleton<OpeningMakers>();
        services.AddSingleton<CarbonMarket>();
        services.AddHostedService<CarbonFeed>();
    }
}
