using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Names of the topics of a bond, and the groups of connections that receive them.</summary>
public static class BondTopics
{
    private const string Prefix = "lr.";

    /// <summary>All news of a bond.</summary>
    public static string Main(Isin isin) => Prefix + isin.Value;

    /// <summary>The news of one part only.</summary>
    public static string Of(Isin isin, BondTopic topic) => topic switch
    {
        BondTopic.Alerts => Main(isin) + ".alerts",
        BondTopic.Liquidity => Main(isin) + ".liquidity",
        BondTopic.Exit => Main(isin) + ".exit",
        _ => Main(isin),
    };

    /// <summary>The group of a topic for news that differ by audience. News that are the same for all go to the topic's own name.</summary>
    public static string Group(string topic, Audience audience) => topic + (audience == Audience.Retail ? "~retail" : "~professional");

    /// <summary>Reads a topic name; false when it is not one of a bond.</summary>
    public static bool TryParse(string? text, out Isin isin, out BondTopic topic)
    {
        (isin, topic) = (default, BondTopic.All);
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var parts = text[Prefix.Length..].Split('.');
        BondTopic? named = parts switch
        {
            [_] => BondTopic.All,
            [_, "alerts"] => BondTopic.Alerts,
            [_, "liquidity"] => BondTopic.Liquidity,
            [_, "exit"] => BondTopic.Exit,
            _ => null,
        };
        topic = named ?? BondTopic.All;
        return named is not null && Isin.TryParse(parts[0], out isin);
    }
}

/// <summary>What a topic tells of.</summary>
public enum BondTopic
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>Alerts.</summary>
    Alerts,

    /// <summary>Liquidity.</summary>
    Liquidity,

    /// <summary>Ways out.</summary>
    Exit,
}
