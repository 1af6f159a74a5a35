using LiquidityRisk.Adapters.Wallets;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Adapters.Tests.Wallets;

public sealed class WalletSourceOptionsTests
{
    [Fact]
    public void The_defaults_are_sound() => Assert.Empty(new WalletSourceOptions().Faults());

    public static TheoryData<string, Func<SourceOptions, SourceOptions>> Wrong => new()
    {
        { "Endpoint", s => s with { Endpoint = new Uri("http://example.org/") } },
        { "Endpoint", s => s with { Endpoint = new Uri("https://example.org/api") } },
        { "Endpoint", s => s with { Endpoint = new Uri("api", UriKind.Relative) } },
        { "Key", s => s with { Key = "secret\r\nX-Other: 1" } },
        { "TimeToLive", s => s with { TimeToLive = TimeSpan.Zero } },
        { "MaxAge", s => s with { MaxAge = TimeSpan.FromSeconds(1) } },
        { "AttemptTimeout", s => s with { AttemptTimeout = TimeSpan.Zero } },
        { "GiveUpAfter", s => s with { GiveUpAfter = TimeSpan.FromSeconds(1) } },
        { "FirstPause", s => s with { FirstPause = TimeSpan.Zero } },
        { "CircuitPause", s => s with { CircuitPause = TimeSpan.Zero } },
        { "RequestsPerMinute", s => s with { RequestsPerMinute = 0 } },
        { "Burst", s => s with { Burst = 0 } },
        { "Queue", s => s with { Queue = -1 } },
        { "Retries", s => s with { Retries = 11 } },
        { "CircuitAfter", s => s with { CircuitAfter = 1 } },
        { "MaxAnswerBytes", s => s with { MaxAnswerBytes = 1 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_refused_by_name(string name, Func<SourceOptions, SourceOptions> change)
    {
        var options = new WalletSourceOptions();
        var e = Assert.Throws<OptionsValidationException>(
            () => new ServiceCollection().AddWalletSources(options with { Alchemy = change(options.Alchemy) }));
        Assert.StartsWith($"Wallets:Sources:Alchemy:{name} ", Assert.Single(e.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_ids_and_a_paid_plan_without_a_key_are_refused_by_name()
    {
        var options = new WalletSourceOptions
        {
            Subgraphs = new Dictionary<LendingProtocol, string> { [LendingProtocol.AaveV3] = "../x" },
            CoinIds = new Dictionary<string, string> { ["ABC"] = "a/b", ["D E"] = "d" },
            HistoryTimeToLive = TimeSpan.Zero,
            CoinGeckoPro = true,
        };
        Assert.Equal(
            ["Subgraphs:AaveV3", "CoinIds:ABC", "CoinIds:D E", "HistoryTimeToLive", "CoinGeckoPro"],
            options.Faults().Select(f => f["Wallets:Sources:".Length..].Split(" must ")[0].Split(" needs ")[0]));
    }

    [Fact]
    public void Settings_fill_the_options()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Wallets:Sources:TheGraph:Key"] = "abc",
            ["Wallets:Sources:TheGraph:TimeToLive"] = "00:01:00",
            ["Wallets:Sources:Subgraphs:Curve"] = "xyz",
            ["Wallets:Sources:CoinIds:ABC"] = "abc-2",
        }).Build();
        var options = new WalletSourceOptions();
        configuration.GetSection(WalletSourceOptions.Section).Bind(options);
        Assert.Empty(options.Faults());
        Assert.Equal(("abc", TimeSpan.FromMinutes(1), 300), (options.TheGraph.Key, options.TheGraph.TimeToLive, options.TheGraph.RequestsPerMinute));
        Assert.Equal("xyz", options.Subgraphs[LendingProtocol.Curve]);
        Assert.Equal(5, options.Subgraphs.Count);
        Assert.Equal("abc-2", options.CoinIds["ABC"]);
    }

    [Fact]
    public void Options_do_not_show_their_key() =>
        Assert.DoesNotContain("secret", new WalletSourceOptions { TheGraph = new WalletSourceOptions().TheGraph with { Key = "secret" } }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void All_ports_are_registered()
    {
        using var provider = new ServiceCollection().AddWalletSources(new WalletSourceOptions()).BuildServiceProvider();
        foreach (var port in (Type[])[typeof(IPositionSource), typeof(IPriceSource), typeof(IBalanceSource), typeof(IGasSource), typeof(IProtocolSource), typeof(IMoodSource)])
            Assert.NotNull(provider.GetService(port));
        Assert.Equal(Enum.GetValues<SourceName>(), provider.GetRequiredService<ISourceHealth>().List().Select(h => h.Source));
    }
}
