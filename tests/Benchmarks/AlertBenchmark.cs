using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Benchmarks;

/// <summary>One tick past a bond's alerts when nothing changes: two alerts open, highs remembered.</summary>
[MemoryDiagnoser]
public class AlertBenchmark
{
    private static readonly AlertObservation Seen = new(
        new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
        new Score(75),
        new Probability(0.9),
        DataFreshness.RealTime,
        MarketMakerOnline: false,
        HasExit: false,
        new Score(30),
        [BondCaveat.NoReferenceData]);

    private AlertBook _book = BondAlerts.Next(AlertBook.Empty(Isin.Parse("US0378331005")), Seen).Book;

    public static Task RunAsync()
    {
        BenchmarkRunner.Run<AlertBenchmark>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return Task.CompletedTask;
    }

    [Benchmark]
    public int Tick()
    {
        (_book, var changes) = BondAlerts.Next(_book, Seen);
        return changes.Count;
    }
}
