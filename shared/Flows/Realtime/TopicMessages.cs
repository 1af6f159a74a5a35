using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Telemetry;

namespace LiquidityRisk.Flows.Realtime;

/// <summary>Makes the messages of topics.</summary>
public static class TopicMessages
{
    /// <summary>A message for a topic, in the trace that it is made in unless another is named.</summary>
    public static TopicMessage Of<T>(
        string type, string topic, long seq, DateTimeOffset at, T payload, JsonTypeInfo<TopicEnvelope<T>> shape, string? trace = null) =>
        new(topic, JsonSerializer.SerializeToUtf8Bytes(new TopicEnvelope<T>(type, topic, seq, at, payload, null, trace ?? Tracing.Current), shape));
}
