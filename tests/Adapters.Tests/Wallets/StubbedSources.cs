using LiquidityRisk.Adapters.Wallets;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Adapters.Tests.Wallets;

/// <summary>The sources as the app has them, all of them pointed at one stub server.</summary>
public sealed class StubbedSources : IAsyncDisposable
{
    public const string Key = "k3y-0f-the-app";

    private readonly ServiceProvider _provider;

    private StubbedSources(StubServer server, WalletSourceOptions options, TimeProvider time)
    {
        (Server, Time, Options) = (server, time, options);
        _provider = new ServiceCollection().AddSingleton(time).AddWalletSources(options).BuildServiceProvider();
    }

    public static WalletAddress Alice { get; } = WalletAddress.Parse("0x00000000000000000000000000000000000a11ce");

    public static WalletAddress Bob { get; } = WalletAddress.Parse("0x0000000000000000000000000000000000000b0b");

    public StubServer Server { get; }

    public TimeProvider Time { get; }

    public WalletSourceOptions Options { get; }

    public IPositionSource Positions => _provider.GetRequiredService<IPositionSource>();

    public IPriceSource Prices => _provider.GetRequiredService<IPriceSource>();

    public IBalanceSource Balances => _provider.GetRequiredService<IBalanceSource>();

    public IGasSource Gas => _provider.GetRequiredService<IGasSource>();

    public IProtocolSource Protocols => _provider.GetRequiredService<IProtocolSource>();

    public IMoodSource Mood => _provider.GetRequiredService<IMoodSource>();

    public ISourceHealth Health => _provider.GetRequiredService<ISourceHealth>();

    /// <param name="time">The clock.</param>
    /// <param name="change">Changes each source's settings.</param>
    /// <param name="all">Changes the settings as a whole.</param>
    public static async Task<StubbedSources> StartAsync(
        TimeProvider time, Func<SourceOptions, SourceOptions>? change = null, Func<WalletSourceOptions, WalletSourceOptions>? all = null)
    {
        var server = await StubServer.StartAsync();
        var standard = new WalletSourceOptions();
        var options = new WalletSourceOptions
        {
            TheGraph = Own(standard.TheGraph),
            CoinGecko = Own(standard.CoinGecko),
            Alchemy = Own(standard.Alchemy),
            Etherscan = Own(standard.Etherscan),
            DefiLlama = Own(standard.DefiLlama) with { Key = null },
            AlternativeMe = Own(standard.AlternativeMe) with { Key = null },
        };
        return new(server, all?.Invoke(options) ?? options, time);

        // Longer than the longest pause that the self-turning clock skips: it is for tests to let an attempt run out of time.
        SourceOptions Own(SourceOptions source)
        {
            var own = source with
            {
                Endpoint = server.Address,
                Key = Key,
                AttemptTimeout = TimeSpan.FromSeconds(20),
                GiveUpAfter = TimeSpan.FromMinutes(2),
                Retries = time is ManualTime ? 0 : source.Retries, // while the clock stands still, no pause passes
            };
            return change?.Invoke(own) ?? own;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Server.DisposeAsync();
    }
}
