using System.Globalization;
using System.Text;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Flows.Telemetry;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiquidityRisk.Flows.Bonds.Tests;

/// <summary>The bond flows on the in-memory twins of their ports. A new one over the same store is a restarted process.</summary>
internal sealed class BondFlowFixture
{
    public static readonly Isin Apple = Isin.Parse("US0378331005");
    public static readonly Isin Bae = Isin.Parse("GB0002634946");

    public BondFlowFixture(BondFlowFixture? restartOf = null, BondSettings? settings = null)
    {
        settings ??= BondSettings.Standard;
        Time = restartOf?.Time ?? new ManualTime();
        Store = restartOf?.Store ?? new MemoryDocumentStore(Time, FlowsJson.Documents);
        Book = new BondBook(Store, settings);
        DeadLetters = new DeadLetters(Store, Time);
        Trail = new AuditTrail(Store, Time);
        var archive = new PolicyArchive(Store, Policies, Time);
        Announce = new AnnounceBonds(Book, Trail, archive, Topics, Metrics, Time, NullLogger<AnnounceBonds>.Instance);
        var reader = new MarketEventReader(MarketEventRules.Standard);
        var model = new BondModel(settings, Policies);
        Quality = new ExitQualityBook(Store, Time);
        var retranslation = new Retranslation(settings, model, Quality);
        Translate = new TranslateMarketData(
            reader, Book, DeadLetters, retranslation, Announce, Metrics, Time, NullLogger<TranslateMarketData>.Instance);
        Recompute = new RecomputeTranslations(Book, retranslation, Announce, Time);
        Read = new ReadTranslation(Book, settings, model, Quality, retranslation, Announce, Time);
        Alerts = new BondAlertBook(Book, settings, retranslation, Announce, Time);
        Records = new BondRecords(Store, Trail, archive, Quality);
        WhatIfs = new WhatIfs(Read, model, Quality, Time);
        Feedback = new GiveFeedback(Book, Records, archive, Read, Quality, Announce, Time);
        Kpis = new ReadKpis(Book, Quality, Metrics, Time);
        Portfolio = new PortfolioExits(Read, Time);
        List = new ListBonds(Book, Time);
        Submit = new SubmitMarketData(reader, Hubs, Time);
        Subscribe = new SubscribeToTopics([new BondTopicSource(Book, settings, Quality, Time)], Connections, Time);
    }

    public ManualTime Time { get; }

    public FixedExitPolicies Policies { get; } = new(SampleBonds.Policy);

    public ServiceMetrics Metrics { get; } = new();

    public ExitQualityBook Quality { get; }

    public GiveFeedback Feedback { get; }

    public ReadKpis Kpis { get; }

    public AuditTrail Trail { get; }

    public BondAlertBook Alerts { get; }

    public BondRecords Records { get; }

    public WhatIfs WhatIfs { get; }

    public PortfolioExits Portfolio { get; }

    public MemoryDocumentStore Store { get; }

    public RecordingTopics Topics { get; } = new();

    public RecordingHubs Hubs { get; } = new();

    public RecordingConnections Connections { get; } = new();

    public BondBook Book { get; }

    public DeadLetters DeadLetters { get; }

    public AnnounceBonds Announce { get; }

    public TranslateMarketData Translate { get; }

    public RecomputeTranslations Recompute { get; }

    public ReadTranslation Read { get; }

    public ListBonds List { get; }

    public SubmitMarketData Submit { get; }

    public SubscribeToTopics Subscribe { get; }

    public string Quote(Isin isin, int sequence, decimal bid = 100.50m, decimal ask = 100.75m, string extra = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"type":"microstructure","source":"test","sequence":{{sequence}},"isin":"{{isin}}","timestamp":"{{Time.GetUtcNow():O}}",
         "payload":{"bid":{{bid}},"ask":{{ask}},"bid_size":1000000,"ask_size":1000000,"l2_depth_qty":5000000,"l2_levels":5,
         "trades_count":25,"vwap":100.625,"volume_face":10000000,"time_since_last_trade_s":300{{extra}} } }
        """);

    /// <summary>Any event of the test's feed, as of now.</summary>
    public string Event(Isin isin, string type, int sequence, string payload) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"type":"{{type}}","source":"test","sequence":{{sequence}},"isin":"{{isin}}","timestamp":"{{Time.GetUtcNow():O}}","payload":{{payload}} }
        """);

    /// <summary>What a professional reads.</summary>
    public async Task<LiquidityRiskAnswer?> AnswerAsync(Isin isin, bool accurate = false, decimal? size = null)
    {
        var request = new ReadRequest(accurate, size is { } s ? new FaceAmount(s) : null);
        return await Read.ReadAsync(isin, request, CancellationToken.None) is { } reading ? Read.Complete(reading, request) : null;
    }

    public Task<BatchOutcome> DeliverAsync(params string[] bodies) => DeliverAsync(0, bodies);

    /// <summary>Delivers a batch whose events stand at places counted from <paramref name="first"/>.</summary>
    public Task<BatchOutcome> DeliverAsync(int first, params string[] bodies) => Translate.HandleAsync(
        [.. bodies.Select((b, i) => new IncomingEvent(Encoding.UTF8.GetBytes(b), FormattableString.Invariant($"market-data-{first + i}")))],
        CancellationToken.None);
}
