using System.Text.Json.Nodes;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>Values to try, made from a schema: its own examples, else the plainest value that it allows.</summary>
internal sealed class Examples(JsonObject document)
{
    private const int Deepest = 6;

    /// <summary>A value of a schema; null where null is the plainest.</summary>
    public JsonNode? Of(JsonNode? schema) => Of(schema, 0);

    private JsonNode? Of(JsonNode? node, int depth)
    {
        if (node is not JsonObject schema || depth > Deepest) return null;
        if (schema["$ref"] is { } reference) return Of(Resolve(reference.GetValue<string>()), depth);
        if (schema["examples"] is JsonArray { Count: > 0 } examples) return examples[0]?.DeepClone();
        if (schema["default"] is { } fallback) return fallback.DeepClone();
        if (schema["enum"] is JsonArray { Count: > 0 } values) return values[0]?.DeepClone();
        if (schema["anyOf"] is JsonArray { Count: > 0 } choices) return Of(choices[0], depth);
        return KindOf(schema) switch
        {
            "object" when schema["properties"] is JsonObject properties =>
                new JsonObject(properties.Select(p => KeyValuePair.Create(p.Key, Of(p.Value, depth + 1)))),
            "object" => new JsonObject(),
            "array" => new JsonArray(Of(schema["items"], depth + 1)),
            "string" => schema["format"]?.GetValue<string>() switch
            {
                "date-time" => "2026-01-05T09:00:00Z",
                "date" => "2030-06-30",
                _ => "text",
            },
            "integer" => (int)(schema["minimum"]?.GetValue<double>() ?? 1),
            "number" => schema["minimum"]?.GetValue<double>() ?? 1,
            "boolean" => true,
            _ => null,
        };
    }

    /// <summary>What a reference points at.</summary>
    public JsonNode? Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, name) => node?[name]);

    private static string? KindOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several[0]!.GetValue<string>(),
        JsonValue one => one.GetValue<string>(),
        _ => null,
    };
}
