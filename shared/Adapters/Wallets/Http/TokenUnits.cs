using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace LiquidityRisk.Adapters.Wallets.Http;

/// <summary>Exact numbers out of the texts in which chains and subgraphs write them.</summary>
internal static class TokenUnits
{
    private const int MaxDecimals = 28;

    private static readonly BigInteger LargestMantissa = (BigInteger.One << 96) - 1;

    /// <summary>Whole tokens of a number of smallest units, exactly; null when a decimal cannot hold it.</summary>
    /// <param name="units">Smallest units, not negative.</param>
    /// <param name="decimals">Decimal places of the token, 0 to 255 as in its contract.</param>
    public static decimal? Whole(BigInteger units, int decimals)
    {
        while (decimals > 0 && (units > LargestMantissa || decimals > MaxDecimals))
        {
            var tenth = BigInteger.DivRem(units, 10, out var digit);
            if (!digit.IsZero) return null;
            (units, decimals) = (tenth, decimals - 1);
        }

        if (units > LargestMantissa || units.Sign < 0) return null;
        var value = (decimal)units;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return new decimal(bits[0], bits[1], bits[2], isNegative: false, (byte)decimals);
    }

    /// <summary>Reads a quantity of JSON-RPC: <c>0x</c> and 1 to 64 hexadecimal digits.</summary>
    public static bool TryHex([NotNullWhen(true)] string? text, out BigInteger value)
    {
        value = default;
        return text is { Length: > 2 and <= 66 } && text.StartsWith("0x", StringComparison.Ordinal)
            && BigInteger.TryParse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a whole number in decimal digits, with or without a minus.</summary>
    public static bool TryWhole(string text, out BigInteger value)
    {
        value = default;
        return text.Length <= 80 && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a plain number; a subgraph's may have more digits than a decimal, which are then rounded.</summary>
    public static bool TryNumber([NotNullWhen(true)] string? text, out decimal value)
    {
        value = default;
        return text is { Length: > 0 and <= 80 } && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
    }
}
