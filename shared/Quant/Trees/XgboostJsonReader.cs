using System.Globalization;
using System.Text.Json;

namespace LiquidityRisk.Quant.Trees;

/// <summary>
/// Reads a model that XGBoost 1.x saved as JSON.
/// <code>
/// learner.objective.name                                  binary:logistic or reg:squarederror
/// learner.learner_model_param.base_score, num_feature     as text
/// learner.gradient_booster.name                           gbtree
/// learner.gradient_booster.model.trees[k]                 left_children, right_children, split_indices, split_conditions, default_left,
///                                                         sum_hessian, loss_changes: one number per node
/// </code>
/// base_score is a probability for binary:logistic. A node whose left child is −1 is a leaf, and its split condition the leaf's value.
/// Models with categorical forks, several classes or targets are refused. Source: XGBoost 1.7 documentation, Introduction to Model IO, and its schema.
/// </summary>
public static class XgboostJsonReader
{
    /// <summary>The model in a text.</summary>
    /// <param name="json">What XGBoost saved.</param>
    /// <exception cref="ArgumentException">Not such a model; the message names the member.</exception>
    public static BoostedTrees Read(string json) => Read(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>The model in UTF-8 text.</summary>
    /// <inheritdoc cref="Read(string)" path="/param"/>
    /// <inheritdoc cref="Read(string)" path="/exception"/>
    public static BoostedTrees Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Model(new(document.RootElement, "model"));
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The model is not JSON: {e.Message}", nameof(json), e);
        }
        catch (FormatException e)
        {
            throw new ArgumentException(e.Message, nameof(json), e);
        }
    }

    private static BoostedTrees Model(Member root)
    {
        var learner = root["learner"];
        var objective = learner["objective"]["name"].Text() switch
        {
            "binary:logistic" => TreeObjective.BinaryLogistic,
            "reg:squarederror" => TreeObjective.SquaredError,
            var other => throw learner["objective"]["name"].Fault($"'{other}' is neither binary:logistic nor reg:squarederror"),
        };
        var parameters = learner["learner_model_param"];
        foreach (var name in new[] { "num_class", "num_target" })
            if (parameters.Has(name) && parameters[name].Number() > 1) throw parameters[name].Fault("only models with one output are read");
        var booster = learner["gradient_booster"];
        if (booster["name"].Text() != "gbtree") throw booster["name"].Fault("only gbtree is read");

        var list = booster["model"]["trees"];
        var trees = list.Items().Select(Tree).ToList();
        var (score, features) = (parameters["base_score"], parameters["num_feature"]);
        var names = learner.Has("feature_names") ? learner["feature_names"].Items().Select(n => n.Text()).ToList() : [];
        try
        {
            return new BoostedTrees(objective, (float)score.Number(), (int)features.Number(), trees, names);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw learner.Fault(e.Message);
        }
    }

    private static BoostedTree Tree(Member tree)
    {
        var left = tree["left_children"].Numbers(-1);
        var (right, features) = (tree["right_children"].Numbers(left.Length), tree["split_indices"].Numbers(left.Length));
        var (conditions, missing) = (tree["split_conditions"].Numbers(left.Length), tree["default_left"].Numbers(left.Length));
        var (covers, gains) = (tree["sum_hessian"].Numbers(left.Length), tree["loss_changes"].Numbers(left.Length));
        if (tree.Has("split_type") && tree["split_type"].Numbers(left.Length).Any(t => t != 0))
            throw tree["split_type"].Fault("categorical forks are not read");
        var nodes = new TreeNode[left.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = left[i] == -1
                ? TreeNode.Leaf((float)conditions[i], (float)covers[i])
                : new(Whole(left[i]), Whole(right[i]), Whole(features[i]), (float)conditions[i], missing[i] != 0, (float)covers[i], (float)gains[i]);
        }

        try
        {
            return new BoostedTree(nodes);
        }
        catch (ArgumentException e)
        {
            throw tree.Fault(e.Message);
        }
    }

    // What is no index becomes one that no tree has.
    private static int Whole(double value) => value is >= 0 and < int.MaxValue && value == Math.Floor(value) ? (int)value : int.MaxValue;

    private readonly record struct Member(JsonElement Element, string Path)
    {
        public Member this[string name] =>
            Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var found)
                ? new(found, $"{Path}.{name}")
                : throw new Member(default, $"{Path}.{name}").Fault("it is missing");

        public bool Has(string name) => Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out _);

        public FormatException Fault(string why) => new($"{Path}: {why}.");

        public string Text() => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Fault("a text is needed");

        public double Number()
        {
            double? number = Element.ValueKind switch
            {
                JsonValueKind.Number when Element.TryGetDouble(out var value) => value,
                JsonValueKind.True => 1,
                JsonValueKind.False => 0,
                JsonValueKind.String when double.TryParse(Element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
                _ => null,
            };
            return number is { } n && double.IsFinite(n) ? n : throw Fault("a finite number is needed");
        }

        public IEnumerable<Member> Items()
        {
            if (Element.ValueKind != JsonValueKind.Array) throw Fault("an array is needed");
            var path = Path;
            return Element.EnumerateArray().Select((item, i) => new Member(item, $"{path}[{i}]"));
        }

        public double[] Numbers(int count)
        {
            var numbers = Items().Select(item => item.Number()).ToArray();
            return count < 0 || numbers.Length == count ? numbers : throw Fault($"there are {count} nodes, but {numbers.Length} numbers");
        }
    }
}
