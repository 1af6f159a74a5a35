using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Local.Simulator.CashMarket;
using LiquidityRisk.Local.Simulator.Market;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Local.Simulator.Wallets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Simulator;

/// <summary>Adds the market that feeds a first run.</summary>
public static class MarketFeedRegistration
{
    /// <summary>
    /// Adds the simulated bond market, or the replay of real files when <c>Replay</c> names their folder; and the simulated certificate
    /// markets, which have nothing to replay. When <c>Wallets:Sources:Provider</c> is <c>Simulated</c>, also what wallets are read from.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting is out of range; the message names it.</exception>
    public static void AddMarketFeed(this IServiceCollection services, IConfiguration configuration)
    {
        var options = FeedOptions.Read(configuration);
        services.AddSingleton(options);
        if (options.ReplayFolder is not null) services.AddHostedService<ReplayFeed>();
        else if (options.Enabled) services.AddHostedService<SimulatedFeed>();
        if (configuration["Wallets:Sources:Provider"] == "Simulated") services.AddSimulatedWallets(options);
        if (!options.Enabled) return;
        services.AddSingleton<OpeningMakers>();
        services.AddSingleton<CarbonMarket>();
        services.AddHostedService<CarbonFeed>();
    }

    private static void AddSimulatedWallets(this IServiceCollection services, FeedOptions options)
    {
        services.AddSingleton<IWalletChain>(_ => ReplayedChain.IsIn(options.ReplayFolder)
            ? new ReplayedChain(options.ReplayFolder!)
            : new SimulatedChain(options.Seed, options.Wallets));
        services.AddSingleton<SourceQuality>();
        services.AddSingleton<ISourceHealth>(s => s.GetRequiredService<SourceQuality>());
        services.AddSingleton<SimulatedSources>();
        services.AddSingleton<IPositionSource>(s => s.GetRequiredService<SimulatedSources>());
        services.AddSingleton<IPriceSource>(s => s.GetRequiredService<SimulatedSources>());
        services.AddSingleton<IBalanceSource>(s => s.GetRequiredService<SimulatedSources>());
        services.AddSingleton<IGasSource>(s => s.GetRequiredService<SimulatedSources>());
        services.AddSingleton<IProtocolSource>(s => s.GetRequiredService<SimulatedSources>());
        services.AddSingleton<IMoodSource>(s => s.GetRequiredService<SimulatedSources>());
        if (!options.Enabled) return;
        services.AddSingleton<ITrainingHistory, LiquidationHistory>();
        services.AddHostedService<WalletFeed>();
    }
}
