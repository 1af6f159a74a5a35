using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Trees;

/// <summary>
/// How much each feature moved a prediction: exact Shapley values of the margin, with covers as the weights of ways not taken.
/// <code>
/// φⱼ = Σ over sets S without j  |S|!·(M − |S| − 1)!/M! · [f(S ∪ j) − f(S)]      margin(x) = bias + Σ φⱼ
/// </code>
/// f(S): expected margin when only the features in S are known: at a fork on another feature both ways count, by their cover;
/// bias = f(∅); M: features. Each way to a leaf is walked once while the weights of all set sizes are extended and unwound, which takes
/// O(leaves·depth²) instead of 2^M. Source: S. Lundberg, G. Erion and S. Lee (2018), Consistent Individualized Feature Attribution for
/// Tree Ensembles, algorithm 2; equals pred_contribs of XGBoost. Immutable; one instance serves many threads.
/// </summary>
public sealed class TreeShap
{
    private const int DeepestTree = 500;
    private readonly BoostedTrees _model;
    private readonly int _depth;

    /// <summary>Prepares a model.</summary>
    /// <param name="model">Trees of at most 500 levels.</param>
    /// <exception cref="ArgumentException">A tree is too deep.</exception>
    /// <exception cref="ArithmeticException">A fork, or one of its sides, has no cover.</exception>
    public TreeShap(BoostedTrees model)
    {
        (_model, Bias) = (model, model.BaseMargin);
        foreach (var tree in model.Trees)
        {
            _depth = Math.Max(_depth, tree.Depth);
            Bias += TreeMeans.Of(tree)[0];
        }

        if (_depth > DeepestTree) throw new ArgumentException($"A tree has more than {DeepestTree} levels.", nameof(model));
    }

    /// <summary>The expected margin when nothing is known.</summary>
    public double Bias { get; }

    /// <summary>The contributions of one row.</summary>
    /// <param name="features">One per feature; NaN when missing.</param>
    /// <param name="contributions">Receives φ, one per feature; with the bias they sum to the margin.</param>
    /// <exception cref="ArgumentException">Not as many numbers as features.</exception>
    public void Explain(ReadOnlySpan<double> features, Span<double> contributions)
    {
        Inputs.CheckSameLength(_model.FeatureCount, features.Length, nameof(features));
        Inputs.CheckSameLength(_model.FeatureCount, contributions.Length, nameof(contributions));
        contributions.Clear();
        var size = (_depth + 2) * (_depth + 3) / 2;
        var rented = System.Buffers.ArrayPool<Step>.Shared.Rent(size);
        foreach (var tree in _model.Trees) new Walk(tree.Nodes, features, contributions).Down(0, 0, rented.AsSpan(0, size), 1, 1, -1);
        System.Buffers.ArrayPool<Step>.Shared.Return(rented);
    }

    /// <summary>A feature on the way: the share of unknowing rows that pass, whether the row itself passes, and the weight of sets of this size.</summary>
    private struct Step
    {
        public int Feature;
        public double Zero;
        public double One;
        public double Weight;
    }

    private readonly ref struct Walk(ReadOnlySpan<TreeNode> nodes, ReadOnlySpan<double> features, Span<double> contributions)
    {
        private readonly ReadOnlySpan<TreeNode> _nodes = nodes;
        private readonly ReadOnlySpan<double> _features = features;
        private readonly Span<double> _contributions = contributions;

        public void Down(int at, int depth, Span<Step> buffer, double zero, double one, int feature)
        {
            var path = buffer[depth..];
            buffer[..depth].CopyTo(path);
            Extend(path, depth, zero, one, feature);
            ref readonly var node = ref _nodes[at];
            if (node.IsLeaf)
            {
                for (var i = 1; i <= depth; i++) _contributions[path[i].Feature] += UnwoundSum(path, depth, i) * (path[i].One - path[i].Zero) * node.Value;
                return;
            }

            var value = (float)_features[node.Feature];
            var goesLeft = float.IsNaN(value) ? node.DefaultLeft : value < node.Value;
            var (hot, cold) = goesLeft ? (node.Left, node.Right) : (node.Right, node.Left);
            var (zeroBefore, oneBefore) = (1.0, 1.0);
            for (var i = 1; i <= depth; i++)
            {
                if (path[i].Feature != node.Feature) continue;
                (zeroBefore, oneBefore) = (path[i].Zero, path[i].One);
                Unwind(path, depth--, i);
                break;
            }

            Down(hot, depth + 1, path, zeroBefore * _nodes[hot].Cover / node.Cover, oneBefore, node.Feature);
            Down(cold, depth + 1, path, zeroBefore * _nodes[cold].Cover / node.Cover, 0, node.Feature);
        }
    }

    private static void Extend(Span<Step> path, int depth, double zero, double one, int feature)
    {
        path[depth] = new() { Feature = feature, Zero = zero, One = one, Weight = depth == 0 ? 1 : 0 };
        for (var i = depth - 1; i >= 0; i--)
        {
            path[i + 1].Weight += one * path[i].Weight * (i + 1) / (depth + 1);
            path[i].Weight = zero * path[i].Weight * (depth - i) / (depth + 1);
        }
    }

    private static void Unwind(Span<Step> path, int depth, int index)
    {
        var (one, zero, next) = (path[index].One, path[index].Zero, path[depth].Weight);
        for (var i = depth - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var old = path[i].Weight;
                path[i].Weight = next * (depth + 1) / ((i + 1) * one);
                next = old - (path[i].Weight * zero * (depth - i) / (depth + 1));
            }
            else
            {
                path[i].Weight = path[i].Weight * (depth + 1) / (zero * (depth - i));
            }
        }

        for (var i = index; i < depth; i++) (path[i].Feature, path[i].Zero, path[i].One) = (path[i + 1].Feature, path[i + 1].Zero, path[i + 1].One);
    }

    // The sum of the weights that Unwind would leave, without leaving them.
    private static double UnwoundSum(ReadOnlySpan<Step> path, int depth, int index)
    {
        var (one, zero, next, sum) = (path[index].One, path[index].Zero, path[depth].Weight, 0.0);
        for (var i = depth - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                var weight = next * (depth + 1) / ((i + 1) * one);
                sum += weight;
                next = path[i].Weight - (weight * zero * (depth - i) / (depth + 1));
            }
            else if (zero != 0)
            {
                sum += path[i].Weight * (depth + 1) / (zero * (depth - i));
            }
        }

        return sum;
    }
}
