using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LiquidityRisk.Units;

/// <summary>
/// An Ethereum account: 20 bytes, written <c>0x</c> and 40 hexadecimal digits. Letters in both cases carry a checksum (EIP-55), which must
/// then be right; all in one case carry none. Two addresses are equal whatever their letters' case. <c>default</c> is no address.
/// </summary>
public readonly record struct WalletAddress : IComparable<WalletAddress>
{
    private const int Digits = 40;

    private readonly string? _value;

    private WalletAddress(string lower) => _value = lower;

    /// <summary>In lower case, as stores and subgraphs name it; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads an address; false, with the reason, for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out WalletAddress address, out WalletAddressFault fault)
    {
        address = default;
        fault = WalletAddressFault.Malformed;
        if (text is not { Length: Digits + 2 } || !text.StartsWith("0x", StringComparison.Ordinal)) return false;
        var digits = text.AsSpan(2);
        foreach (var digit in digits)
            if (!char.IsAsciiHexDigit(digit)) return false;
        var lower = string.Create(Digits + 2, text, static (to, from) => from.AsSpan().ToLowerInvariant(to));
        var hasChecksum = digits.IndexOfAnyInRange('a', 'f') >= 0 && digits.IndexOfAnyInRange('A', 'F') >= 0;
        if (hasChecksum && !string.Equals(Checksummed(lower), text, StringComparison.Ordinal))
        {
            fault = WalletAddressFault.WrongChecksum;
            return false;
        }

        fault = WalletAddressFault.None;
        address = new WalletAddress(lower);
        return true;
    }

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It is none, or its checksum is wrong.</exception>
    public static WalletAddress Parse(string text) => TryParse(text, out var address, out var fault)
        ? address
        : throw new FormatException(Explain(fault));

    /// <summary>What is wrong, in words.</summary>
    public static string Explain(WalletAddressFault fault) => fault == WalletAddressFault.WrongChecksum
        ? "The letters' case does not match the address (EIP-55): a digit was changed or mistyped."
        : "A wallet address is 0x and 40 hexadecimal digits.";

    /// <summary>The 20 bytes.</summary>
    public byte[] ToBytes() => Convert.FromHexString(Value.AsSpan(2));

    /// <summary>The address of 20 bytes.</summary>
    /// <exception cref="ArgumentException">Not 20 bytes.</exception>
    public static WalletAddress FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Digits / 2
        ? new WalletAddress("0x" + Convert.ToHexStringLower(bytes))
        : throw new ArgumentException("An address has 20 bytes.", nameof(bytes));

    /// <inheritdoc/>
    public int CompareTo(WalletAddress other) => string.CompareOrdinal(_value, other._value);

    /// <summary>With its checksum, as people read it; empty for <c>default</c>.</summary>
    public override string ToString() => _value is null ? "" : Checksummed(_value);

    // A letter is upper case where the hash of the lower-case digits has 8 or more.
    private static string Checksummed(string lower)
    {
        var hash = Keccak256.Of(Encoding.ASCII.GetBytes(lower[2..]));
        return string.Create(lower.Length, (lower, hash), static (text, from) =>
        {
            from.lower.CopyTo(text);
            for (var i = 0; i < Digits; i++)
            {
                var nibble = (i % 2 == 0 ? from.hash[i / 2] >> 4 : from.hash[i / 2]) & 0xF;
                if (nibble >= 8) text[i + 2] = char.ToUpperInvariant(text[i + 2]);
            }
        });
    }
}

/// <summary>Why a text is no wallet address.</summary>
public enum WalletAddressFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It is not <c>0x</c> and 40 hexadecimal digits.</summary>
    Malformed,

    /// <summary>Its letters' case contradicts its digits.</summary>
    WrongChecksum,
}
