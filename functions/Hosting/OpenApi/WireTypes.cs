using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Functions.Hosting.OpenApi;

/// <summary>How types are written as JSON: looked up in the source-generated contexts that the app itself writes with.</summary>
internal static class WireTypes
{
    private static readonly IReadOnlyList<JsonSerializerContext> Contexts =
        [.. new[] { typeof(WireTypes).Assembly, typeof(ContractsJson).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsSubclassOf(typeof(JsonSerializerContext)) && !t.IsAbstract)
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (JsonSerializerContext)t.GetProperty("Default")!.GetValue(null)!)];

    /// <summary>The form of a type in the context that it is part of.</summary>
    /// <exception cref="InvalidOperationException">It is part of none.</exception>
    public static JsonTypeInfo Of(Type type) =>
        Contexts.Select(c => c.GetTypeInfo(type)).FirstOrDefault(t => t is not null)
        ?? throw new InvalidOperationException($"{type.FullName} is in no source-generated JSON context.");

    /// <summary>The same, or null.</summary>
    public static JsonTypeInfo? Find(Type type) => Contexts.Select(c => c.GetTypeInfo(type)).FirstOrDefault(t => t is not null);

    /// <summary>What its converter says about a unit; null when it is none.</summary>
    public static WireFormAttribute? FormOf(Type type) =>
        Find(type)?.Converter.GetType().GetCustomAttributes(typeof(WireFormAttribute), inherit: false).OfType<WireFormAttribute>().FirstOrDefault();

    /// <summary>The JSON type that the converter of a unit writes; null when it is no unit.</summary>
    public static string? KindOf(Type type)
    {
        for (var converter = Find(type)?.Converter.GetType(); converter is not null; converter = converter.BaseType)
        {
            if (!converter.IsGenericType) continue;
            var definition = converter.GetGenericTypeDefinition();
            if (definition == typeof(DecimalUnitConverter<>) || definition == typeof(DoubleUnitConverter<>)) return "number";
            if (definition == typeof(TextUnitConverter<>)) return "string";
        }

        return null;
    }

    /// <summary>The snake-case name of an enum's value.</summary>
    public static string Name(string value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value);
}
