using System.Collections.Immutable;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging.Abstractions;
using FlowMarkets = LiquidityRisk.Flows.CashMarket.Markets;

namespace LiquidityRisk.Flows.CashMarket.Tests;

/// <summary>One instance of the cash market on the in-memory twins of its ports. Another one over the same documents is a second instance.</summary>
internal sealed class CashMarketFixture : IDisposable
{
    private readonly Counter _ids;

    public CashMarketFixture(CashMarketFixture? beside = null, MarketSettings? settings = null)
    {
        _ids = beside?._ids ?? new Counter();
        Time = beside?.Time ?? new ManualTime();
        Documents = beside?.Documents ?? new MemoryDocumentStore(Time, FlowsJson.Documents);
        Store = new FaultyDocumentStore(Documents);
        settings ??= MarketSettings.Standard;
        Markets = new FlowMarkets(Store, settings, Time);
        Accounts = new AccountBook(Store);
        Audit = new AuditTrail(Store, Time);
        AnnounceAccounts = new(Accounts, Topics, NullLogger<AnnounceAccounts>.Instance);
        AnnounceMarkets = new(Markets, Topics, Hubs, Store, Time, NullLogger<AnnounceMarkets>.Instance);
        Settle = new(Accounts, Markets, AnnounceAccounts, Time, NullLogger<SettleAccounts>.Instance);
        Clients = new(Accounts, Markets, Settle, new OpeningBalances(AssetAmounts.Sum(Euros(1_000_000), new(Asset.Eua, 10_000), new(Asset.Cea, 50_000))), Time);
        Fund = new(Accounts, AnnounceAccounts, Audit, Time);
        Trade = new(Clients, Accounts, Markets, Settle, AnnounceMarkets, Time);
        Reconcile = new(Accounts, Markets, Settle, AnnounceMarkets, AnnounceAccounts, Time, NullLogger<ReconcileMarkets>.Instance);
        Makers = new(Accounts, Markets, Settle, AnnounceMarkets, AnnounceAccounts, Audit, Time);
        Provision = new(Makers, Fund);
        Plan = new(Makers, Markets, Rules, Time);
        Previews = new(Plan, Store, Rules, Time);
        Tickets = new(Store, Time);
        Operations = new(Store, Tickets, Audit, Topics, Time, NullLogger<OperationBook>.Instance);
        Create = new(Plan, Previews, Markets, Operations, Rules, Time);
        Decide = new(Operations, Time);
        Withdraw = new(Operations, Markets, Time);
        Drive = new(
            Operations, Plan, new ReserveStep(Accounts, Settle, AnnounceAccounts, Time), new PlaceStep(Markets, AnnounceMarkets, Settle), Rules, Time);
        Schedules = new(Store, Create, Audit, Time);
    }

    public static LiquidityRules Rules { get; } = new(
        new LiquiditySettings(defaultPrices: ImmutableDictionary.CreateRange(
        [
            KeyValuePair.Create(CertificateType.Eua, new Ticks(7_000)), KeyValuePair.Create(CertificateType.Cea, new Ticks(900)),
        ])),
        new Money(100_000, CurrencyCode.Eur),
        TimeSpan.FromHours(24),
        TimeSpan.FromHours(4),
        TimeSpan.FromMinutes(1));

    public ManualTime Time { get; }

    public MemoryDocumentStore Documents { get; }

    public FaultyDocumentStore Store { get; }

    public RecordingTopics Topics { get; } = new();

    public RecordingHubs Hubs { get; } = new();

    public FlowMarkets Markets { get; }

    public AccountBook Accounts { get; }

    public AuditTrail Audit { get; }

    public AnnounceAccounts AnnounceAccounts { get; }

    public AnnounceMarkets AnnounceMarkets { get; }

    public SettleAccounts Settle { get; }

    public ClientAccounts Clients { get; }

    public FundAccounts Fund { get; }

    public TradeCertificates Trade { get; }

    public ReconcileMarkets Reconcile { get; }

    public MarketMakers Makers { get; }

    public ProvisionMakers Provision { get; }

    public PlanLiquidity Plan { get; }

    public PreviewLiquidity Previews { get; }

    public TicketNumbers Tickets { get; }

    public OperationBook Operations { get; }

    public CreateLiquidity Create { get; }

    public DecideLiquidity Decide { get; }

    public WithdrawLiquidity Withdraw { get; }

    public DriveOperation Drive { get; }

    public LiquiditySchedules Schedules { get; }

    public CertificateMarket Eua => Markets[CertificateType.Eua];

    public static AssetAmount Euros(decimal amount) => new(Asset.Eur, amount);

    public static OrderRequest Limit(string side, decimal price, decimal quantity, string? tif = null, bool? postOnly = null) =>
        new(side, "limit", price, quantity, tif, postOnly);

    public static LiquidityCreateRequest Asked(decimal? bid, decimal? ask, string certificate = "EUA") =>
        new(null, null, certificate, bid, ask, null, null, AllowDefaultReference: true, null);

    /// <summary>An id of its own.</summary>
    public Guid NextId() => DerivedIds.Derive("test", _ids.Next().ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Task<OrderAnswer> PlaceAsync(string who, OrderRequest order, CommandId? command = null) =>
        Trade.PlaceAsync(who, CertificateType.Eua, order, command ?? new(NextId()), CancellationToken.None);

    public Task<AccountDocument> AccountAsync(string who) => Clients.OfAsync(who, CancellationToken.None);

    public Task<MarketMakerAnswer> ProviderAsync(string name, decimal euros) =>
        Makers.CreateAsync(new(name, "LIQUIDITY_PROVIDER", euros, null, null), NextId(), "ana", CancellationToken.None);

    public Task<MarketMakerAnswer> HolderAsync(string name, decimal eua) => Makers.CreateAsync(
        new(name, "ASSET_HOLDER", null, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["EUA"] = eua }, null), NextId(), "ana", CancellationToken.None);

    /// <summary>The refusal of something.</summary>
    public static Task<CashMarketRefusedException> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<CashMarketRefusedException>(act);

    /// <summary>Drives an operation until it waits or has ended.</summary>
    public async Task<OperationMove> DriveAsync(Guid id)
    {
        var move = await Drive.LookAsync(id, CancellationToken.None);
        while (move is { IsTerminal: false, IsWaiting: false }) move = await Drive.StepAsync(id, CancellationToken.None);
        return move;
    }

    /// <summary>A document as text, for comparing: records compare their arrays by reference.</summary>
    public static string Text<T>(T document) => System.Text.Json.JsonSerializer.Serialize(document, FlowsJson.Documents);

    public void Dispose()
    {
        Markets.Dispose();
        AnnounceMarkets.Dispose();
    }

    // Instances that stand beside each other never give out the same id.
    private sealed class Counter
    {
        private int _last;

        public int Next() => Interlocked.Increment(ref _last);
    }
}
