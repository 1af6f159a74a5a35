using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Model.Tests;

/// <summary>The model's flows over a store in memory, with samples whose outcome follows from the concentration.</summary>
internal sealed class ModelBench : ITrainingHistory
{
    private static readonly TokenSymbol Weth = TokenSymbol.Parse("WETH");
    private static readonly TokenSymbol Usdc = TokenSymbol.Parse("USDC");

    public ModelBench()
    {
        Documents = new MemoryDocumentStore(Time, FlowsJson.Documents);
        Store = new FaultyDocumentStore(Documents);
        Audit = new AuditTrail(Store, Time);
        Book = new ModelBook(Store, Audit, Time);
        Observed = new SampleStore(Store, Time);
        Samples = new TrainingSamples(Observed, [this]);
        Train = new TrainLiquidationModel(Samples, Book, LiquidationModelRules.Standard, Time);
        RollBack = new RollBackLiquidationModel(Book);
        Models = new LiquidationModels(Book, Time);
        Card = new ReadLiquidationModel(Book, Observed, LiquidationModelRules.Standard, Time);
    }

    public ManualTime Time { get; } = new();

    public MemoryDocumentStore Documents { get; }

    public FaultyDocumentStore Store { get; }

    public AuditTrail Audit { get; }

    public ModelBook Book { get; }

    public SampleStore Observed { get; }

    public TrainingSamples Samples { get; }

    public TrainLiquidationModel Train { get; }

    public RollBackLiquidationModel RollBack { get; }

    public LiquidationModels Models { get; }

    public ReadLiquidationModel Card { get; }

    public List<LabelledSample> History { get; } = [];

    /// <summary>What happens while a training reads its samples.</summary>
    public Func<Task>? OnRead { get; set; }

    public string? Origin => "Samples of a test.";

    public async Task<IReadOnlyList<LabelledSample>> ReadAsync(CancellationToken cancellationToken)
    {
        if (OnRead is { } act)
        {
            OnRead = null;
            await act();
        }

        return History;
    }

    /// <summary>More samples, the newest of them so many days before now.</summary>
    public ModelBench Observe(int count, int daysBack, bool turned = false, int seed = 5)
    {
        var random = new Random(seed);
        var start = Time.GetUtcNow().AddDays(-daysBack).AddHours(-4 * count);
        for (var i = 0; i < count; i++)
        {
            double?[] features = [.. LiquidationFeatures.Names.Select(_ => (double?)random.NextDouble())];
            (features[LiquidationFeatures.HealthFactor], features[LiquidationFeatures.HealthVolatility]) = (1 + random.NextDouble(), 0.04);
            features[LiquidationFeatures.PastBreaches] = random.Next(3);
            var happens = random.NextDouble() < ((features[6] > 0.7) ^ turned ? 0.9 : 0.03);
            History.Add(new(start.AddHours(4 * i), features, happens && random.NextDouble() < 0.7, happens));
        }

        return this;
    }

    public Task<TrainingOutcome> TrainAsync(string version, string? actor = "rita") => Train.TrainAsync(version, actor, CancellationToken.None);

    /// <summary>Puts a copy of a version in force under another name.</summary>
    public async Task PromoteCopyAsync(string of, string version)
    {
        var kept = (await Book.FindAsync(of, CancellationToken.None))!;
        await Book.KeepAsync(kept with { Head = kept.Head with { Card = kept.Head.Card with { Version = version, TrainedAt = Time.GetUtcNow() } } }, CancellationToken.None);
        await Book.ChangeAsync(s => new(s.Promote(version)), CancellationToken.None);
    }

    /// <summary>What is said about 10 ether at 2,000 dollars against a debt of dollars, by a new instance that has cached nothing.</summary>
    public async Task<Contracts.Wallets.LiquidationPredictionAnswer> PredictAsync(decimal debt, bool isPriced = true, LiquidationModels? models = null)
    {
        var view = View(isPriced);
        CollateralTerms terms = new(new(800_000), new(830_000), new(50_000), new(100_000));
        BorrowedAsset[] owed = debt == 0 ? [] : [new(Usdc, new(debt), null)];
        var position = new ProtocolPosition(LendingProtocol.AaveV3, [new(Weth, new(10), terms, true, null)], owed);
        var wallet = new WalletHoldings(WalletAddress.Parse("0x" + new string('1', 40)), Time.GetUtcNow(), [position], []);
        var assessment = WalletAssessment.Of(wallet, view, WalletRules.Standard);
        return await (models ?? new LiquidationModels(Book, Time)).PredictAsync(assessment, view, breaches: 0, CancellationToken.None);
    }

    private MarketView View(bool isPriced)
    {
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var closes = new Dictionary<TokenSymbol, IReadOnlyList<DayPrice>>
        {
            [Weth] = [.. Enumerable.Range(0, 60).Select(i => new DayPrice(today.AddDays(i - 60), new(2_000 + (i % 2 == 0 ? 60 : 0))))],
            [Usdc] = [.. Enumerable.Range(0, 60).Select(i => new DayPrice(today.AddDays(i - 60), new(1)))],
        };
        List<KeyValuePair<TokenSymbol, UsdPrice>> prices = [new(Weth, new(2_000))];
        if (isPriced) prices.Add(new(Usdc, new(1)));
        return MarketViews.Of(Time.GetUtcNow(), new PriceBook(prices), new Dictionary<TokenSymbol, Usd>(), closes, null, new Dictionary<LendingProtocol, Usd>(), WalletRules.Standard.Market);
    }
}
