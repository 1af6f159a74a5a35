using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Json;

// Units on the wire: numbers as numbers, identifiers as strings. What a unit refuses becomes a JsonException, whose path
// the serializer fills in, so that the error names the field.

/// <summary>A unit written as a decimal number.</summary>
public abstract class DecimalUnitConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var value))
            throw new JsonException("A number in the range of a decimal is expected.");
        return Refusal.Named(value, Create);
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Number(value));

    /// <summary>Makes the unit.</summary>
    protected abstract T Create(decimal value);

    /// <summary>Its number.</summary>
    protected abstract decimal Number(T value);
}

/// <summary>A unit written as a floating-point number.</summary>
public abstract class DoubleUnitConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var value))
            throw new JsonException("A number is expected.");
        return Refusal.Named(value, Create);
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Number(value));

    /// <summary>Makes the unit.</summary>
    protected abstract T Create(double value);

    /// <summary>Its number.</summary>
    protected abstract double Number(T value);
}

/// <summary>A unit written as a string.</summary>
public abstract class TextUnitConverter<T>(string expected) : JsonConverter<T>
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryCreate(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"{expected} is expected.");

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value!.ToString());

    /// <summary>Makes the unit; false when the text is not one.</summary>
    protected abstract bool TryCreate(string? text, out T value);
}

/// <summary><see cref="BondPrice"/> as percent of face.</summary>
[WireForm("100.25", ExclusiveMinimum = 0, Maximum = 1_000)]
public sealed class BondPriceConverter : DecimalUnitConverter<BondPrice>
{
    /// <inheritdoc/>
    protected override BondPrice Create(decimal value) => new(value);

    /// <inheritdoc/>
    protected override decimal Number(BondPrice value) => value.PercentOfFace;
}

/// <summary><see cref="FaceAmount"/> as currency units.</summary>
[WireForm("1000000", Minimum = 0, Maximum = 1e15)]
public sealed class FaceAmountConverter : DecimalUnitConverter<FaceAmount>
{
    /// <inheritdoc/>
    protected override FaceAmount Create(decimal value) => new(value);

    /// <inheritdoc/>
    protected override decimal Number(FaceAmount value) => value.Value;
}

/// <summary><see cref="BasisPoints"/> as basis points.</summary>
[WireForm("25")]
public sealed class BasisPointsConverter : DoubleUnitConverter<BasisPoints>
{
    /// <inheritdoc/>
    protected override BasisPoints Create(double value) => new(value);

    /// <inheritdoc/>
    protected override double Number(BasisPoints value) => value.Value;
}

/// <summary><see cref="Score"/> as 0 to 100.</summary>
[WireForm("72.5", Minimum = 0, Maximum = 100)]
public sealed class ScoreConverter : DoubleUnitConverter<Score>
{
    /// <inheritdoc/>
    protected override Score Create(double value) => new(value);

    /// <inheritdoc/>
    protected override double Number(Score value) => value.Value;
}

/// <summary><see cref="Probability"/> as 0 to 1.</summary>
[WireForm("0.95", Minimum = 0, Maximum = 1)]
public sealed class ProbabilityConverter : DoubleUnitConverter<Probability>
{
    /// <inheritdoc/>
    protected override Probability Create(double value) => new(value);

    /// <inheritdoc/>
    protected override double Number(Probability value) => value.Value;
}

/// <summary><see cref="Weight"/> as 0 to 1.</summary>
[WireForm("0.3", Minimum = 0, Maximum = 1)]
public sealed class WeightConverter : DoubleUnitConverter<Weight>
{
    /// <inheritdoc/>
    protected override Weight Create(double value) => new(value);

    /// <inheritdoc/>
    protected override double Number(Weight value) => value.Value;
}

/// <summary><see cref="Isin"/> as its twelve characters.</summary>
[WireForm("US0378331005", Pattern = "^[A-Z]{2}[A-Z0-9]{9}[0-9]$")]
public sealed class IsinConverter() : TextUnitConverter<Isin>("An ISIN (two letters, nine letters or digits, a digit)")
{
    /// <inheritdoc/>
    protected override bool TryCreate(string? text, out Isin value) => Isin.TryParse(text, out value);
}

/// <summary><see cref="CurrencyCode"/> as its three letters.</summary>
[WireForm("USD", Pattern = "^[A-Z]{3}$")]
public sealed class CurrencyCodeConverter() : TextUnitConverter<CurrencyCode>("A currency code of three upper-case letters")
{
    /// <inheritdoc/>
    protected override bool TryCreate(string? text, out CurrencyCode value) => CurrencyCode.TryParse(text, out value);
}

/// <summary><see cref="CreditRating"/> as its letters.</summary>
[WireForm("AA-", Pattern = "^(AAA|AA[+-]?|A[+-]?|BBB[+-]?|BB[+-]?|B[+-]?|CCC[+-]?|CC|C|D|NR)$")]
public sealed class CreditRatingConverter() : TextUnitConverter<CreditRating>("A rating AAA to D with + and -, or NR")
{
    /// <inheritdoc/>
    protected override bool TryCreate(string? text, out CreditRating value) => CreditRating.TryParse(text, out value);
}

/// <summary><see cref="CertificateType"/> as its three letters.</summary>
[WireForm("EUA", Pattern = "^(EUA|CEA)$")]
public sealed class CertificateTypeConverter() : TextUnitConverter<CertificateType>("EUA or CEA")
{
    /// <inheritdoc/>
    protected override bool TryCreate(string? text, out CertificateType value) => CertificateType.TryParse(text, out value);
}

/// <summary>Turns what a unit refuses into what the serializer reports.</summary>
public static class Refusal
{
    /// <summary>Makes a unit; a number out of range becomes a <see cref="JsonException"/>.</summary>
    public static T Named<TNumber, T>(TNumber value, Func<TNumber, T> create)
    {
        try
        {
            return create(value);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new JsonException(e.Message.Split(" (Parameter", 2)[0], e);
        }
    }
}
