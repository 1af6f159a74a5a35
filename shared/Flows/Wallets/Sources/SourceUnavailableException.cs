namespace LiquidityRisk.Flows.Wallets.Sources;

/// <summary>A source did not give what was asked for, after all attempts. What was known before stands, with its age.</summary>
/// <param name="source">Which source.</param>
/// <param name="fault">In what way it failed.</param>
/// <param name="message">What happened, for people who run the app; without keys and addresses.</param>
/// <param name="inner">What it was caused by.</param>
public sealed class SourceUnavailableException(SourceName source, SourceFault fault, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Which source.</summary>
    public SourceName From { get; } = source;

    /// <summary>In what way it failed.</summary>
    public SourceFault Fault { get; } = fault;
}

/// <summary>Where facts about wallets come from.</summary>
public enum SourceName
{
    /// <summary>The Graph's subgraphs: positions in protocols.</summary>
    TheGraph,

    /// <summary>CoinGecko: prices, their history, volumes.</summary>
    CoinGecko,

    /// <summary>Alchemy's JSON-RPC: balances.</summary>
    Alchemy,

    /// <summary>Etherscan: the price of gas.</summary>
    Etherscan,

    /// <summary>DefiLlama: what lies in protocols.</summary>
    DefiLlama,

    /// <summary>Alternative.me: the market's mood.</summary>
    AlternativeMe,
}

/// <summary>In what way a source failed.</summary>
public enum SourceFault
{
    /// <summary>It could not be reached, or answered with a server's error.</summary>
    Down,

    /// <summary>It took too long.</summary>
    Slow,

    /// <summary>It refused because it was asked too often.</summary>
    Throttled,

    /// <summary>It refused the app's key.</summary>
    Refused,

    /// <summary>It answered with something that cannot be used: HTML, half an answer, other members, impossible numbers.</summary>
    Unusable,

    /// <summary>It is not set up.</summary>
    NotConfigured,
}
