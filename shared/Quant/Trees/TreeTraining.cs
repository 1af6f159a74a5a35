using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Trees;

/// <summary>A trained model and how it came about.</summary>
/// <param name="Model">All trees, or with early stopping those up to the best round.</param>
/// <param name="BestRound">The round, counted from 1, with the least held-out loss; the last one without held-out rows.</param>
/// <param name="HeldOutLoss">After each round: mean log loss for a probability, root mean squared error for a number; empty without held-out rows.</param>
public sealed record TrainedTrees(BoostedTrees Model, int BestRound, IReadOnlyList<double> HeldOutLoss);

/// <summary>
/// Gradient boosting with second derivatives.
/// <code>
/// tree k minimises  Σᵢ [gᵢ·f(xᵢ) + ½·hᵢ·f(xᵢ)²] + γ·leaves + ½·λ·Σ w² + α·Σ |w|
/// logistic:       g = p − y,  h = p·(1 − p),  both times the weight of a yes where y = 1
/// squared error:  g = ŷ − y,  h = 1
/// </code>
/// Each tree is grown by histograms (<see cref="SplitSearch"/>) on a sample of rows and features and added with the learning rate. With early
/// stopping the model ends at the round of least held-out loss. The same seed gives the same trees. Without sampling and with no more
/// distinct values than bins the trees are those of XGBoost's method hist, ties and the last digit aside. Source: T. Chen and
/// C. Guestrin (2016), XGBoost: A Scalable Tree Boosting System; J. Friedman (2001), Greedy function approximation.
/// </summary>
public static class TreeTraining
{
    /// <summary>Trees that fit the rows.</summary>
    /// <param name="objective">A probability (labels 0 and 1) or a number.</param>
    /// <param name="data">Rows to learn from.</param>
    /// <param name="options">How to grow.</param>
    /// <param name="seed">Chooses samples of rows and features.</param>
    /// <param name="heldOut">Rows to judge by, with as many features; needed for early stopping.</param>
    /// <param name="progress">Told the share of rounds done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">
    /// An option outside of its range, labels other than 0 and 1 for a probability, held-out rows of another width or none with early stopping.
    /// </exception>
    /// <exception cref="ArithmeticException">A prediction, leaf, gain or cover is beyond what a 32-bit float holds.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public static TrainedTrees Fit(
        TreeObjective objective, TreeData data, TreeOptions options, int seed, TreeData? heldOut = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Check(objective, data, options, heldOut);
        var random = new Random(seed);
        var bins = new FeatureBins(data, options.MaxBins);
        var grower = new TreeGrower(bins, options);
        var (margins, judged) = (Margins(objective, options, data.Count), Margins(objective, options, heldOut?.Count ?? 0));
        var (g, h, rows, features) = (new float[data.Count], new float[data.Count], new int[data.Count], new int[data.Columns]);
        var (trees, losses, best) = (new List<BoostedTree>(), new List<double>(), 0);
        for (var round = 1; round <= options.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TreeLoss.Derive(objective, margins, data.Labels, options.PositiveWeight, g, h);
            var tree = grower.Grow(SampleRows(rows, options.Subsample, random), SampleFeatures(features, options.ColumnSample, random), g, h);
            trees.Add(Add(tree, data, margins));
            progress?.Report((double)round / options.Rounds);
            if (heldOut is null)
            {
                best = round;
                continue;
            }

            Add(tree, heldOut, judged);
            losses.Add(TreeLoss.Mean(objective, judged, heldOut.Labels));
            if (best == 0 || losses[^1] < losses[best - 1]) best = round;
            if (round - best >= options.EarlyStopping) break;
        }

        var kept = options.EarlyStopping is null ? trees : trees[..best];
        return new(new BoostedTrees(objective, (float)options.BaseScore, data.Columns, kept), best, losses);
    }

    private static float[] Margins(TreeObjective objective, TreeOptions options, int count)
    {
        var margins = new float[count];
        Array.Fill(margins, BoostedTrees.MarginOfBase(objective, (float)options.BaseScore));
        return margins;
    }

    private static BoostedTree Add(BoostedTree tree, TreeData data, float[] margins)
    {
        for (var row = 0; row < margins.Length; row++)
        {
            margins[row] += tree.LeafOf(data.Row(row));
            if (!float.IsFinite(margins[row])) throw new ArithmeticException("A prediction is beyond what a 32-bit float holds.");
        }

        return tree;
    }

    private static Span<int> SampleRows(int[] rows, double share, Random random)
    {
        var count = 0;
        for (var row = 0; row < rows.Length; row++)
            if (share >= 1 || random.NextDouble() < share) rows[count++] = row;
        return rows.AsSpan(0, count);
    }

    private static ReadOnlySpan<int> SampleFeatures(int[] features, double share, Random random)
    {
        for (var i = 0; i < features.Length; i++) features[i] = i;
        if (share >= 1) return features;
        random.Shuffle(features);
        var chosen = features.AsSpan(0, Math.Max(1, (int)(share * features.Length)));
        chosen.Sort();
        return chosen;
    }

    private static void Check(TreeObjective objective, TreeData data, TreeOptions options, TreeData? heldOut)
    {
        options.Check(nameof(options));
        if (objective == TreeObjective.BinaryLogistic && options.BaseScore is not (> 0 and < 1))
            throw new ArgumentException("The base score of a probability is above 0 and below 1.", nameof(options));
        TreeLoss.CheckLabels(objective, data.Labels, nameof(data));
        if (heldOut is null)
        {
            if (options.EarlyStopping is not null) throw new ArgumentException("Early stopping needs held-out rows.", nameof(heldOut));
            return;
        }

        Inputs.CheckSameLength(data.Columns, heldOut.Columns, nameof(heldOut));
        TreeLoss.CheckLabels(objective, heldOut.Labels, nameof(heldOut));
    }
}
