using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using LiquidityRisk.Quant.Trees;

namespace LiquidityRisk.Benchmarks;

/// <summary>Boosted trees on 10,000 rows of 20 features: 100 trees of depth 6. quant_reference.py beside this file times XGBoost on the same sizes.</summary>
[MemoryDiagnoser]
public class TreeBenchmark
{
    private const int Rows = 10_000;
    private const int Columns = 20;

    private readonly TreeData _data = Data();
    private readonly double[] _predictions = new double[Rows];
    private readonly double[] _contributions = new double[Columns];
    private BoostedTrees _model = null!;
    private TreeShap _shap = null!;

    public static Task RunAsync()
    {
        BenchmarkRunner.Run<TreeBenchmark>(DefaultConfig.Instance.AddJob(
            Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return Task.CompletedTask;
    }

    [GlobalSetup]
    public void Setup()
    {
        _model = Train();
        _shap = new TreeShap(_model);
    }

    [Benchmark]
    public BoostedTrees Train() => TreeTraining.Fit(TreeObjective.BinaryLogistic, _data, new TreeOptions(), 1).Model;

    [Benchmark]
    public double PredictAllRows()
    {
        _model.Predict(_data.Features, _predictions);
        return _predictions[0];
    }

    [Benchmark]
    public double ExplainAThousandRows()
    {
        for (var row = 0; row < 1_000; row++) _shap.Explain(_data.Features.Slice(row * Columns, Columns), _contributions);
        return _contributions[0];
    }

    private static TreeData Data()
    {
        var random = new Random(1);
        var features = new double[Rows * Columns];
        var labels = new double[Rows];
        for (var row = 0; row < Rows; row++)
        {
            var signal = random.NextDouble() - 0.5;
            for (var column = 0; column < Columns; column++)
            {
                var value = random.NextDouble();
                features[(row * Columns) + column] = random.Next(20) == 0 ? double.NaN : value;
                signal += (column % 2 == 0 ? 1 : -1) * value / (1 + column);
            }

            labels[row] = signal > 0.3 ? 1 : 0;
        }

        return new(Columns, features, labels);
    }
}
