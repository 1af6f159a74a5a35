using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Trees.Tests;

public class TreePropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [Fact]
    public void Contributions_are_the_shapley_values_of_all_subsets() => Check.One(TenThousand, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var columns = random.Next(1, 6);
        var model = RandomModel(random, columns, random.Next(1, 3), 4);
        var row = RandomRow(random, columns);
        var contributions = new double[columns];
        var shap = new TreeShap(model);
        shap.Explain(row, contributions);
        return NaiveShap.Of(model, row).Zip(contributions).All(p => Math.Abs(p.First - p.Second) < 1e-9)
            && Math.Abs(shap.Bias + contributions.Sum() - model.Margin(row)) < 1e-5;
    }));

    [Fact]
    public void Eight_features_too_have_the_shapley_values_of_all_subsets()
    {
        var random = new Random(5);
        for (var i = 0; i < 20; i++)
        {
            var model = RandomModel(random, 8, 3, 9);
            var row = RandomRow(random, 8);
            var contributions = new double[8];
            new TreeShap(model).Explain(row, contributions);
            Assert.All(NaiveShap.Of(model, row).Zip(contributions), p => Assert.Equal(p.First, p.Second, 9));
        }
    }

    [Fact]
    public void Whatever_model_is_written_reads_back_the_same() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var columns = random.Next(1, 6);
        var model = RandomModel(random, columns, random.Next(0, 4), 5);
        var again = XgboostJsonReader.Read(XgboostJsonWriter.Write(model));
        var row = RandomRow(random, columns);
        return again.Margin(row) == model.Margin(row) && again.Trees.Length == model.Trees.Length;
    }));

    [Fact]
    public void The_first_fork_is_the_best_of_all_that_can_be_tried() => Check.One(TenThousand, Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var (columns, count) = (random.Next(1, 4), random.Next(4, 20));
        var features = Enumerable.Range(0, count * columns).Select(_ => random.Next(5) == 0 ? double.NaN : random.Next(6)).ToArray();
        var labels = Enumerable.Range(0, count).Select(_ => (double)random.Next(10)).ToArray();
        var options = new TreeOptions { Rounds = 1, MaxDepth = 1, LearningRate = 1, Lambda = random.Next(3), MinChildWeight = random.Next(1, 3) };
        var root = TreeTraining.Fit(TreeObjective.SquaredError, new(columns, features, labels), options, 1).Model.Trees[0].Nodes[0];
        var best = NaiveSplit.BestGain(features, columns, labels, options);
        return root.IsLeaf ? best < 1e-4 : Math.Abs(root.Gain - best) <= 1e-4 * Math.Max(1, best);
    }));

    [Fact]
    public void Sampled_training_repeats_by_seed_and_reports_its_progress()
    {
        var data = Data(new Random(3), 400);
        var options = new TreeOptions { Rounds = 20, Subsample = 0.6, ColumnSample = 0.5 };
        var reports = new List<double>();
        var first = TreeTraining.Fit(TreeObjective.BinaryLogistic, data, options, 7, progress: new Report(reports.Add));
        var second = TreeTraining.Fit(TreeObjective.BinaryLogistic, data, options, 7);
        var third = TreeTraining.Fit(TreeObjective.BinaryLogistic, data, options, 8);

        Assert.Equal(XgboostJsonWriter.Write(first.Model), XgboostJsonWriter.Write(second.Model));
        Assert.NotEqual(XgboostJsonWriter.Write(first.Model), XgboostJsonWriter.Write(third.Model));
        Assert.Equal(20, reports.Count);
        Assert.Equal(1, reports[^1]);
    }

    [Fact]
    public void Early_stopping_keeps_the_trees_up_to_the_least_held_out_loss()
    {
        var random = new Random(11);
        var (data, heldOut) = (Data(random, 300), Data(random, 300));
        var trained = TreeTraining.Fit(TreeObjective.BinaryLogistic, data, new TreeOptions { Rounds = 200, EarlyStopping = 5 }, 1, heldOut);

        Assert.Equal(trained.BestRound, trained.Model.Trees.Length);
        Assert.Equal(trained.BestRound + 5, trained.HeldOutLoss.Count);
        Assert.Equal(trained.HeldOutLoss.Min(), trained.HeldOutLoss[trained.BestRound - 1]);
        var predictions = new double[heldOut.Count];
        trained.Model.Predict(heldOut.Features, predictions);
        Assert.Equal(trained.HeldOutLoss.Min(), Calibration.LogLoss.Of(predictions, heldOut.Labels.ToArray().Select(l => l == 1).ToArray()), 5);
    }

    [Fact]
    public void Training_ends_when_asked_to()
    {
        using var ended = new CancellationTokenSource();
        ended.Cancel();

        Assert.Throws<OperationCanceledException>(() => TreeTraining.Fit(TreeObjective.BinaryLogistic, Data(new Random(1), 50), new(), 1, cancellationToken: ended.Token));
    }

    [Fact]
    public void Nothing_to_tell_apart_gives_leaves_only()
    {
        var constant = TreeTraining.Fit(TreeObjective.SquaredError, new(1, [double.NaN, double.NaN, double.NaN], [2, 2, 2]), new() { Rounds = 3, BaseScore = 2 }, 1).Model;
        Assert.Equal(2, constant.Predict([1]), 6);
        Assert.All(constant.Trees.ToArray(), t => Assert.Equal(0, t.Depth));
        Assert.Equal(0, TreeTraining.Fit(TreeObjective.BinaryLogistic, new(1, [5], [1]), new() { Lambda = 0, Rounds = 1 }, 1).Model.Trees[0].Depth);
        Assert.Equal(0.5, new BoostedTrees(TreeObjective.BinaryLogistic, 0.5f, 1, []).Predict([1]), 9);
    }

    [Fact]
    public void Huge_and_tiny_values_are_divided_as_well()
    {
        foreach (var scale in new[] { 1e35, 1e-35 })
        {
            var data = new TreeData(1, [1 * scale, 2 * scale, 3 * scale, -3 * scale], [0, 1, 1, 0]);
            var model = TreeTraining.Fit(TreeObjective.SquaredError, data, new() { Rounds = 1, LearningRate = 1, Lambda = 0, MaxDepth = 2 }, 1).Model;
            Assert.Equal([0, 1, 1, 0], new[] { 1, 2, 3, -3 }.Select(x => Math.Round(model.Predict([x * scale]), 6)));
        }
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        var data = Data(new Random(1), 10);
        Assert.Throws<ArgumentException>(() => new TreeData(1, [], []));
        Assert.Throws<ArgumentException>(() => new TreeData(2, [1, 2, 3], [1, 1]));
        Assert.Throws<ArgumentException>(() => new TreeData(1, [1e150], [1]));
        Assert.Throws<ArgumentException>(() => new TreeData(1, [double.NegativeInfinity], [1]));
        Assert.Throws<ArgumentException>(() => new TreeData(1, [1], [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeData(0, [], [1]));
        Assert.Throws<ArgumentException>(() => TreeTraining.Fit(TreeObjective.BinaryLogistic, new(1, [1], [0.5]), new(), 1));
        Assert.Throws<ArgumentException>(() => TreeTraining.Fit(TreeObjective.BinaryLogistic, data, new() { EarlyStopping = 3 }, 1));
        Assert.Throws<ArgumentException>(() => TreeTraining.Fit(TreeObjective.BinaryLogistic, data, new(), 1, new TreeData(1, [1], [1])));
        Assert.Throws<ArithmeticException>(() => TreeTraining.Fit(TreeObjective.SquaredError, new(1, [1, 2], [3e38, -3e38]), new() { BaseScore = 3e38 }, 1));
        foreach (var bad in new TreeOptions[]
        {
            new() { Rounds = 0 }, new() { MaxDepth = 0 }, new() { MaxDepth = 31 }, new() { LearningRate = 0 }, new() { Lambda = -1 }, new() { Alpha = double.NaN },
            new() { Gamma = -1 }, new() { MinChildWeight = double.PositiveInfinity }, new() { Subsample = 0 }, new() { ColumnSample = 1.1 }, new() { MaxBins = 1 },
            new() { PositiveWeight = 0 }, new() { BaseScore = 1 }, new() { BaseScore = double.NaN }, new() { EarlyStopping = 0 },
        })
            Assert.Throws<ArgumentException>(() => TreeTraining.Fit(TreeObjective.BinaryLogistic, data, bad, 1, data));

        Assert.Throws<ArgumentException>(() => new BoostedTree([]));
        Assert.Throws<ArgumentException>(() => new BoostedTree([new(0, 0, 0, 1, false, 1, 1)]));
        Assert.Throws<ArgumentException>(() => new BoostedTree([new(1, 1, 0, 1, false, 1, 1), TreeNode.Leaf(1, 1)]));
        Assert.Throws<ArgumentException>(() => new BoostedTree([new(1, 2, 0, 1, false, 1, 1), TreeNode.Leaf(1, 1)]));
        Assert.Throws<ArgumentException>(() => new BoostedTree([TreeNode.Leaf(float.NaN, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoostedTrees(TreeObjective.BinaryLogistic, 1, 1, []));
        Assert.Throws<ArgumentException>(() => new BoostedTrees(TreeObjective.SquaredError, 1, 2, [], ["one"]));
        Assert.Throws<ArithmeticException>(() => new TreeShap(new(TreeObjective.SquaredError, 1, 1, [new([new(1, 2, 0, 1, false, 0, 1), TreeNode.Leaf(1, 0), TreeNode.Leaf(2, 0)])])));
    }

    [Fact]
    public void Nodes_that_were_pruned_change_nothing()
    {
        var model = new BoostedTrees(
            TreeObjective.SquaredError, 1, 1, [new([new(1, 3, 0, 1, false, 2, 1), TreeNode.Leaf(1, 1), new(77, -5, 9, float.NaN, false, -1, 0), TreeNode.Leaf(2, 1)])]);

        Assert.Equal(2, XgboostJsonReader.Read(XgboostJsonWriter.Write(model)).Predict([0]));
        Assert.Equal(2.5, new TreeShap(model).Bias, 12);
        Assert.Equal(1, TreeImportance.Of(model)[0].Splits);
    }

    [Fact]
    public void A_side_without_cover_cannot_be_weighed() => Assert.Throws<ArithmeticException>(() => new TreeShap(new(
        TreeObjective.SquaredError, 1, 1, [new([new(1, 2, 0, 1, false, 1, 1), TreeNode.Leaf(1, 0), TreeNode.Leaf(2, 1)])])));

    [Theory]
    [InlineData("\"left_children\":[1", "\"left_children\":[\"x\"", "trees[0].left_children[0]: a finite number is needed")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[0,", "trees[0]: Node 0")]
    [InlineData("\"left_children\":[1,", "\"left_children\":[1e300,", "trees[0]: Node")]
    [InlineData("\"right_children\":[", "\"right_children\":[7,", "right_children: there are")]
    [InlineData("\"sum_hessian\"", "\"hessian\"", "trees[0].sum_hessian: it is missing")]
    [InlineData("\"split_type\":[0", "\"split_type\":[1", "split_type: categorical")]
    [InlineData("\"base_score\":\"3E-1\"", "\"base_score\":\"2\"", "learner: A base score")]
    [InlineData("\"base_score\":\"3E-1\"", "\"base_score\":null", "base_score: a finite number")]
    [InlineData("\"num_feature\":\"6\",\"num_target\"", "\"num_feature\":\"2\",\"num_target\"", "learner: A tree looks at a feature")]
    [InlineData("\"num_class\":\"0\"", "\"num_class\":\"3\"", "num_class: only models with one output")]
    [InlineData("binary:logistic", "rank:pairwise", "objective.name: 'rank:pairwise'")]
    [InlineData("\"name\":\"gbtree\"", "\"name\":\"dart\"", "gradient_booster.name: only gbtree")]
    [InlineData("{\"learner\"", "{\"other\"", "model.learner: it is missing")]
    [InlineData("{\"learner\"", "[\"learner\"", "not JSON")]
    public void A_malformed_model_names_the_member(string old, string changed, string message)
    {
        var json = TreeGoldenTests.Text("logistic.json");
        var at = json.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);

        var fault = Assert.Throws<ArgumentException>(() => XgboostJsonReader.Read(string.Concat(json.AsSpan(0, at), changed, json.AsSpan(at + old.Length))));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Something_else_than_a_model_is_refused()
    {
        foreach (var json in new[] { "", "null", "[]", "{}", "{\"learner\":3}", "{\"learner\":{\"objective\":[]}}" })
            Assert.Throws<ArgumentException>(() => XgboostJsonReader.Read(json));
    }

    private static TreeData Data(Random random, int count)
    {
        var features = Enumerable.Range(0, count * 4).Select(_ => random.Next(10) == 0 ? double.NaN : random.NextDouble()).ToArray();
        return new(4, features, Enumerable.Range(0, count).Select(i => features[i * 4] + (random.NextDouble() * 0.8) > 0.9 ? 1.0 : 0).ToArray());
    }

    private static double[] RandomRow(Random random, int columns) =>
        [.. Enumerable.Range(0, columns).Select(_ => random.Next(6) == 0 ? double.NaN : random.NextDouble())];

    private static BoostedTrees RandomModel(Random random, int columns, int trees, int depth) => new(
        random.Next(2) == 0 ? TreeObjective.BinaryLogistic : TreeObjective.SquaredError,
        0.25f,
        columns,
        [.. Enumerable.Range(0, trees).Select(_ =>
        {
            var nodes = new List<TreeNode>();
            Grow(random, columns, depth, nodes);
            return new BoostedTree([.. nodes]);
        })]);

    // A random tree whose covers add up; returns its root's index.
    private static int Grow(Random random, int columns, int depth, List<TreeNode> nodes)
    {
        var at = nodes.Count;
        nodes.Add(TreeNode.Leaf((float)(random.NextDouble() - 0.5), random.Next(1, 20)));
        if (depth == 0 || random.Next(5) == 0) return at;
        var (left, right) = (Grow(random, columns, depth - 1, nodes), Grow(random, columns, depth - 1, nodes));
        nodes[at] = new(left, right, random.Next(columns), (float)random.NextDouble(), random.Next(2) == 0, nodes[left].Cover + nodes[right].Cover, 1);
        return at;
    }

    private sealed class Report(Action<double> action) : IProgress<double>
    {
        void IProgress<double>.Report(double value) => action(value);
    }
}

/// <summary>Shapley's formula word for word, over all subsets of features.</summary>
internal static class NaiveShap
{
    public static double[] Of(BoostedTrees model, double[] row)
    {
        var m = row.Length;
        var values = Enumerable.Range(0, 1 << m).Select(set => model.Trees.ToArray().Sum(t => Expected(t, row, set, 0))).ToArray();
        return [.. Enumerable.Range(0, m).Select(j => Enumerable.Range(0, 1 << m).Where(set => (set >> j & 1) == 0).Sum(set =>
        {
            var size = int.PopCount(set);
            return Factorial(size) * Factorial(m - size - 1) / Factorial(m) * (values[set | (1 << j)] - values[set]);
        }))];
    }

    private static double Expected(BoostedTree tree, double[] row, int known, int at)
    {
        var node = tree.Nodes[at];
        if (node.IsLeaf) return node.Value;
        if ((known >> node.Feature & 1) == 1)
        {
            var value = (float)row[node.Feature];
            return Expected(tree, row, known, (float.IsNaN(value) ? node.DefaultLeft : value < node.Value) ? node.Left : node.Right);
        }

        double left = tree.Nodes[node.Left].Cover, right = tree.Nodes[node.Right].Cover;
        return ((left * Expected(tree, row, known, node.Left)) + (right * Expected(tree, row, known, node.Right))) / (left + right);
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}

/// <summary>Every value as a threshold, missing values on either side, the sums taken anew each time.</summary>
internal static class NaiveSplit
{
    public static double BestGain(double[] features, int columns, double[] labels, TreeOptions options)
    {
        var g = labels.Select(y => options.BaseScore - y).ToArray();
        var best = 0.0;
        for (var column = 0; column < columns; column++)
        {
            var values = Enumerable.Range(0, labels.Length).Select(i => features[(i * columns) + column]).ToArray();
            foreach (var threshold in values.Where(v => !double.IsNaN(v)).Append(1e9))
            {
                foreach (var missingLeft in new[] { true, false })
                {
                    var left = Enumerable.Range(0, g.Length).Where(i => double.IsNaN(values[i]) ? missingLeft : values[i] < threshold).ToArray();
                    var (sum, total) = (left.Sum(i => g[i]), g.Sum());
                    if (left.Length < options.MinChildWeight || g.Length - left.Length < options.MinChildWeight) continue;
                    double Score(double s, int n) => s * s / (n + options.Lambda);
                    best = Math.Max(best, Score(sum, left.Length) + Score(total - sum, g.Length - left.Length) - Score(total, g.Length));
                }
            }
        }

        return best;
    }
}
