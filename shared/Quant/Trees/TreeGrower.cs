namespace LiquidityRisk.Quant.Trees;

/// <summary>
/// Grows one tree level by level from histograms of derivatives: the smaller child's histogram is summed, the larger child's is the parent's
/// less the smaller's. Source: T. Chen and C. Guestrin (2016), XGBoost, §3; G. Ke et al. (2017), LightGBM, for the subtraction.
/// </summary>
internal sealed class TreeGrower(FeatureBins bins, TreeOptions options)
{
    private readonly SplitSearch _search = new(bins, options);
    private readonly Stack<Derivatives[]> _spare = new();
    private readonly int[] _moved = new int[bins.Bins.Length / bins.Columns];

    /// <summary>A tree for the given rows, which are put into another order.</summary>
    public BoostedTree Grow(Span<int> rows, ReadOnlySpan<int> features, ReadOnlySpan<float> g, ReadOnlySpan<float> h)
    {
        var nodes = new List<TreeNode>();
        var open = new Queue<Work>();
        var total = default(Derivatives);
        foreach (var row in rows) total += new Derivatives(g[row], h[row]);
        if (!double.IsFinite(total.G + total.H)) throw new ArithmeticException("A derivative is beyond what a 32-bit float holds.");
        var root = Rent();
        Fill(root, rows, features, g, h);
        nodes.Add(default);
        open.Enqueue(new(0, 0, rows.Length, 0, total, root));
        while (open.TryDequeue(out var at))
        {
            var split = at.Histogram is null ? default : _search.Best(at.Histogram, at.Sum, features);
            if (split.Gain <= 0)
            {
                nodes[at.Node] = TreeNode.Leaf(Single(_search.Leaf(at.Sum)), Single(at.Sum.H));
                if (at.Histogram is not null) _spare.Push(at.Histogram);
                continue;
            }

            var (left, right) = (nodes.Count, nodes.Count + 1);
            nodes[at.Node] = new(left, right, split.Feature, bins.Threshold(split.Feature, split.Bin), split.DefaultLeft, Single(at.Sum.H), Single(split.Gain));
            nodes.AddRange([default, default]);
            var middle = at.Start + Divide(rows[at.Start..at.End], split);
            var (leftHistogram, rightHistogram) = Children(at, middle, rows, features, g, h);
            open.Enqueue(new(left, at.Start, middle, at.Depth + 1, split.Left, leftHistogram));
            open.Enqueue(new(right, middle, at.End, at.Depth + 1, split.Right, rightHistogram));
        }

        return new BoostedTree([.. nodes]);
    }

    private (Derivatives[]? Left, Derivatives[]? Right) Children(
        Work at, int middle, ReadOnlySpan<int> rows, ReadOnlySpan<int> features, ReadOnlySpan<float> g, ReadOnlySpan<float> h)
    {
        var parent = at.Histogram!;
        if (at.Depth + 1 >= options.MaxDepth)
        {
            _spare.Push(parent);
            return (null, null);
        }

        var small = Rent();
        var leftIsSmall = middle - at.Start < at.End - middle;
        Fill(small, leftIsSmall ? rows[at.Start..middle] : rows[middle..at.End], features, g, h);
        for (var i = 0; i < parent.Length; i++) parent[i] -= small[i];
        return leftIsSmall ? (small, parent) : (parent, small);
    }

    // The hot loop of training.
    private void Fill(Derivatives[] histogram, ReadOnlySpan<int> rows, ReadOnlySpan<int> features, ReadOnlySpan<float> g, ReadOnlySpan<float> h)
    {
        ReadOnlySpan<ushort> all = bins.Bins;
        ReadOnlySpan<int> offsets = bins.Offsets;
        foreach (var row in rows)
        {
            var (first, second) = ((double)g[row], (double)h[row]);
            var ofRow = all.Slice(row * bins.Columns, bins.Columns);
            foreach (var feature in features)
            {
                ref var cell = ref histogram[offsets[feature] + ofRow[feature]];
                cell.G += first;
                cell.H += second;
            }
        }
    }

    // Rows that go left first, both sides in their old order; the number of those that go left.
    private int Divide(Span<int> rows, in Split split)
    {
        var (left, right, missing) = (0, 0, bins.ValueBins(split.Feature));
        foreach (var row in rows)
        {
            int bin = bins.Bins[(row * bins.Columns) + split.Feature];
            if (bin == missing ? split.DefaultLeft : bin <= split.Bin) rows[left++] = row;
            else _moved[right++] = row;
        }

        _moved.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }

    private static float Single(double value) =>
        float.IsFinite((float)value) ? (float)value : throw new ArithmeticException("A leaf, a gain or a cover is beyond what a 32-bit float holds.");

    private Derivatives[] Rent()
    {
        if (!_spare.TryPop(out var histogram)) return new Derivatives[bins.Offsets[^1]];
        Array.Clear(histogram);
        return histogram;
    }

    private readonly record struct Work(int Node, int Start, int End, int Depth, Derivatives Sum, Derivatives[]? Histogram);
}
