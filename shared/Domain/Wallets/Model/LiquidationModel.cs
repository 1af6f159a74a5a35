using LiquidityRisk.Quant.Trees;

namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>Two tree models that say how likely a wallet can be liquidated soon.</summary>
public sealed class LiquidationModel
{
    private readonly TreeShap _shap;

    /// <summary>A model.</summary>
    /// <param name="day">For 24 hours.</param>
    /// <param name="week">For 7 days.</param>
    /// <exception cref="ArgumentException">One of them is no probability of <see cref="LiquidationColumns.Names"/>.</exception>
    public LiquidationModel(BoostedTrees day, BoostedTrees week)
    {
        foreach (var trees in new[] { day, week })
            if (trees.Objective != TreeObjective.BinaryLogistic || trees.FeatureCount != LiquidationColumns.Names.Count)
                throw new ArgumentException("A liquidation model gives a probability from the columns of a sample.", nameof(day));
        (Day, Week, _shap) = (day, week, new TreeShap(week));
    }

    /// <summary>For 24 hours.</summary>
    public BoostedTrees Day { get; }

    /// <summary>For 7 days.</summary>
    public BoostedTrees Week { get; }

    /// <summary>The probabilities, 0 to 1. That of 7 days is never below that of 24 hours, which it includes.</summary>
    /// <param name="features">As <see cref="LiquidationFeatures.Names"/>.</param>
    public (double Day, double Week) Predict(IReadOnlyList<double?> features)
    {
        var columns = LiquidationColumns.Of(features);
        var day = Day.Predict(columns);
        return (day, Math.Max(day, Week.Predict(columns)));
    }

    /// <summary>What each column added to the log-odds for 7 days, beyond their mean (TreeSHAP); as <see cref="LiquidationColumns.Names"/>.</summary>
    /// <param name="features">As <see cref="LiquidationFeatures.Names"/>.</param>
    public double[] Contributions(IReadOnlyList<double?> features)
    {
        var contributions = new double[LiquidationColumns.Names.Count];
        _shap.Explain(LiquidationColumns.Of(features), contributions);
        return contributions;
    }

    /// <summary>Each column's share of the gain of all forks of both models, largest first; empty when there are no forks.</summary>
    public IReadOnlyList<(string Column, double Share)> Importance()
    {
        var (day, week) = (TreeImportance.Of(Day), TreeImportance.Of(Week));
        var total = day.Sum(i => i.TotalGain) + week.Sum(i => i.TotalGain);
        return total > 0
            ? [.. LiquidationColumns.Names.Select((name, i) => (name, (day[i].TotalGain + week[i].TotalGain) / total)).OrderByDescending(i => i.Item2)]
            : [];
    }
}
