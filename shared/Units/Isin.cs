using System.Diagnostics.CodeAnalysis;

namespace LiquidityRisk.Units;

/// <summary>
/// An International Securities Identification Number (ISO 6166): two letters for the country, nine letters or digits,
/// one check digit. Upper case. <c>default</c> is not an ISIN; its <see cref="Value"/> is empty.
/// </summary>
/// <remarks>
/// The check digit is not part of the form: feeds carry wrong ones, so <see cref="HasValidCheckDigit"/> is a question
/// and not a condition.
/// </remarks>
public readonly record struct Isin
{
    /// <summary>Number of characters.</summary>
    public const int Length = 12;

    private readonly string? _value;

    private Isin(string value) => _value = value;

    /// <summary>The twelve characters.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether the last digit is the Luhn check digit of the rest (letters counted as 10 to 35).</summary>
    public bool HasValidCheckDigit => _value is not null && CheckDigit(_value.AsSpan(0, Length - 1)) == _value[Length - 1] - '0';

    /// <summary>Reads an ISIN in the ISO 6166 form.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static Isin Parse(string text) =>
        TryParse(text, out var isin)
            ? isin
            : throw new FormatException("An ISIN is two letters, nine letters or digits and a digit, in upper case.");

    /// <summary>Reads an ISIN in the ISO 6166 form; false when the text is not of that form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Isin isin)
    {
        isin = default;
        if (text is not { Length: Length } || !char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1])) return false;
        for (var i = 2; i < Length - 1; i++)
            if (!char.IsAsciiLetterUpper(text[i]) && !char.IsAsciiDigit(text[i])) return false;
        if (!char.IsAsciiDigit(text[Length - 1])) return false;
        isin = new Isin(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static int CheckDigit(ReadOnlySpan<char> body)
    {
        var sum = 0;
        var doubled = true;
        for (var i = body.Length - 1; i >= 0; i--)
        {
            var value = char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10;
            sum += Luhn(value % 10, ref doubled);
            if (value >= 10) sum += Luhn(value / 10, ref doubled);
        }

        return (10 - (sum % 10)) % 10;
    }

    private static int Luhn(int digit, ref bool doubled)
    {
        var value = doubled ? digit * 2 : digit;
        doubled = !doubled;
        return value > 9 ? value - 9 : value;
    }
}
