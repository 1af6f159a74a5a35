using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Json;

/// <summary>Reads the elements of a JSON array one after another; anything else than expected is a <see cref="JsonException"/>.</summary>
internal static class JsonArrays
{
    /// <summary>Starts at the array's opening bracket.</summary>
    public static void BeginArray(ref this Utf8JsonReader reader) => Require(reader.TokenType == JsonTokenType.StartArray, "An array is expected.");

    public static void EndArray(ref this Utf8JsonReader reader) =>
        Require(reader.Read() && reader.TokenType == JsonTokenType.EndArray, "The array is too long.");

    public static string NextText(ref this Utf8JsonReader reader)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.String, "A text is expected.");
        return reader.GetString()!;
    }

    public static long NextWhole(ref this Utf8JsonReader reader)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.Number, "A number is expected.");
        return reader.GetInt64();
    }

    public static decimal NextDecimal(ref this Utf8JsonReader reader)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.Number, "A number is expected.");
        return reader.GetDecimal();
    }

    public static bool NextFlag(ref this Utf8JsonReader reader) => reader.NextWhole() != 0;

    public static Guid NextUuid(ref this Utf8JsonReader reader) =>
        Guid.TryParseExact(reader.NextText(), "N", out var id) ? id : throw new JsonException("32 hexadecimal digits are expected.");

    public static CertificateType NextCertificate(ref this Utf8JsonReader reader) =>
        CertificateType.TryParse(reader.NextText(), out var type) ? type : throw new JsonException("EUA or CEA is expected.");

    public static T NextChoice<T>(ref this Utf8JsonReader reader)
        where T : struct, Enum =>
        SnakeCase.TryParse<T>(reader.NextText(), out var value) ? value : throw new JsonException($"One of {SnakeCase.Choices<T>()} is expected.");

    private static void Require(bool met, string otherwise)
    {
        if (!met) throw new JsonException(otherwise);
    }
}
