using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Benchmarks;

/// <summary>One tick to one new translation, in memory: fold the event into the inputs and translate.</summary>
[MemoryDiagnoser]
public class TranslateBenchmark
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly Isin _isin = Isin.Parse("US0378331005");
    private BondInputs _inputs = BondInputs.None;
    private long _sequence;

    public static Task RunAsync()
    {
        BenchmarkRunner.Run<TranslateBenchmark>(DefaultConfig.Instance.AddJob(
            Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return Task.CompletedTask;
    }

    [Benchmark]
    public BondTranslation Tick()
    {
        var e = new BondEvent(_isin, "bench", new EventStamp(Now, ++_sequence), Now, Markets.Example);
        _inputs = _inputs.With(e);
        return BondTranslator.Translate(_isin, _inputs, Now, LiquidityWeights.Standard);
    }
}
