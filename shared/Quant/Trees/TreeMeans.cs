namespace LiquidityRisk.Quant.Trees;

/// <summary>
/// What a tree predicts on average below each of its nodes.
/// <code>
/// mean(leaf) = value      mean(fork) = (cover(L)·mean(L) + cover(R)·mean(R)) / (cover(L) + cover(R))
/// </code>
/// cover: sum of second derivatives over the training rows. Source: S. Lundberg, G. Erion and S. Lee (2018), Consistent Individualized
/// Feature Attribution for Tree Ensembles, algorithm 1 with no feature known.
/// </summary>
internal static class TreeMeans
{
    /// <summary>One mean per node; 0 for nodes that cannot be reached.</summary>
    /// <exception cref="ArithmeticException">A fork without cover, or with a side without.</exception>
    public static double[] Of(BoostedTree tree)
    {
        var means = new double[tree.Nodes.Length];
        var open = new Stack<(int Node, bool Below)>([(0, false)]);
        while (open.TryPop(out var at))
        {
            var node = tree.Nodes[at.Node];
            if (node.IsLeaf)
            {
                means[at.Node] = node.Value;
            }
            else if (at.Below)
            {
                double left = tree.Nodes[node.Left].Cover, right = tree.Nodes[node.Right].Cover;
                if (left == 0 || right == 0 || node.Cover == 0) throw new ArithmeticException("A fork without cover, or with a side without, has no mean.");
                means[at.Node] = ((left * means[node.Left]) + (right * means[node.Right])) / (left + right);
            }
            else
            {
                open.Push((at.Node, true));
                open.Push((node.Left, false));
                open.Push((node.Right, false));
            }
        }

        return means;
    }
}
