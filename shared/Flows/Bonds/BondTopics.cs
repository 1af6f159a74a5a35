using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Names of the topics of a bond.</summary>
public static class BondTopics
{
    private const string Prefix = "lr.";
    private const string LiquiditySuffix = ".liquidity";

    /// <summary>All news of a bond.</summary>
    public static string Main(Isin isin) => Prefix + isin.Value;

    /// <summary>News of its liquidity only.</summary>
    public static string Liquidity(Isin isin) => Prefix + isin.Value + LiquiditySuffix;

    /// <summary>Reads a topic name; false when it is not one of a bond.</summary>
    public static bool TryParse(string? topic, out Isin isin)
    {
        isin = default;
        if (topic is null || !topic.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var rest = topic[Prefix.Length..];
        if (rest.EndsWith(LiquiditySuffix, StringComparison.Ordinal)) rest = rest[..^LiquiditySuffix.Length];
        return Isin.TryParse(rest, out isin);
    }
}
