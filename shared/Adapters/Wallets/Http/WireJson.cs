using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiquidityRisk.Adapters.Wallets.Http;

/// <summary>Reads a whole answer. The serializer refuses an absent or null member that is not optional, but not a null in a list; this does.</summary>
internal static class WireJson
{
    /// <summary>The answer, which is not null and has no null in any list.</summary>
    /// <exception cref="JsonException">It is not JSON, or not of that shape.</exception>
    public static T Read<T>(byte[] body, JsonTypeInfo<T> type)
    {
        RefuseNullsInLists(body);
        return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("The answer is null.");
    }

    private static void RefuseNullsInLists(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var lists = 0UL; // one bit for each of the at most 64 levels: whether it is a list
        while (reader.Read())
        {
            var level = 1UL << reader.CurrentDepth;
            if (reader.TokenType == JsonTokenType.StartArray) lists |= level;
            else if (reader.TokenType == JsonTokenType.StartObject) lists &= ~level;
            else if (reader is { TokenType: JsonTokenType.Null, CurrentDepth: > 0 } && (lists & (level >> 1)) != 0) throw new JsonException("A list holds a null.");
        }
    }
}
