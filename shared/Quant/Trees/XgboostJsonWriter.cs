using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiquidityRisk.Quant.Trees;

/// <summary>
/// Writes a model as JSON that XGBoost 1.7 loads: the members that <see cref="XgboostJsonReader"/> names, and those that XGBoost insists on
/// (parents, base_weights, empty categories). Floats are written with the digits that give them back exactly,
/// and always with a point or an exponent. A fork's base weight is the
/// cover-weighted mean of its leaves. Source: XGBoost 1.7 documentation, Introduction to Model IO, and its schema.
/// </summary>
public static class XgboostJsonWriter
{
    /// <summary>The model as text.</summary>
    /// <param name="model">Any model.</param>
    /// <exception cref="ArithmeticException">A fork, or one of its sides, has no cover.</exception>
    public static string Write(BoostedTrees model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("learner");
            json.WriteStartObject("attributes");
            json.WriteEndObject();
            Array(json, "feature_names", model.FeatureNames.Count, i => json.WriteStringValue(model.FeatureNames[i]));
            Array(json, "feature_types", 0, _ => { });
            Booster(json, model);
            Texts(json, "learner_model_param", ("base_score", Text(model.BaseScore)), ("boost_from_average", "1"), ("num_class", "0"), ("num_feature", Text(model.FeatureCount)), ("num_target", "1"));
            json.WriteStartObject("objective");
            json.WriteString("name", model.Objective == TreeObjective.BinaryLogistic ? "binary:logistic" : "reg:squarederror");
            Texts(json, "reg_loss_param", ("scale_pos_weight", "1"));
            json.WriteEndObject();
            json.WriteEndObject();
            Array(json, "version", 3, i => json.WriteNumberValue(i == 0 ? 1 : i == 1 ? 7 : 4));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Booster(Utf8JsonWriter json, BoostedTrees model)
    {
        var count = model.Trees.Length;
        json.WriteStartObject("gradient_booster");
        json.WriteStartObject("model");
        Texts(json, "gbtree_model_param", ("num_parallel_tree", "1"), ("num_trees", Text(count)), ("size_leaf_vector", "0"));
        Array(json, "tree_info", count, _ => json.WriteNumberValue(0));
        json.WriteStartArray("trees");
        for (var i = 0; i < count; i++) Tree(json, model.Trees[i], i, model.FeatureCount);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("name", "gbtree");
        json.WriteEndObject();
    }

    private static void Tree(Utf8JsonWriter json, BoostedTree tree, int id, int features)
    {
        var nodes = tree.Nodes.ToArray();
        var (means, parents) = (TreeMeans.Of(tree), new int[nodes.Length]);
        System.Array.Fill(parents, int.MaxValue);
        for (var i = 0; i < nodes.Length; i++)
            if (!nodes[i].IsLeaf) (parents[nodes[i].Left], parents[nodes[i].Right]) = (i, i);

        json.WriteStartObject();
        Array(json, "base_weights", nodes.Length, i => Float(json, (float)means[i]));
        foreach (var name in new[] { "categories", "categories_nodes", "categories_segments", "categories_sizes" }) Array(json, name, 0, _ => { });
        Array(json, "default_left", nodes.Length, i => json.WriteNumberValue(nodes[i].DefaultLeft ? 1 : 0));
        json.WriteNumber("id", id);
        Array(json, "left_children", nodes.Length, i => json.WriteNumberValue(nodes[i].Left));
        Array(json, "loss_changes", nodes.Length, i => Float(json, nodes[i].Gain));
        Array(json, "parents", nodes.Length, i => json.WriteNumberValue(parents[i]));
        Array(json, "right_children", nodes.Length, i => json.WriteNumberValue(nodes[i].Right));
        Array(json, "split_conditions", nodes.Length, i => Float(json, nodes[i].Value));
        Array(json, "split_indices", nodes.Length, i => json.WriteNumberValue(nodes[i].Feature));
        Array(json, "split_type", nodes.Length, _ => json.WriteNumberValue(0));
        Array(json, "sum_hessian", nodes.Length, i => Float(json, nodes[i].Cover));
        Texts(json, "tree_param", ("num_deleted", "0"), ("num_feature", Text(features)), ("num_nodes", Text(nodes.Length)), ("size_leaf_vector", "0"));
        json.WriteEndObject();
    }

    private static void Array(Utf8JsonWriter json, string name, int count, Action<int> write)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < count; i++) write(i);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, params ReadOnlySpan<(string Name, string Value)> members)
    {
        json.WriteStartObject(name);
        foreach (var (member, value) in members) json.WriteString(member, value);
        json.WriteEndObject();
    }

    // XGBoost takes a number without point or exponent for a whole one and refuses it where a float belongs.
    private static void Float(Utf8JsonWriter json, float value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
