using System.Text.Json;

namespace LiquidityRisk.Adapters;

/// <summary>How documents become JSON in the store; the app supplies its source-generated contexts here.</summary>
/// <param name="Options">The serializer's options; heads are serialized with them, too, by their runtime type.</param>
public sealed record StoreJson(JsonSerializerOptions Options)
{
    /// <summary>snake_case names found by reflection.</summary>
    public static StoreJson Default { get; } = new(
        new JsonSerializerOptions(JsonSerializerDefaults.General) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower });
}
