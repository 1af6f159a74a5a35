using System.Text.Json.Serialization;

namespace LiquidityRisk.Adapters.Wallets.TheGraph;

/// <summary>A question in GraphQL.</summary>
internal sealed record GraphQuestion(string Query, GraphVariables Variables);

/// <summary>What goes with a question.</summary>
/// <param name="Wallets">Addresses in lower case.</param>
/// <param name="After">The id after which entries are wanted; empty from the first.</param>
internal sealed record GraphVariables(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Wallets, string After);

/// <summary>An answer in GraphQL; with errors it is none, even when it has data.</summary>
internal sealed record GraphAnswer<T>(T? Data = default, IReadOnlyList<GraphError>? Errors = null);

/// <summary>What went wrong. The text is not passed on: it can repeat what was asked.</summary>
internal sealed record GraphError(string Message);

/// <summary>Data that say at which block they were read.</summary>
internal interface IGraphData
{
    /// <summary>Which block.</summary>
    GraphMeta Meta { get; }
}

/// <summary>The state of a subgraph.</summary>
internal sealed record GraphMeta(GraphBlock Block, bool HasIndexingErrors);

/// <summary>A block: its number and its time in seconds since 1970.</summary>
internal sealed record GraphBlock(long Number, long? Timestamp = null);

/// <summary>A page of positions.</summary>
internal sealed record PositionsWire([property: JsonPropertyName("_meta")] GraphMeta Meta, IReadOnlyList<PositionWire> Positions) : IGraphData;

/// <summary>What an account has (<c>COLLATERAL</c>, or <c>LENDER</c> in older schemas) or owes (<c>BORROWER</c>) in a market.</summary>
internal sealed record PositionWire(
    string Id, string Side, string Balance, AccountWire Account, MarketWire Market, bool? IsCollateral = null);

/// <summary>An account. <c>_eMode</c> is true from the first time that it chose an efficiency mode, even when it has left it since.</summary>
internal sealed record AccountWire(string Id, [property: JsonPropertyName("_eMode")] bool? EMode = null);

/// <summary>A market; shares are in percent, but the protocol's part of the penalty is a fraction.</summary>
internal sealed record MarketWire(
    string Id,
    [property: JsonPropertyName("maximumLTV")] string MaximumLtv,
    string LiquidationThreshold,
    string LiquidationPenalty,
    [property: JsonPropertyName("inputTokenPriceUSD")] string InputTokenPriceUsd,
    TokenWire InputToken,
    IReadOnlyList<RateWire>? Rates = null,
    [property: JsonPropertyName("_liquidationProtocolFee")] string? LiquidationProtocolFee = null);

/// <summary>A token's contract.</summary>
internal sealed record TokenWire(string Id, string Symbol, int Decimals);

/// <summary>A rate of interest in percent a year.</summary>
internal sealed record RateWire(string Rate, string Side, string Type);

/// <summary>A page of Curve's pools.</summary>
internal sealed record PoolsWire([property: JsonPropertyName("_meta")] GraphMeta Meta, IReadOnlyList<PoolWire> LiquidityPools) : IGraphData;

/// <summary>A pool and the token that its shares are.</summary>
internal sealed record PoolWire(
    string Id, TokenWire? OutputToken = null, [property: JsonPropertyName("outputTokenPriceUSD")] string? OutputTokenPriceUsd = null);
