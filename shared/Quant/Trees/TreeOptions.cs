namespace LiquidityRisk.Quant.Trees;

/// <summary>How trees are grown; names, meaning and defaults are XGBoost's.</summary>
public sealed record TreeOptions
{
    /// <summary>num_boost_round: trees at most, at least 1.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>max_depth: forks on the longest way, 1 to 30.</summary>
    public int MaxDepth { get; init; } = 6;

    /// <summary>eta: share of each tree's correction that is used, above 0, at most 1.</summary>
    public double LearningRate { get; init; } = 0.3;

    /// <summary>lambda: pull of leaves to 0, squared; not negative.</summary>
    public double Lambda { get; init; } = 1;

    /// <summary>alpha: pull of leaves to 0, absolute; not negative.</summary>
    public double Alpha { get; init; }

    /// <summary>gamma: least gain of a fork; not negative.</summary>
    public double Gamma { get; init; }

    /// <summary>min_child_weight: least cover of a node; not negative.</summary>
    public double MinChildWeight { get; init; } = 1;

    /// <summary>subsample: chance of a row to be in a tree's sample, above 0, at most 1.</summary>
    public double Subsample { get; init; } = 1;

    /// <summary>colsample_bytree: share of features that a tree may look at, above 0, at most 1.</summary>
    public double ColumnSample { get; init; } = 1;

    /// <summary>max_bin: intervals that a feature is cut into, 2 to 65,534.</summary>
    public int MaxBins { get; init; } = 256;

    /// <summary>scale_pos_weight: weight of a row whose label is 1, above 0.</summary>
    public double PositiveWeight { get; init; } = 1;

    /// <summary>base_score: the prediction before any tree; between 0 and 1 for a probability.</summary>
    public double BaseScore { get; init; } = 0.5;

    /// <summary>early_stopping_rounds: trees without a better held-out loss after which to stop, at least 1; null to never stop.</summary>
    public int? EarlyStopping { get; init; }

    internal void Check(string name)
    {
        var fault =
            Rounds < 1 ? "There is at least one round." :
            MaxDepth is < 1 or > 30 ? "The depth is 1 to 30." :
            LearningRate is not (> 0 and <= 1) ? "The learning rate is above 0 and at most 1." :
            !Weight(Lambda) || !Weight(Alpha) || !Weight(Gamma) || !Weight(MinChildWeight) ? "Lambda, alpha, gamma and the least child weight are finite and not negative." :
            Subsample is not (> 0 and <= 1) || ColumnSample is not (> 0 and <= 1) ? "A sample is a share above 0 and at most 1." :
            MaxBins is < 2 or > 65_534 ? "There are 2 to 65,534 bins." :
            !Weight(PositiveWeight) || PositiveWeight == 0 ? "The weight of a yes is finite and above 0." :
            !double.IsFinite(BaseScore) ? "The base score is finite." :
            EarlyStopping is < 1 ? "At least one round is waited for." : null;
        if (fault is not null) throw new ArgumentException(fault, name);
    }

    private static bool Weight(double value) => double.IsFinite(value) && value >= 0;
}
