using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Trees;

/// <summary>What the trees were made to predict.</summary>
public enum TreeObjective
{
    /// <summary>The probability of a yes (XGBoost: binary:logistic).</summary>
    BinaryLogistic,

    /// <summary>A number, by least squares (XGBoost: reg:squarederror).</summary>
    SquaredError,
}

/// <summary>
/// Gradient-boosted regression trees, as XGBoost holds them.
/// <code>
/// margin(x) = link(base) + Σ leafₖ(x)
/// logistic:       link(b) = ln(b/(1 − b)),  prediction = 1/(1 + e^(−margin))
/// squared error:  link(b) = b,              prediction = margin
/// </code>
/// base: base score, a probability or a number; leafₖ: the leaf of tree k that x falls into (<see cref="BoostedTree"/>). Thresholds, leaves
/// and the sum are 32-bit floats, added in the order of the trees, so that a model of XGBoost 1.7 predicts here what it predicts there.
/// NaN is a missing value. Source: T. Chen and C. Guestrin (2016), XGBoost: A Scalable Tree Boosting System. Immutable.
/// </summary>
public sealed class BoostedTrees
{
    private const int Block = 64;
    private readonly BoostedTree[] _trees;
    private readonly float _baseMargin;

    /// <summary>A model.</summary>
    /// <param name="objective">What the margin means.</param>
    /// <param name="baseScore">Above 0 and below 1 for a probability, else finite.</param>
    /// <param name="featureCount">Features in a row, at least 1.</param>
    /// <param name="trees">In the order of the sum; may be none.</param>
    /// <param name="featureNames">None, or one per feature.</param>
    /// <exception cref="ArgumentException">A tree looks at a feature that is not there, or the names are not as many as features.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The base score or the number of features is outside of its range.</exception>
    public BoostedTrees(TreeObjective objective, float baseScore, int featureCount, IReadOnlyList<BoostedTree> trees, IReadOnlyList<string>? featureNames = null)
    {
        if (!float.IsFinite(baseScore) || (objective == TreeObjective.BinaryLogistic && baseScore is not (> 0 and < 1)))
            throw new ArgumentOutOfRangeException(nameof(baseScore), baseScore, "A base score is finite, and between 0 and 1 for a probability.");
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        if (trees.Any(t => t.HighestFeature >= featureCount)) throw new ArgumentException("A tree looks at a feature that is not there.", nameof(trees));
        FeatureNames = [.. featureNames ?? []];
        if (FeatureNames.Count != 0 && FeatureNames.Count != featureCount)
            throw new ArgumentException("There are as many names as features, or none.", nameof(featureNames));
        (Objective, BaseScore, FeatureCount, _trees) = (objective, baseScore, featureCount, [.. trees]);
        _baseMargin = MarginOfBase(objective, baseScore);
    }

    /// <summary>What the margin means.</summary>
    public TreeObjective Objective { get; }

    /// <summary>The prediction before any tree.</summary>
    public float BaseScore { get; }

    /// <summary>The margin before any tree.</summary>
    public double BaseMargin => _baseMargin;

    /// <summary>Features in a row.</summary>
    public int FeatureCount { get; }

    /// <summary>Names of the features, or none.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>The trees, in the order of the sum.</summary>
    public ReadOnlySpan<BoostedTree> Trees => _trees;

    /// <summary>The margin of one row: log-odds of a yes, or the number itself.</summary>
    /// <param name="features">One per feature; NaN when missing.</param>
    /// <exception cref="ArgumentException">Not as many numbers as features.</exception>
    public double Margin(ReadOnlySpan<double> features)
    {
        Inputs.CheckSameLength(FeatureCount, features.Length, nameof(features));
        var sum = _baseMargin;
        foreach (var tree in _trees) sum += tree.LeafOf(features);
        return sum;
    }

    /// <summary>The prediction of one row: the probability of a yes, or the number.</summary>
    /// <inheritdoc cref="Margin" path="/param"/>
    /// <inheritdoc cref="Margin" path="/exception"/>
    public double Predict(ReadOnlySpan<double> features) => Predicted((float)Margin(features));

    /// <summary>The predictions of many rows.</summary>
    /// <param name="rows">Row after row, each with one number per feature; NaN when missing.</param>
    /// <param name="predictions">One per row.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">Not as many numbers as rows times features.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public void Predict(ReadOnlySpan<double> rows, Span<double> predictions, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Inputs.CheckSameLength(checked(predictions.Length * FeatureCount), rows.Length, nameof(rows));
        Span<float> sums = stackalloc float[Block];
        for (var start = 0; start < predictions.Length; start += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(Block, predictions.Length - start);
            var block = rows.Slice(start * FeatureCount, count * FeatureCount);
            sums.Fill(_baseMargin);
            foreach (var tree in _trees) // tree by tree over a few rows, so that a tree stays in the cache
                for (var i = 0; i < count; i++) sums[i] += tree.LeafOf(block.Slice(i * FeatureCount, FeatureCount));
            for (var i = 0; i < count; i++) predictions[start + i] = Predicted(sums[i]);
            progress?.Report((double)(start + count) / predictions.Length);
        }
    }

    internal static float MarginOfBase(TreeObjective objective, float baseScore) =>
        objective == TreeObjective.BinaryLogistic ? -MathF.Log((1f / baseScore) - 1f) : baseScore;

    internal static float Sigmoid(float margin) => 1f / (MathF.Exp(MathF.Min(-margin, 88.7f)) + 1f);

    private float Predicted(float margin) => Objective == TreeObjective.BinaryLogistic ? Sigmoid(margin) : margin;
}
