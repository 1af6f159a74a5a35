using System.Buffers;
using System.Text;
using System.Text.Json;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>A frame from a client that cannot be understood; the message says why.</summary>
internal sealed class BadFrameException(string message) : Exception(message);

/// <summary>Payload of a message: JSON as it is, text and base64-coded binary as JSON strings.</summary>
internal readonly record struct Payload(string DataType, ReadOnlyMemory<byte> Json)
{
    public static Payload OfJson(ReadOnlyMemory<byte> json) => new("json", json);

    public static Payload OfText(string text) => new("text", JsonSerializer.SerializeToUtf8Bytes(text));

    public static Payload OfBytes(byte[] bytes) => new("binary", JsonSerializer.SerializeToUtf8Bytes(bytes));
}

/// <summary>A frame from a client.</summary>
internal sealed record ClientFrame(string Type, string? Group, string? Event, ulong? AckId, bool NoEcho, ulong SequenceId, Payload Data)
{
    /// <summary>Reads a frame.</summary>
    /// <exception cref="BadFrameException">Not JSON, or not of the subprotocol.</exception>
    public static ClientFrame Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var frame = document.RootElement;
            return new ClientFrame(
                Text(frame, "type") ?? throw new BadFrameException("The frame has no type."),
                Text(frame, "group"),
                Text(frame, "event"),
                Number(frame, "ackId"),
                frame.TryGetProperty("noEcho", out var noEcho) && noEcho.ValueKind == JsonValueKind.True,
                Number(frame, "sequenceId") ?? 0,
                ReadData(frame));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new BadFrameException($"The frame is not valid JSON of the subprotocol: {e.Message}");
        }
    }

    public string NeededGroup => Group is { Length: > 0 } ? Group : throw new BadFrameException($"A {Type} frame needs a group.");

    private static Payload ReadData(JsonElement frame)
    {
        if (!frame.TryGetProperty("data", out var data)) return new Payload("json", "null"u8.ToArray());
        var type = Text(frame, "dataType") ?? (data.ValueKind == JsonValueKind.String ? "text" : "json");
        if (type is not ("json" or "text" or "binary")) throw new BadFrameException($"Data type '{type}' is not known.");
        if (type != "json" && data.ValueKind != JsonValueKind.String) throw new BadFrameException($"Data of type {type} must be a string.");
        if (type == "binary") data.GetBytesFromBase64();
        return new Payload(type, Encoding.UTF8.GetBytes(data.GetRawText()));
    }

    private static string? Text(JsonElement frame, string name) => frame.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static ulong? Number(JsonElement frame, string name) =>
        frame.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetUInt64() : null;
}

/// <summary>Frames to clients, as UTF-8 JSON objects.</summary>
internal static class ServerFrame
{
    public static ReadOnlyMemory<byte> Pong { get; } = "{\"type\":\"pong\"}"u8.ToArray();

    public static ReadOnlyMemory<byte> FromGroup(string group, string? fromUserId, Payload payload) => Write(json =>
    {
        json.WriteString("type"u8, "message"u8);
        json.WriteString("from"u8, "group"u8);
        if (fromUserId is not null) json.WriteString("fromUserId"u8, fromUserId);
        json.WriteString("group"u8, group);
        WritePayload(json, payload);
    });

    public static ReadOnlyMemory<byte> FromServer(Payload payload) => Write(json =>
    {
        json.WriteString("type"u8, "message"u8);
        json.WriteString("from"u8, "server"u8);
        WritePayload(json, payload);
    });

    public static ReadOnlyMemory<byte> Connected(string connectionId, string? userId, string? reconnectionToken) => Write(json =>
    {
        json.WriteString("type"u8, "system"u8);
        json.WriteString("event"u8, "connected"u8);
        if (userId is not null) json.WriteString("userId"u8, userId);
        json.WriteString("connectionId"u8, connectionId);
        if (reconnectionToken is not null) json.WriteString("reconnectionToken"u8, reconnectionToken);
    });

    public static ReadOnlyMemory<byte> Disconnected(string reason) => Write(json =>
    {
        json.WriteString("type"u8, "system"u8);
        json.WriteString("event"u8, "disconnected"u8);
        json.WriteString("message"u8, reason);
    });

    /// <summary>Answers a request: error is null, <c>Forbidden</c>, <c>InternalServerError</c> or <c>Duplicate</c>.</summary>
    public static ReadOnlyMemory<byte> Ack(ulong ackId, string? error, string? message) => Write(json =>
    {
        json.WriteString("type"u8, "ack"u8);
        json.WriteNumber("ackId"u8, ackId);
        json.WriteBoolean("success"u8, error is null);
        if (error is null) return;
        json.WriteStartObject("error"u8);
        json.WriteString("name"u8, error);
        json.WriteString("message"u8, message);
        json.WriteEndObject();
    });

    private static void WritePayload(Utf8JsonWriter json, Payload payload)
    {
        json.WriteString("dataType"u8, payload.DataType);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(payload.Json.Span);
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        content(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
