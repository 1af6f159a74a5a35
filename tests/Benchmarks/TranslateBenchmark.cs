using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Benchmarks;

/// <summary>One tick to one new translation, in memory.</summary>
[MemoryDiagnoser]
public class TranslateBenchmark
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly TranslationModel Model = new(LiquidityWeights.Standard, SampleBonds.Policy, new FaceAmount(100_000));

    private readonly Isin _isin = Isin.Parse("US0378331005");
    private BondInputs _inputs = SampleBonds.Inputs(null, SampleBonds.Auction(), SampleBonds.MarketMaker(), SampleBonds.Reference());
    private BondTranslation? _known;
    private LiquidityReading? _basis;
    private AlertBook _alerts = AlertBook.Empty(Isin.Parse("US0378331005"));
    private long _sequence;

    public static Task RunAsync()
    {
        BenchmarkRunner.Run<TranslateBenchmark>(DefaultConfig.Instance.AddJob(
            Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return Task.CompletedTask;
    }

    /// <summary>Everything a quiet tick does: fold, liquidity, risk and ways out while their clocks run, alerts.</summary>
    [Benchmark]
    public BondTranslation Tick()
    {
        var e = new BondEvent(_isin, "bench", new EventStamp(Now, ++_sequence), Now, Markets.Example);
        var before = _inputs;
        _inputs = before.With(e);
        var (translation, basis) = TranslationParts.Advance(
            _isin, _known?.Risk, _known?.Exits, _basis, before, _inputs, Model, TranslationClocks.Standard, Now);
        (_known, _basis) = (translation, basis);
        (_alerts, _) = BondAlerts.Next(_alerts, AlertObservation.Of(translation, _inputs));
        return translation;
    }

    /// <summary>What a tick costs that moves the market: risk and ways out are made anew.</summary>
    [Benchmark]
    public BondTranslation Whole() => TranslationParts.Complete(_isin, _inputs, Model, Now);
}
