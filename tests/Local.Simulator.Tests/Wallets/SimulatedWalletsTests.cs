using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Flows.Wallets.Answers;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Flows.Wallets.Scan;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Local.Simulator.Wallets;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Simulator.Tests.Wallets;

/// <summary>The wallets' own steps over the simulated sources.</summary>
public class SimulatedWalletsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_start_has_all_wallets_watched_and_another_one_finds_them_so()
    {
        var services = Start(("Simulator:Wallets", "40"));
        var feed = services.GetServices<IHostedService>().OfType<WalletFeed>().Single();

        Assert.Equal(41, await feed.WatchAsync(Ct));
        Assert.Equal(0, await feed.WatchAsync(Ct));

        var book = services.GetRequiredService<WalletBook>();
        var heads = await book.HeadsAsync(Ct);
        Assert.Equal(41, heads.Count(h => h.IsTracked));
        Assert.Equal(Persona.Address, Assert.Single(heads, h => h.Level is not null).Address); // the others wait for the scan
        Assert.Equal([WalletFeed.User], (await book.ReadAsync(Persona.Address, Ct))!.Body.Trackers);
    }

    [Fact]
    public async Task A_scan_judges_every_wallet()
    {
        var services = Start(("Simulator:Wallets", "60"));
        await services.GetServices<IHostedService>().OfType<WalletFeed>().Single().WatchAsync(Ct);

        var scan = await ScanAsync(services);

        Assert.Equal(61, scan.Shards.Sum(s => s.Wallets));
        Assert.Equal(0, scan.Shards.Sum(s => s.Failed));
        var heads = await services.GetRequiredService<WalletBook>().HeadsAsync(Ct);
        Assert.DoesNotContain(heads, h => h.Level is null or WalletRiskLevel.Unknown);
        Assert.True(heads.Select(h => h.Level).Distinct().Count() >= 4);
        Assert.Contains(heads, h => h.OpenAlerts > 0);
    }

    [Fact]
    public async Task What_a_failing_source_withholds_fails_a_few_wallets_only()
    {
        var services = Start(("Simulator:Wallets", "120"), ("Simulator:SourceFailures", "0.02"));
        await services.GetServices<IHostedService>().OfType<WalletFeed>().Single().WatchAsync(Ct);

        var scan = await ScanAsync(services);

        Assert.InRange(scan.Shards.Sum(s => s.Failed), 1, 40);
        Assert.Equal(121, scan.Shards.Sum(s => s.Wallets));
        var health = services.GetRequiredService<ISourceHealth>().List();
        Assert.Equal(Enum.GetValues<SourceName>(), health.Select(h => h.Source));
        Assert.Contains(health, h => h.LastFailure is not null);
    }

    [Fact]
    public async Task One_read_in_twenty_takes_as_long_as_it_is_set_to()
    {
        var services = Start(("Simulator:SourceDelayMs", "2000"));
        var (time, gas) = ((ManualTime)services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IGasSource>());
        var reads = Enumerable.Range(0, 400).Select(_ => gas.ReadAsync(Ct)).ToList();
        var slow = reads.Where(r => !r.IsCompleted).ToList();

        Assert.InRange(slow.Count, 8, 36); // 20 ± 4 standard deviations, nearly
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.All(slow, r => Assert.False(r.IsCompleted));
        time.Advance(TimeSpan.FromSeconds(0.1));
        var quotes = await Task.WhenAll(reads);
        Assert.All(quotes, q => Assert.InRange(q.Gwei, 0.3m, 120m));
    }

    [Theory]
    [InlineData("Simulator:Wallets", "20001")]
    [InlineData("Simulator:SourceDelayMs", "-1")]
    [InlineData("Simulator:SourceFailures", "1.5")]
    public void A_setting_out_of_range_is_named(string name, string value) =>
        Assert.Contains(name, Assert.Throws<OptionsValidationException>(() => Start((name, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Live_sources_are_not_replaced()
    {
        var services = Start(("Wallets:Sources:Provider", "Live"));

        Assert.Null(services.GetService<IPositionSource>());
        Assert.DoesNotContain(services.GetServices<IHostedService>(), s => s is WalletFeed);
    }

    private static async Task<ScanDocument> ScanAsync(ServiceProvider services)
    {
        var scans = services.GetRequiredService<ScanWallets>();
        var id = (await scans.BeginAsync(Ct))!;
        Assert.True(await scans.OpenAsync(id, Ct));
        for (var shard = 0; shard < WalletBook.Shards; shard++) Assert.True(await scans.ScanAsync(id, shard, Ct));
        await scans.FinishAsync(id, Ct);
        return (await services.GetRequiredService<ScanBook>().CurrentAsync(Ct))!;
    }

    private static ServiceProvider Start(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Wallets:Sources:Provider", "Simulated")])
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Name, s.Value))).Build();
        var services = new ServiceCollection().AddLogging();
        services.AddMarketFeed(configuration);
        foreach (var hosted in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType != typeof(WalletFeed)).ToList()) services.Remove(hosted);
        services.AddSingleton<TimeProvider>(new ManualTime());
        services.AddSingleton<IDocumentStore>(s => new MemoryDocumentStore(s.GetRequiredService<TimeProvider>(), FlowsJson.Documents));
        services.AddSingleton<ITopicPublisher, RecordingTopics>();
        services.AddSingleton(WalletRules.Standard);
        services.AddSingleton(WalletRules.Standard.Market);
        services.AddSingleton(WalletTokens.Standard);
        foreach (var type in new[]
        {
            typeof(AuditTrail), typeof(ReadMarket), typeof(MarketArchive), typeof(CurrentMarket), typeof(WalletBook), typeof(WalletAnswers), typeof(AnnounceWallets), typeof(ReadHoldings),
            typeof(AnalyseWallets), typeof(TrackWallets), typeof(ScanBook), typeof(ScanWallets), typeof(SampleStore), typeof(ModelBook), typeof(LiquidationModels),
        }) services.AddSingleton(type);
        return services.BuildServiceProvider();
    }
}
