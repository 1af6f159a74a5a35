using System.Diagnostics.CodeAnalysis;

namespace LiquidityRisk.Units;

/// <summary>An ISO 4217 currency code: three upper-case letters. <c>default</c> is no currency; its value is empty.</summary>
public readonly record struct CurrencyCode
{
    private readonly string? _value;

    private CurrencyCode(string value) => _value = value;

    /// <summary>Euros.</summary>
    public static CurrencyCode Eur { get; } = new("EUR");

    /// <summary>The three letters.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a code; false when it is not three upper-case letters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CurrencyCode code)
    {
        code = default;
        if (text is not { Length: 3 } || !text.All(char.IsAsciiLetterUpper)) return false;
        code = new CurrencyCode(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
