using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Adapters.Cosmos;

/// <summary>
/// The item as it lies in Cosmos DB: <c>{ id, partition, sort, write, ttl?, head?, body }</c>. Written and read in one pass
/// over UTF-8, so bodies are never serialized twice.
/// </summary>
/// <remarks>
/// <c>sort</c> is "time|id" with the time as ISO 8601 to the millisecond. One string with a fixed-width start orders like
/// (time, id), so range, cursor and order need one plain index instead of a composite one, and no OR in the query.
/// </remarks>
internal static class CosmosEnvelope
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly long LastTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
    private static readonly long FirstTime = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();

    /// <summary>Writes an item; <paramref name="write"/> marks the write, so that its author can recognise it.</summary>
    public static ReadOnlyMemory<byte> Write<T>(
        DocumentKey key, T body, DocumentTags tags, string write, JsonSerializerOptions json)
    {
        var stream = new MemoryStream(capacity: 1_024);
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = json.Encoder, SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteString("id"u8, key.Id);
        writer.WriteString("partition"u8, key.Partition);
        writer.WriteString("sort"u8, Sort(new(tags.At.ToUnixTimeMilliseconds(), key.Id)));
        writer.WriteString("write"u8, write);
        if (DocumentRules.LifetimeSeconds(tags) is { } seconds) writer.WriteNumber("ttl"u8, seconds);
        var before = writer.BytesCommitted + writer.BytesPending;
        if (tags.Head is { } head)
        {
            writer.WritePropertyName("head"u8);
            JsonSerializer.Serialize(writer, head, head.GetType(), json);
        }

        writer.WritePropertyName("body"u8);
        JsonSerializer.Serialize(writer, body, json);
        DocumentRules.CheckSize(key, writer.BytesCommitted + writer.BytesPending - before);
        writer.WriteEndObject();
        writer.Flush();
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }

    /// <summary>A mark that no other write has.</summary>
    public static string NewMark() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    /// <summary>The <c>sort</c> of a position; before and after all times it sorts before and after all items.</summary>
    public static string Sort(ListPosition position)
    {
        if (position.UnixMilliseconds < FirstTime) return "";
        if (position.UnixMilliseconds > LastTime) return "~";
        var time = DateTimeOffset.FromUnixTimeMilliseconds(position.UnixMilliseconds)
            .ToString(TimeFormat, CultureInfo.InvariantCulture);
        return position.Id.Length == 0 ? time : $"{time}|{position.Id}";
    }

    /// <summary>Reads one item.</summary>
    public static StoredDocument<T> Read<T>(ReadOnlySpan<byte> item, JsonSerializerOptions json)
        where T : class
    {
        var reader = new Utf8JsonReader(item);
        reader.Read();
        return ReadItem<T>(ref reader, json);
    }

    /// <summary>Reads the items of one page of a query's answer: <c>{ "Documents": [ … ] }</c>.</summary>
    public static void ReadPage<T>(ReadOnlySpan<byte> page, JsonSerializerOptions json, List<StoredDocument<T>> into)
        where T : class
    {
        var reader = new Utf8JsonReader(page);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = reader.ValueTextEquals("Documents"u8);
            reader.Read();
            if (!isItems) reader.Skip();
            else while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) into.Add(ReadItem<T>(ref reader, json));
        }
    }

    /// <summary>The mark of the write that an item comes from.</summary>
    public static string? ReadMark(ReadOnlySpan<byte> item)
    {
        var reader = new Utf8JsonReader(item);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMark = reader.ValueTextEquals("write"u8);
            reader.Read();
            if (isMark) return reader.GetString();
            reader.Skip();
        }

        return null;
    }

    private static StoredDocument<T> ReadItem<T>(ref Utf8JsonReader reader, JsonSerializerOptions json)
        where T : class
    {
        string? id = null, eTag = null, sort = null;
        T? body = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) id = ReadText(ref reader);
            else if (reader.ValueTextEquals("_etag"u8)) eTag = ReadText(ref reader);
            else if (reader.ValueTextEquals("sort"u8)) sort = ReadText(ref reader);
            else if (reader.ValueTextEquals("body"u8)) body = JsonSerializer.Deserialize<T>(ref reader, json);
            else Skip(ref reader);
        }

        return id is not null && eTag is not null && sort?.Length > 24 && body is not null
            ? new(id, body, eTag, DateTimeOffset.ParseExact(
                sort.AsSpan(0, 24), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
            : throw new JsonException($"The item '{id}' in Cosmos DB was not written by this store.");
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
