using LiquidityRisk.Contracts;

namespace LiquidityRisk.Flows.Explanations;

/// <summary>What explanations of figures have in common.</summary>
public static class Explanation
{
    /// <summary>More is better.</summary>
    public const string Good = "high_is_good";

    /// <summary>More is worse.</summary>
    public const string Bad = "high_is_bad";

    /// <summary>Neither.</summary>
    public const string Neither = "neither";

    /// <summary>The figure with an id, in a tree; null when it is not there.</summary>
    public static ExplanationAnswer? Find(this ExplanationAnswer tree, string id) => string.Equals(tree.Id, id, StringComparison.Ordinal)
        ? tree
        : tree.Inputs.Select(i => i.Find(id)).FirstOrDefault(found => found is not null);
}
