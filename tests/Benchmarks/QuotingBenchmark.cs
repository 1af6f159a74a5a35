using System.Numerics;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LiquidityRisk.Quant.Amm;
using LiquidityRisk.Quant.OrderFlow;
using LiquidityRisk.Quant.Quoting;

namespace LiquidityRisk.Benchmarks;

/// <summary>One quote of each model, one step and one trade of a pool, the experiment of 2008, and measures over 100,000 trades.</summary>
[MemoryDiagnoser]
public class QuotingBenchmark
{
    private static readonly RiskAversion Aversion = new(0.1);
    private static readonly VarianceRate Variance = new(4);
    private static readonly FillDecay Decay = new(1.5);
    private static readonly FillIntensity Intensity = new(140);
    private static readonly TimeLeft Left = new(0.5);
    private static readonly LadderSettings Venue = new(0.01, 0.001, 1, 10) { Levels = 5, LevelStep = 0.1, MakerFee = -0.0001 };
    private static readonly BigInteger Liquidity = BigInteger.Pow(10, 24);
    private static readonly BigInteger Price = TickMath.SqrtPriceAt(77_000) + 12_345;
    private static readonly BigInteger Target = TickMath.SqrtPriceAt(76_980);

    private readonly GueantLehalleFernandezTapia _model = GueantLehalleFernandezTapia.Of(Aversion, Variance, Decay, Intensity, 10);
    private readonly QuotingSimulationSettings _experiment = new(100, new(1), 200, new(2), Aversion, Decay, Intensity, 1_000);
    private readonly ConcentratedPool _pool = Pool();
    private readonly GueantLehalleFernandezTapia _wide = GueantLehalleFernandezTapia.Of(Aversion, Variance, Decay, Intensity, 100);
    private double _mid = 100;
    private double[] _prices = [];
    private double[] _volumes = [];
    private double[] _times = [];
    private double[] _averages = [];

    public static Task RunAsync()
    {
        BenchmarkRunner.Run<QuotingBenchmark>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return Task.CompletedTask;
    }

    [GlobalSetup]
    public void Trade()
    {
        _mid = 100.5;
        var random = new Random(1);
        _prices = [.. Enumerable.Range(0, 100_000).Select(_ => 100 + random.NextDouble())];
        _volumes = [.. _prices.Select(_ => random.NextDouble())];
        _times = [.. _prices.Select((_, i) => i / 100.0)];
        _averages = new double[_prices.Length];
    }

    [Benchmark]
    public QuotePair FirstOrderQuotes() => AvellanedaStoikov.Quotes(_mid, new(_mid / 50), new(_mid / 1_000), new(_mid / 25), new(_mid / 70), new(_mid / 200));

    [Benchmark]
    public GueantLehalleFernandezTapia ExactModelOfTenLots() => GueantLehalleFernandezTapia.Of(Aversion, Variance, Decay, Intensity, 10);

    [Benchmark]
    public GueantLehalleFernandezTapia ExactModelOfHundredLots() => GueantLehalleFernandezTapia.Of(Aversion, Variance, Decay, Intensity, 100);

    [Benchmark]
    public QuotePair ExactQuotesOfHundredLots() => _wide.Quotes(100, 3, Left);

    [Benchmark]
    public QuotePair ExactQuotes() => _model.Quotes(100, 3, Left);

    [Benchmark]
    public QuotePair StationaryQuotes() => _model.StationaryQuotes(100, 3);

    [Benchmark]
    public QuoteLevels FiveLevels() => QuoteLadder.Of(new(99.2, 100.7), 100, new(3), Venue, 1.2, 99.9, 100.1);

    [Benchmark]
    public QuotingSimulationResult ExperimentOf2008() => QuotingSimulation.Run(_experiment, QuotingStrategy.Inventory, 1);

    [Benchmark]
    public BigInteger PriceAtTick() => TickMath.SqrtPriceAt(77_531);

    [Benchmark]
    public int TickAtPrice() => TickMath.TickAt(Price);

    [Benchmark]
    public SwapStep StepWithinARange() => SwapMath.Step(Price, Target, Liquidity, 1_000_000_000_000_000, 3_000);

    [Benchmark]
    public PoolSwap TradeAcrossTenTicks() => _pool.Swap(zeroForOne: true, 5 * BigInteger.Pow(10, 21));

    [Benchmark]
    public double[] ToxicityOf100000Trades() => Vpin.FromBulk(_prices, _volumes, 50, 50);

    [Benchmark]
    public double RollingAverageOf100000Trades()
    {
        Vwap.Rolling(_times, _prices, _volumes, 10, _averages);
        return _averages[^1];
    }

    private static ConcentratedPool Pool()
    {
        var pool = ConcentratedPool.Create(3_000, 60, TickMath.SqrtPriceAt(0));
        for (var i = -10; i < 10; i++) pool = pool.Change(i * 60, (i + 1) * 60, BigInteger.Pow(10, 22) * (i + 20)).Pool;
        return pool.Change(-887_220, 887_220, BigInteger.Pow(10, 22)).Pool;
    }
}
