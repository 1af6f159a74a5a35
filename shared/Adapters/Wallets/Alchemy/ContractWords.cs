using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.Alchemy;

/// <summary>
/// What goes into a contract's call and what comes out, in words of 32 bytes. Source: docs.soliditylang.org, Contract ABI Specification.
/// </summary>
internal static class ContractWords
{
    private const int DigitsPerWord = 64;
    private const int MostItems = 1_024;

    /// <summary>The data of a call: the first four bytes of its signature's hash, then its arguments.</summary>
    public static string Call(string signature, params ReadOnlySpan<BigInteger> arguments)
    {
        var data = new StringBuilder("0x").Append(Convert.ToHexStringLower(Keccak256.Of(Encoding.ASCII.GetBytes(signature)).AsSpan(0, 4)));
        foreach (var argument in arguments) data.Append(argument.ToString("x64", CultureInfo.InvariantCulture)[^DigitsPerWord..]);
        return data.ToString();
    }

    /// <summary>An address as an argument.</summary>
    public static BigInteger Number(WalletAddress address) => new(address.ToBytes(), isUnsigned: true, isBigEndian: true);

    /// <summary>Splits a result into its words.</summary>
    /// <exception cref="AttemptFailedException">It is not made of words.</exception>
    public static IReadOnlyList<string> Split(JsonElement result)
    {
        if (result.ValueKind != JsonValueKind.String || result.GetString() is not ['0', 'x', .. { Length: > 0 } digits] || digits.Length % DigitsPerWord != 0)
            throw AttemptFailedException.Unusable("a contract's answer is not made of words");
        return [.. digits.Chunk(DigitsPerWord).Select(w => new string(w))];
    }

    /// <summary>A word as a number.</summary>
    /// <exception cref="AttemptFailedException">There is no such word.</exception>
    public static BigInteger At(IReadOnlyList<string> words, int index) =>
        index < words.Count && TokenUnits.TryHex("0x" + words[index], out var value)
            ? value
            : throw AttemptFailedException.Unusable("a contract's answer is too short");

    /// <summary>The only return value, a list: where it starts, its length, its items.</summary>
    public static IReadOnlyList<string> List(IReadOnlyList<string> words)
    {
        var count = At(words, 1);
        if (count > MostItems || words.Count < 2 + (int)count) throw AttemptFailedException.Unusable("a contract's list is too short");
        return [.. words.Skip(2).Take((int)count)];
    }

    /// <summary>The only return value, a text: where it starts, its length in bytes, its bytes.</summary>
    public static string Text(IReadOnlyList<string> words)
    {
        var length = At(words, 1);
        var digits = string.Concat(words.Skip(2));
        return length <= MostItems && digits.Length >= 2 * (int)length
            ? Encoding.UTF8.GetString(Convert.FromHexString(digits.AsSpan(0, 2 * (int)length)))
            : throw AttemptFailedException.Unusable("a contract's text is too short");
    }
}
