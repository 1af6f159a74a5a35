namespace LiquidityRisk.Quant.Trees;

/// <summary>How much a feature did for a model.</summary>
/// <param name="Splits">Forks on it (XGBoost: weight).</param>
/// <param name="TotalGain">Sum of their gains (total_gain).</param>
/// <param name="MeanGain">Gain per fork (gain); 0 without forks.</param>
public readonly record struct FeatureImportance(int Splits, double TotalGain, double MeanGain);

/// <summary>
/// Which features the forks of a model chose and how much they lowered the loss.
/// <code>
/// total gainⱼ = Σ gain of forks on j      mean gainⱼ = total gainⱼ / forks on j
/// </code>
/// Gains of the training rows, not of new ones; features with many values are favoured. Source: J. Friedman (2001), Greedy function
/// approximation, §8.1; get_score of XGBoost.
/// </summary>
public static class TreeImportance
{
    /// <summary>One per feature.</summary>
    /// <param name="model">Any model.</param>
    public static FeatureImportance[] Of(BoostedTrees model)
    {
        var (splits, gains) = (new int[model.FeatureCount], new double[model.FeatureCount]);
        var open = new Stack<int>();
        foreach (var tree in model.Trees)
        {
            open.Push(0);
            while (open.TryPop(out var at))
            {
                var node = tree.Nodes[at];
                if (node.IsLeaf) continue;
                splits[node.Feature]++;
                gains[node.Feature] += node.Gain;
                open.Push(node.Left);
                open.Push(node.Right);
            }
        }

        return [.. splits.Select((count, i) => new FeatureImportance(count, gains[i], count == 0 ? 0 : gains[i] / count))];
    }
}
