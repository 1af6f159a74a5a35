using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LiquidityRisk.Flows.Json;

/// <summary>
/// Writes an immutable object's JSON once and copies it from then on: parts of a document that seldom change are saved with every
/// tick of their bond.
/// </summary>
/// <param name="shape">How the object is written and read. It must not use this converter itself.</param>
public abstract class WrittenOnce<T>(Func<JsonTypeInfo<T>> shape) : JsonConverter<T>
    where T : class
{
    private readonly ConditionalWeakTable<T, byte[]> _written = [];

    /// <inheritdoc/>
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, shape());

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (!_written.TryGetValue(value, out var json))
        {
            json = JsonSerializer.SerializeToUtf8Bytes(value, shape());
            _written.AddOrUpdate(value, json);
        }

        writer.WriteRawValue(json, skipInputValidation: true);
    }
}
