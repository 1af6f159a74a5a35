namespace LiquidityRisk.Quant.Trees;

/// <summary>
/// Features cut into intervals, so that a fork is sought among few thresholds: bin k holds values below cut k and not below cut k − 1,
/// the last bin the missing ones. With no more distinct values than bins every value but the least is a cut, else the cuts are evenly spaced
/// quantiles; one more cut lies above every value. Source: T. Chen and C. Guestrin (2016), XGBoost, §3.2 (without its sketch, as all is in memory).
/// </summary>
internal sealed class FeatureBins
{
    private readonly float[][] _cuts;
    private readonly float[] _least;

    public FeatureBins(TreeData data, int maxBins)
    {
        (Columns, _cuts, _least) = (data.Columns, new float[data.Columns][], new float[data.Columns]);
        Offsets = new int[Columns + 1];
        Bins = new ushort[checked(data.Count * Columns)];
        var values = new float[data.Count];
        for (var column = 0; column < Columns; column++)
        {
            var count = 0;
            for (var row = 0; row < data.Count; row++)
            {
                var value = (float)data.Row(row)[column];
                if (!float.IsNaN(value)) values[count++] = value;
            }

            values.AsSpan(0, count).Sort();
            _cuts[column] = Cut(values.AsSpan(0, count), maxBins);
            _least[column] = count > 0 ? values[0] : 0;
            Offsets[column + 1] = Offsets[column] + _cuts[column].Length + 1;
            for (var row = 0; row < data.Count; row++) Bins[(row * Columns) + column] = BinOf((float)data.Row(row)[column], _cuts[column]);
        }
    }

    public int Columns { get; }

    /// <summary>Where each feature's bins begin among the bins of all; the last is their number.</summary>
    public int[] Offsets { get; }

    /// <summary>Row after row, one bin per feature.</summary>
    public ushort[] Bins { get; }

    /// <summary>Bins of a feature that hold values; the missing ones are in the bin of this number.</summary>
    public int ValueBins(int column) => _cuts[column].Length;

    /// <summary>The threshold above bins 0 to the given one; −1 for below all.</summary>
    public float Threshold(int column, int bin) => bin < 0 ? _least[column] : _cuts[column][bin];

    private static float[] Cut(ReadOnlySpan<float> sorted, int maxBins)
    {
        if (sorted.IsEmpty) return [];
        var distinct = new List<float>();
        foreach (var value in sorted)
            if (distinct.Count == 0 || value > distinct[^1]) distinct.Add(value);
        var cuts = new List<float>();
        if (distinct.Count <= maxBins)
        {
            cuts.AddRange(distinct.Skip(1));
        }
        else
        {
            for (var i = 1; i < maxBins; i++)
            {
                var value = sorted[(int)((long)i * sorted.Length / maxBins)];
                if (value > (cuts.Count > 0 ? cuts[^1] : distinct[0])) cuts.Add(value);
            }
        }

        var above = distinct[^1] + MathF.Abs(distinct[^1]) + 1e-5f;
        cuts.Add(float.IsFinite(above) ? above : float.MaxValue);
        return [.. cuts];
    }

    private static ushort BinOf(float value, float[] cuts)
    {
        if (float.IsNaN(value)) return (ushort)cuts.Length;
        var at = cuts.AsSpan().BinarySearch(value);
        return (ushort)Math.Min(at >= 0 ? at + 1 : ~at, cuts.Length - 1);
    }
}
