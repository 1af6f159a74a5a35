using System.Diagnostics.CodeAnalysis;

namespace LiquidityRisk.Units;

/// <summary>
/// A token as its contract calls it: <c>wstETH</c>, <c>USDC</c>, <c>USD₮0</c>. 1 to 32 characters, none of them blank or a control
/// character; case matters. <c>default</c> is no token.
/// </summary>
public readonly record struct TokenSymbol : IComparable<TokenSymbol>
{
    /// <summary>Longest symbol, in UTF-16 characters.</summary>
    public const int MaxLength = 32;

    private readonly string? _value;

    private TokenSymbol(string value) => _value = value;

    /// <summary>Ether itself.</summary>
    public static TokenSymbol Eth { get; } = new("ETH");

    /// <summary>The symbol; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a symbol; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TokenSymbol symbol)
    {
        symbol = default;
        if (text is not { Length: >= 1 and <= MaxLength }) return false;
        foreach (var c in text)
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c)) return false;
        symbol = new TokenSymbol(text);
        return true;
    }

    /// <summary>Reads a symbol.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TokenSymbol Parse(string text) => TryParse(text, out var symbol)
        ? symbol
        : throw new FormatException("A token symbol has 1 to 32 characters without blanks.");

    /// <inheritdoc/>
    public int CompareTo(TokenSymbol other) => string.CompareOrdinal(_value, other._value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
