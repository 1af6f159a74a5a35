using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiquidityRisk.Contracts.Json;

/// <summary>Writes every enum in snake case and refuses unknown values and numbers: <see cref="SnakeCaseEnumConverter{T}"/> for all.</summary>
public sealed class SnakeCaseEnums : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var one = (JsonConverterFactory)Activator.CreateInstance(typeof(SnakeCaseEnumConverter<>).MakeGenericType(typeToConvert))!;
        return one.CreateConverter(typeToConvert, options);
    }
}
