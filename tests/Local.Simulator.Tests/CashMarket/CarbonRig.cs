using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Local.Simulator.CashMarket;
using LiquidityRisk.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Markets = LiquidityRisk.Flows.CashMarket.Markets;

namespace LiquidityRisk.Local.Simulator.Tests.CashMarket;

/// <summary>The flows of the cash market over a store in memory, and the simulated clients who use them.</summary>
internal sealed class CarbonRig : IDisposable
{
    private readonly AnnounceMarkets _announce;

    public CarbonRig(int seed = 7, double ordersPerSecond = 2, CarbonRig? restartOf = null)
    {
        Time = restartOf?.Time ?? new ManualTime();
        Store = restartOf?.Store ?? new MemoryDocumentStore(Time, FlowsJson.Documents);
        Markets = new(Store, MarketSettings.Standard, Time);
        Accounts = new(Store);
        var topics = new RecordingTopics();
        _announce = new(Markets, topics, new RecordingHubs(), Store, Time, NullLogger<AnnounceMarkets>.Instance);
        var announceAccounts = new AnnounceAccounts(Accounts, topics, NullLogger<AnnounceAccounts>.Instance);
        var settle = new SettleAccounts(Accounts, Markets, announceAccounts, Time, NullLogger<SettleAccounts>.Instance);
        var opening = AssetAmounts.Sum(new(Asset.Eur, 1_000_000), new(Asset.Eua, 10_000), new(Asset.Cea, 50_000));
        Clients = new(Accounts, Markets, settle, new(opening), Time);
        Makers = new(Accounts, Markets, settle, _announce, announceAccounts, new AuditTrail(Store, Time), Time);
        Reconcile = new(Accounts, Markets, settle, _announce, announceAccounts, Time, NullLogger<ReconcileMarkets>.Instance);
        Opening = new(Makers, Accounts);
        var trade = new TradeCertificates(Clients, Accounts, Markets, settle, _announce, Time);
        Market = new(new(null, 20, Enabled: true, seed, 40, ordersPerSecond), trade, Clients, Markets, Time);
        Feed = new(Opening, Market, Time, NullLogger<CarbonFeed>.Instance);
    }

    public ManualTime Time { get; }

    public MemoryDocumentStore Store { get; }

    public Markets Markets { get; }

    public AccountBook Accounts { get; }

    public ClientAccounts Clients { get; }

    public MarketMakers Makers { get; }

    public ReconcileMarkets Reconcile { get; }

    public OpeningMakers Opening { get; }

    public CarbonMarket Market { get; }

    public CarbonFeed Feed { get; }

    /// <summary>Lets clients trade for a time, and looks at every market after each action.</summary>
    public async Task RunAsync(TimeSpan time, Func<MarketReplica, bool>? look = null)
    {
        var end = Time.GetUtcNow() + time;
        while (Time.GetUtcNow() < end)
        {
            var wait = Market.Wait();
            Time.Advance(wait);
            await Market.NextAsync(wait, TestContext.Current.CancellationToken);
            if (look is null) continue;
            foreach (var market in Markets.All) Assert.True(await market.PeekAsync(look, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Where the journals end and what waits in the books.</summary>
    public async Task<List<string>> StateAsync()
    {
        var states = new List<string>();
        foreach (var market in Markets.All)
            states.Add(await market.ReadAsync(r => $"{market.Certificate} {r.Position} {r.Book.Hash}", TestContext.Current.CancellationToken));
        return states;
    }

    public void Dispose()
    {
        Feed.Dispose();
        _announce.Dispose();
        Markets.Dispose();
    }
}
