using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LiquidityRisk.Quant.Options;

namespace LiquidityRisk.Benchmarks;

/// <summary>One European option: its price, its Greeks, its implied volatility. quant_reference.py beside this file times QuantLib on the same.</summary>
[MemoryDiagnoser]
public class OptionBenchmark
{
    private static readonly EuropeanOption Call = new(OptionType.Call, 100, 110, 0.5, 0.03, 0.01);
    private static readonly EuropeanOption Wing = new(OptionType.Put, 100, 30, 0.1, 0.03, 0.01);

    private readonly double _volatility = 0.25;
    private readonly double _price = BlackScholes.Price(Call, 0.25);
    private readonly double _wingPrice = BlackScholes.Price(Wing, 0.6);

    public static Task RunAsync()
    {
        BenchmarkRunner.Run<OptionBenchmark>(DefaultConfig.Instance.AddJob(
            Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return Task.CompletedTask;
    }

    [Benchmark]
    public double Price() => BlackScholes.Price(Call, _volatility);

    [Benchmark]
    public OptionGreeks PriceAndGreeks() => BlackScholesGreeks.Of(Call, _volatility);

    [Benchmark]
    public double ImpliedNearTheMoney() => ImpliedVolatility.Of(Call, _price);

    [Benchmark]
    public double ImpliedInTheWing() => ImpliedVolatility.Of(Wing, _wingPrice);
}
