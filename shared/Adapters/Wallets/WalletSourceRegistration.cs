using System.Net;
using LiquidityRisk.Adapters.Wallets.Alchemy;
using LiquidityRisk.Adapters.Wallets.AlternativeMe;
using LiquidityRisk.Adapters.Wallets.CoinGecko;
using LiquidityRisk.Adapters.Wallets.DefiLlama;
using LiquidityRisk.Adapters.Wallets.Etherscan;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Adapters.Wallets.TheGraph;
using LiquidityRisk.Flows.Wallets.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Adapters.Wallets;

/// <summary>Adds the sources of facts about wallets to the app.</summary>
public static class WalletSourceRegistration
{
    /// <summary>
    /// Adds <see cref="IPositionSource"/>, <see cref="IPriceSource"/>, <see cref="IBalanceSource"/>, <see cref="IGasSource"/>,
    /// <see cref="IProtocolSource"/>, <see cref="IMoodSource"/> and <see cref="ISourceHealth"/>. A source whose key is missing answers that it is not configured.
    /// Register a <see cref="TimeProvider"/> to turn the clock.
    /// </summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddWalletSources(this IServiceCollection services, WalletSourceOptions options)
    {
        var faults = options.Faults().ToList();
        if (faults.Count > 0) throw new OptionsValidationException(WalletSourceOptions.Section, typeof(WalletSourceOptions), faults);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new WalletSources(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<WalletSources>().Positions);
        services.AddSingleton(provider => provider.GetRequiredService<WalletSources>().Prices);
        services.AddSingleton(provider => provider.GetRequiredService<WalletSources>().Balances);
        services.AddSingleton(provider => provider.GetRequiredService<WalletSources>().Gas);
        services.AddSingleton(provider => provider.GetRequiredService<WalletSources>().Protocols);
        services.AddSingleton(provider => provider.GetRequiredService<WalletSources>().Mood);
        return services.AddSingleton(provider => provider.GetRequiredService<WalletSources>().Health);
    }
}

/// <summary>The sources, put together around one HTTP client.</summary>
internal sealed class WalletSources : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, // a key goes to the address that is set and nowhere else
        AutomaticDecompression = DecompressionMethods.All,
        ActivityHeadersPropagator = null, // what the app traces is not told to strangers
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan, // each attempt has its own
    };

    public WalletSources(WalletSourceOptions options, TimeProvider time)
    {
        _http.DefaultRequestHeaders.Add("Accept", "application/json");
        _http.DefaultRequestHeaders.Add("User-Agent", "LiquidityRisk"); // some refuse requests without one

        var theGraph = Calls(SourceName.TheGraph, options.TheGraph, needsKey: true);
        var coinGecko = Calls(SourceName.CoinGecko, options.CoinGecko, needsKey: false);
        var alchemy = Calls(SourceName.Alchemy, options.Alchemy, needsKey: true);
        var etherscan = Calls(SourceName.Etherscan, options.Etherscan, needsKey: true);
        var defiLlama = Calls(SourceName.DefiLlama, options.DefiLlama, needsKey: false);
        var alternativeMe = Calls(SourceName.AlternativeMe, options.AlternativeMe, needsKey: false);
        var rpc = new EthereumRpc(options.Alchemy, alchemy);
        var subgraphs = new SubgraphClient(options.TheGraph, theGraph, time);

        Positions = new SubgraphPositionSource(
            options,
            subgraphs,
            new LendingPositions(subgraphs, new AaveModes(rpc, time)),
            new CurvePositions(subgraphs, rpc, time),
            time);
        Prices = new CoinGeckoPriceSource(options, coinGecko, time);
        Balances = new AlchemyBalanceSource(options.Alchemy, rpc, time);
        Gas = new EtherscanGasSource(options.Etherscan, etherscan, time);
        Protocols = new DefiLlamaProtocolSource(options.DefiLlama, defiLlama, time);
        Mood = new FearGreedSource(options.AlternativeMe, alternativeMe, time);
        Health = new HealthBook([theGraph, coinGecko, alchemy, etherscan, defiLlama, alternativeMe]);

        SourceCalls Calls(SourceName source, SourceOptions own, bool needsKey) => new(source, own, needsKey, _http, time);
    }

    public IPositionSource Positions { get; }

    public IPriceSource Prices { get; }

    public IBalanceSource Balances { get; }

    public IGasSource Gas { get; }

    public IProtocolSource Protocols { get; }

    public IMoodSource Mood { get; }

    public ISourceHealth Health { get; }

    public void Dispose() => _http.Dispose();
}
