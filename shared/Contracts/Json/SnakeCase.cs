using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiquidityRisk.Contracts.Json;

/// <summary>Enum values as they are written on the wire: <c>RealTime</c> is <c>real_time</c>.</summary>
public static class SnakeCase
{
    /// <summary>The wire form of an enum value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ToWire[value];

    /// <summary>The enum value of a wire form; false when there is none.</summary>
    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text is not null && Names<T>.FromWire.TryGetValue(text, out value);
    }

    /// <summary>All wire forms, for error messages.</summary>
    public static string Choices<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ToWire =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

        public static readonly FrozenDictionary<string, T> FromWire =
            ToWire.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}

/// <summary>Writes enums in snake case and refuses unknown values and numbers.</summary>
public sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
