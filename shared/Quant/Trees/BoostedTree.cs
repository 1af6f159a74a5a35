namespace LiquidityRisk.Quant.Trees;

/// <summary>A fork or a leaf of a tree.</summary>
/// <param name="Left">Index of the node for values below the threshold; below 0 in a leaf.</param>
/// <param name="Right">Index of the node for the other values; below 0 in a leaf.</param>
/// <param name="Feature">Which feature is looked at; 0 in a leaf.</param>
/// <param name="Value">The threshold of a fork; what a leaf adds to the margin.</param>
/// <param name="DefaultLeft">Where a missing value goes.</param>
/// <param name="Cover">Sum of second derivatives of the loss over the training rows that came here, not negative.</param>
/// <param name="Gain">How much the fork lowered the loss; 0 in a leaf.</param>
public readonly record struct TreeNode(int Left, int Right, int Feature, float Value, bool DefaultLeft, float Cover, float Gain)
{
    /// <summary>Whether the walk ends here.</summary>
    public bool IsLeaf => Left < 0;

    /// <summary>A leaf.</summary>
    /// <param name="value">What it adds to the margin.</param>
    /// <param name="cover">Sum of second derivatives, not negative.</param>
    public static TreeNode Leaf(float value, float cover) => new(-1, -1, 0, value, false, cover, 0);
}

/// <summary>
/// One regression tree: from node 0, left when the value is below the threshold (as 32-bit floats), right when not, the default way when it is
/// missing (NaN), until a leaf. Source: T. Chen and C. Guestrin (2016), XGBoost: A Scalable Tree Boosting System, §3.4. Immutable.
/// </summary>
public sealed class BoostedTree
{
    private readonly TreeNode[] _nodes;

    /// <summary>A tree of the nodes that can be reached from node 0; others (XGBoost leaves what it pruned) become leaves of value 0.</summary>
    /// <param name="nodes">At least one.</param>
    /// <exception cref="ArgumentException">No node, a child outside of the nodes or with two parents, a number that is not finite, a negative cover or feature.</exception>
    public BoostedTree(ReadOnlySpan<TreeNode> nodes)
    {
        if (nodes.IsEmpty) throw new ArgumentException("A tree has at least one node.", nameof(nodes));
        _nodes = nodes.ToArray();
        (Depth, HighestFeature) = Walk(_nodes);
    }

    /// <summary>All nodes, the root first.</summary>
    public ReadOnlySpan<TreeNode> Nodes => _nodes;

    /// <summary>Forks on the longest way to a leaf.</summary>
    public int Depth { get; }

    /// <summary>The largest index of a feature that is looked at; −1 when the root is a leaf.</summary>
    public int HighestFeature { get; }

    /// <summary>The leaf's value for one row.</summary>
    internal float LeafOf(ReadOnlySpan<double> features)
    {
        ref readonly var node = ref _nodes[0];
        while (!node.IsLeaf)
        {
            var value = (float)features[node.Feature];
            node = ref _nodes[float.IsNaN(value) ? (node.DefaultLeft ? node.Left : node.Right) : value < node.Value ? node.Left : node.Right];
        }

        return node.Value;
    }

    private static (int Depth, int Feature) Walk(TreeNode[] nodes)
    {
        var seen = new bool[nodes.Length];
        var open = new Stack<(int Node, int Depth)>([(0, 0)]);
        var (deepest, highest) = (0, -1);
        while (open.TryPop(out var at))
        {
            if ((uint)at.Node >= (uint)nodes.Length || seen[at.Node])
                throw new ArgumentException($"Node {at.Node} does not exist or has two parents.", nameof(nodes));
            seen[at.Node] = true;
            var node = nodes[at.Node];
            if (!float.IsFinite(node.Value) || !float.IsFinite(node.Gain) || !float.IsFinite(node.Cover) || node.Cover < 0 || node.Feature < 0)
                throw new ArgumentException($"Node {at.Node} has a number outside of its range.", nameof(nodes));
            deepest = Math.Max(deepest, at.Depth);
            if (node.IsLeaf) continue;
            highest = Math.Max(highest, node.Feature);
            open.Push((node.Left, at.Depth + 1));
            open.Push((node.Right, at.Depth + 1));
        }

        for (var i = 0; i < nodes.Length; i++)
            if (!seen[i]) nodes[i] = TreeNode.Leaf(0, 0);
        return (deepest, highest);
    }
}
