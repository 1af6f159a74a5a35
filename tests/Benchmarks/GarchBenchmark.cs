using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LiquidityRisk.Quant.Volatility;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// One model fitted to 2,000 returns, standard errors included. The peer on the same series and machine:
/// <c>cd tests/Golden/Volatility; Rscript fgarch.R DATA/dem2gbp.csv</c>.
/// </summary>
[MemoryDiagnoser]
public class GarchBenchmark
{
    private double[] _returns = [];

    public static Task RunAsync()
    {
        if (RealData.Folder is null) return Console.Out.WriteLineAsync($"garch: {RealData.Missing}");
        BenchmarkRunner.Run<GarchBenchmark>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return Task.CompletedTask;
    }

    /// <summary>The mark in pounds, its first returns once more at the end to make 2,000 of 1,974.</summary>
    [GlobalSetup]
    public void Read()
    {
        double[] series = [.. File.ReadLines(Path.Combine(RealData.Folder!, "dem2gbp.csv")).Skip(1).Select(l => double.Parse(l.Split(',')[1], CultureInfo.InvariantCulture))];
        _returns = [.. series.Concat(series).Take(2_000)];
    }

    [Benchmark]
    public GarchFit Normal() => Garch.Fit(_returns);

    [Benchmark]
    public GarchFit StudentT() => Garch.Fit(_returns, innovations: Innovations.StudentT);

    [Benchmark]
    public GarchFit Leverage() => GjrGarch.Fit(_returns);

    [Benchmark]
    public GarchFit TwoLags() => Garch.Fit(_returns, 1, 2);
}
