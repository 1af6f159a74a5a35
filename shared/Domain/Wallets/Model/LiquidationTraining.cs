using LiquidityRisk.Quant.Trees;

namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>
/// Trains a <see cref="LiquidationModel"/>: one set of boosted trees per horizon, from the learning part of the samples; the number of trees is
/// where the log loss of the tuning part is least. The judging part is not looked at. The same samples and seed give the same model.
/// </summary>
public static class LiquidationTraining
{
    /// <summary>
    /// How the trees are grown. Shallow and slow, with samples of rows and columns, because outcomes are few and neighbouring days alike;
    /// many bins, because those in danger are a thin slice of all;
    /// the bounds on rounds and depth keep a version far below the 2 MB that a document may have.
    /// </summary>
    public static TreeOptions Options { get; } = new()
    {
        Rounds = 200,
        MaxDepth = 3,
        LearningRate = 0.08,
        Lambda = 2,
        Subsample = 0.8,
        ColumnSample = 0.8,
        MaxBins = 1_024,
        EarlyStopping = 25,
    };

    /// <summary>A model.</summary>
    /// <param name="split">The samples.</param>
    /// <param name="seed">Chooses samples of rows and columns.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">Nothing can be learned from the samples (<see cref="TrainingSplit.Refusal"/>).</exception>
    public static LiquidationModel Train(
        TrainingSplit split, int seed, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (split.Refusal(1) is { } refusal) throw new ArgumentException($"Nothing can be learned: {refusal.Fault}.", nameof(split));
        var learn = Columns(split.Learn);
        var tune = Columns(split.Tune);
        return new(Fit(LiquidationHorizon.Day, 0), Fit(LiquidationHorizon.Week, 0.5));

        BoostedTrees Fit(LiquidationHorizon horizon, double done) => TreeTraining.Fit(
            TreeObjective.BinaryLogistic,
            Data(learn, split.Learn, horizon),
            Options with { BaseScore = split.Learn.Average(s => s.Happened(horizon) ? 1.0 : 0) },
            seed,
            Data(tune, split.Tune, horizon),
            progress is null ? null : new Half(progress, done),
            cancellationToken).Model;
    }

    private static double[] Columns(IReadOnlyList<LabelledSample> samples) => [.. samples.SelectMany(s => LiquidationColumns.Of(s.Features))];

    private static TreeData Data(double[] columns, IReadOnlyList<LabelledSample> samples, LiquidationHorizon horizon) =>
        new(LiquidationColumns.Names.Count, columns, [.. samples.Select(s => s.Happened(horizon) ? 1.0 : 0)]);

    // One of the two models is half of the work.
    private sealed class Half(IProgress<double> whole, double done) : IProgress<double>
    {
        public void Report(double value) => whole.Report(done + (value / 2));
    }
}
