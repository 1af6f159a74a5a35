using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Wallets.Answers;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Model;
using LiquidityRisk.Flows.Wallets.Scan;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiquidityRisk.Flows.Wallets.Tests;

/// <summary>The wallets' flows over a store in memory and sources in memory.</summary>
internal sealed class WalletWorld
{
    public WalletWorld(WalletWorld? other = null, WalletRules? rules = null)
    {
        Time = other?.Time ?? new ManualTime(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        Store = other?.Store ?? new MemoryDocumentStore(Time, FlowsJson.Documents);
        Chain = other?.Chain ?? new FakeChain(Time);
        Topics = other?.Topics ?? new RecordingTopics();
        Rules = rules ?? WalletRules.Standard with { Market = MarketRules.Standard with { Paths = 200 } };
        Book = new WalletBook(Store);
        Archive = new MarketArchive(Store, Rules.Market);
        Markets = new CurrentMarket(new ReadMarket(Chain, Chain, Chain, Chain, Rules.Market, Time), Archive, new WalletTokens([FakeChain.Weth, FakeChain.Usdc]), Time);
        Answers = new WalletAnswers(Archive, Models(), Rules, Time);
        Announce = new AnnounceWallets(Book, Answers, Topics, NullLogger<AnnounceWallets>.Instance);
        Analyse = new AnalyseWallets(new ReadHoldings(Chain, Chain, Time), Book, Announce, Rules, Time, NullLogger<AnalyseWallets>.Instance);
        Audit = new AuditTrail(Store, Time);
        Track = new TrackWallets(Book, Analyse, Markets, Announce, Audit, Time);
        Read = new ReadWallets(Book, Answers);
        Simulate = new SimulateWallet(Book, Answers, Rules);
        Scans = new ScanBook(Store);
        Scan = new ScanWallets(Scans, Book, Markets, Archive, Analyse, new SampleStore(Store, Time), Time);
        Status = new ReadWalletStatus(Scans, Archive, Chain, Rules, Time);
    }

    public ManualTime Time { get; }

    public MemoryDocumentStore Store { get; }

    public FakeChain Chain { get; }

    public RecordingTopics Topics { get; }

    public WalletRules Rules { get; }

    public WalletBook Book { get; }

    public MarketArchive Archive { get; }

    public CurrentMarket Markets { get; }

    public WalletAnswers Answers { get; }

    public AnnounceWallets Announce { get; }

    public AnalyseWallets Analyse { get; }

    public AuditTrail Audit { get; }

    public TrackWallets Track { get; }

    public ReadWallets Read { get; }

    public SimulateWallet Simulate { get; }

    public ScanBook Scans { get; }

    public ScanWallets Scan { get; }

    public ReadWalletStatus Status { get; }

    /// <summary>Has a wallet watched without looking at it yet.</summary>
    public Task WatchAsync(WalletAddress address) => Book.ChangeAsync(
        address,
        first: null,
        _ => WalletDocument.New(address, Time.GetUtcNow()) with { TrackedSince = Time.GetUtcNow(), Trackers = ["ana"] },
        CancellationToken.None);

    /// <summary>A whole scan, step by step.</summary>
    public async Task<ScanDocument> ScanAsync()
    {
        var id = await Scan.BeginAsync(CancellationToken.None) ?? throw new InvalidOperationException("Another scan runs.");
        Assert.True(await Scan.OpenAsync(id, CancellationToken.None));
        for (var shard = 0; shard < WalletBook.Shards; shard++) Assert.True(await Scan.ScanAsync(id, shard, CancellationToken.None));
        await Scan.FinishAsync(id, CancellationToken.None);
        return (await Scans.CurrentAsync(CancellationToken.None))!;
    }

    public async Task<WalletDocument> DocumentAsync(WalletAddress address) => (await Book.ReadAsync(address, CancellationToken.None))!.Body;

    public async Task<WalletSummaryAnswer> SummaryAsync(WalletAddress address) => (await Read.SummaryAsync(address, CancellationToken.None))!;

    private LiquidationModels Models() => new(new ModelBook(Store, new AuditTrail(Store, Time), Time), Time);
}
