namespace LiquidityRisk.Quant.Trees;

/// <summary>Rows to learn from or to be judged by.</summary>
public sealed class TreeData
{
    private readonly double[] _features;
    private readonly double[] _labels;

    /// <summary>A copy of the rows.</summary>
    /// <param name="columns">Features in a row, at least 1.</param>
    /// <param name="features">Row after row; NaN when missing, else finite as a 32-bit float.</param>
    /// <param name="labels">What each row's prediction should have been, finite; 1 or 0 for a yes or no. At least one.</param>
    /// <exception cref="ArgumentException">Nothing there, lengths that differ, a number outside of its range.</exception>
    public TreeData(int columns, ReadOnlySpan<double> features, ReadOnlySpan<double> labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (labels.IsEmpty) throw new ArgumentException("There is nothing to learn from.", nameof(labels));
        if (features.Length != (long)columns * labels.Length) throw new ArgumentException("Every row has one number per feature.", nameof(features));
        foreach (var value in features)
            if (float.IsInfinity((float)value)) throw new ArgumentException("A feature is missing (NaN) or finite as a 32-bit float.", nameof(features));
        foreach (var value in labels)
            if (!float.IsFinite((float)value)) throw new ArgumentException("A label is finite as a 32-bit float.", nameof(labels));
        (Columns, _features, _labels) = (columns, features.ToArray(), labels.ToArray());
    }

    /// <summary>Features in a row.</summary>
    public int Columns { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _labels.Length;

    /// <summary>Row after row.</summary>
    public ReadOnlySpan<double> Features => _features;

    /// <summary>One per row.</summary>
    public ReadOnlySpan<double> Labels => _labels;

    internal ReadOnlySpan<double> Row(int row) => _features.AsSpan(row * Columns, Columns);
}
