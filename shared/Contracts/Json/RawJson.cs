using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiquidityRisk.Contracts.Json;

/// <summary>A piece of JSON that is already written and goes into a larger document as it is.</summary>
/// <param name="Utf8">Well-formed UTF-8 JSON.</param>
[JsonConverter(typeof(RawJsonConverter))]
public readonly record struct RawJson(ReadOnlyMemory<byte> Utf8);

/// <summary>Writes the piece unchanged and reads one value back as it stands.</summary>
public sealed class RawJsonConverter : JsonConverter<RawJson>
{
    /// <inheritdoc/>
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return new RawJson(JsonSerializer.SerializeToUtf8Bytes(value.RootElement, ContractsJson.Default.JsonElement));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
