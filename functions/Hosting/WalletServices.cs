using LiquidityRisk.Adapters.Wallets;
using LiquidityRisk.Adapters.Wallets.Proof;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Flows.Wallets.Answers;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Flows.Wallets.Scan;
using LiquidityRisk.Functions.Hosting.Access;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Puts the wallets together.</summary>
internal static class WalletServices
{
    /// <summary>Adds them. Without HTTP sources the platform has to bring its own.</summary>
    public static void AddWallets(this IServiceCollection services, WalletOptions options)
    {
        if (options.Sources is { } sources) services.AddWalletSources(sources);
        services.AddSingleton(options.Proof);
        services.AddSingleton<IWalletSignatures, Secp256k1Signatures>();
        services.AddSingleton<WalletBindings>();
        services.AddSingleton<BindWallets>();
        services.AddSingleton<WalletCallers>();

        services.AddSingleton(options.Rules);
        services.AddSingleton(options.Rules.Market);
        services.AddSingleton(WalletTokens.Standard);
        services.AddSingleton<ReadMarket>();
        services.AddSingleton<MarketArchive>();
        services.AddSingleton<CurrentMarket>();
        services.AddSingleton<WalletBook>();
        services.AddSingleton<WalletAnswers>();
        services.AddSingleton<AnnounceWallets>();
        services.AddSingleton<ReadHoldings>();
        services.AddSingleton<AnalyseWallets>();
        services.AddSingleton<TrackWallets>();
        services.AddSingleton<ReadWallets>();
        services.AddSingleton<SimulateWallet>();
        services.AddSingleton<ReadWalletStatus>();
        services.AddSingleton<ITopicSource, WalletTopicSource>();
        services.AddSingleton<ScanBook>();
        services.AddSingleton<ScanWallets>();
        services.AddSingleton<SampleStore>();
    }
}
