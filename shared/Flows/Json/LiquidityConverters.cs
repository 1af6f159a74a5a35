using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Json;

/// <summary><see cref="InputHash"/> as text.</summary>
public sealed class InputHashConverter : JsonConverter<InputHash>
{
    /// <inheritdoc/>
    public override InputHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => InputHash.Parse(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, InputHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>Market makers by account, as an object with the accounts' ids.</summary>
public sealed class MakerNamesConverter : JsonConverter<ImmutableDictionary<AccountId, MakerName>>
{
    /// <inheritdoc/>
    public override ImmutableDictionary<AccountId, MakerName> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, FlowsJson.Default.DictionaryStringMakerName)!
            .ToImmutableDictionary(p => new AccountId(Guid.ParseExact(p.Key, "N")), p => p.Value);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableDictionary<AccountId, MakerName> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            writer, value.ToDictionary(p => p.Key.Value.ToString("N"), p => p.Value, StringComparer.Ordinal), FlowsJson.Default.DictionaryStringMakerName);
}

/// <summary>Suggestions are for whoever looks at a plan that cannot be carried out; such plans are not stored.</summary>
public sealed class NoActionsConverter : JsonConverter<ImmutableArray<SuggestedAction>>
{
    /// <inheritdoc/>
    public override ImmutableArray<SuggestedAction> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return [];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ImmutableArray<SuggestedAction> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteEndArray();
    }
}
