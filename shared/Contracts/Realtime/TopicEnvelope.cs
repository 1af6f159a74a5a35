using System.Text.Json.Serialization;

namespace LiquidityRisk.Contracts.Realtime;

/// <summary>What subscribers of a topic receive.</summary>
/// <param name="Type">Kind of event, for example <c>liquidity_update</c>.</param>
/// <param name="Topic">The topic, for example <c>lr.CH0012345678</c>.</param>
/// <param name="Seq">Strictly increasing per topic, without gaps, also across restarts. A snapshot carries the last one sent.</param>
/// <param name="Ts">When it was made.</param>
/// <param name="Payload">The news.</param>
/// <param name="Meta">How far to trust it; null where it does not apply.</param>
/// <param name="TraceParent">W3C traceparent of what caused it, for example of the request that sent the market data; left out when unknown.</param>
public sealed record TopicEnvelope<T>(
    string Type,
    string Topic,
    long Seq,
    DateTimeOffset Ts,
    T Payload,
    TopicMeta? Meta,
    [property: JsonPropertyName("traceparent"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceParent = null);

/// <summary>How far to trust a topic's payload.</summary>
/// <param name="DataFreshness">real_time, recent, delayed or stale.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record TopicMeta(string DataFreshness, double Confidence);

/// <summary>An error that concerns one topic.</summary>
/// <param name="Code">Stable name of the reason, for example <c>unknown_topic</c>.</param>
/// <param name="Message">The reason in words.</param>
public sealed record TopicError(string Code, string Message);

/// <summary>Answer of the negotiation: where to connect.</summary>
/// <param name="Url">WebSocket address with an access token.</param>
/// <param name="ExpiresAt">Until when the token opens a connection.</param>
public sealed record NegotiateAnswer(Uri Url, DateTimeOffset ExpiresAt);

/// <summary>Body of the user events <c>subscribe</c> and <c>unsubscribe</c>.</summary>
/// <param name="Topic">One topic.</param>
/// <param name="Topics">Or several, up to 200.</param>
public sealed record TopicRequest(string? Topic, IReadOnlyList<string>? Topics);
