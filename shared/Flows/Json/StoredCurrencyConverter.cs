using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Json;

/// <summary>A currency as documents keep it: as on the wire, and empty for an amount whose currency is not known.</summary>
public sealed class StoredCurrencyConverter : JsonConverter<CurrencyCode>
{
    private readonly CurrencyCodeConverter _wire = new();

    /// <inheritdoc/>
    public override CurrencyCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("") ? default : _wire.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CurrencyCode value, JsonSerializerOptions options) => _wire.Write(writer, value, options);
}
