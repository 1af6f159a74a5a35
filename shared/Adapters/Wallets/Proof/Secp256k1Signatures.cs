using System.Globalization;
using System.Text;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Units;
using NBitcoin.Secp256k1;

namespace LiquidityRisk.Adapters.Wallets.Proof;

/// <summary>
/// Recovers signers on the curve secp256k1 (SEC 1 version 2, §4.1.6; SEC 2). Of the two signatures that (r, s) and (r, n − s) are for the
/// same message only the one with s ≤ n / 2 is taken: EIP-2 demands it of transactions, every wallet makes it, and so nobody can make a
/// second signature out of one that he saw.
/// </summary>
public sealed class Secp256k1Signatures : IWalletSignatures
{
    private const int SignatureBytes = 65;
    private const int CompactBytes = 64;
    private const int EthereumOffset = 27;

    /// <inheritdoc/>
    public WalletAddress? SignerOf(string message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureBytes) return null;
        var v = signature[CompactBytes] >= EthereumOffset ? signature[CompactBytes] - EthereumOffset : signature[CompactBytes];
        var s = new Scalar(signature[(CompactBytes / 2)..CompactBytes], out var overflow);
        if (v > 1 || overflow != 0 || s.IsHigh) return null;
        return SignerOfDigest(DigestOf(message), signature[..CompactBytes], v);
    }

    /// <summary>The wallet that signed a digest, whichever half its s is in.</summary>
    /// <param name="digest">32 bytes.</param>
    /// <param name="compact">64 bytes: r and s.</param>
    /// <param name="recovery">0 or 1: whether the y of the signature's point is odd.</param>
    internal static WalletAddress? SignerOfDigest(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> compact, int recovery)
    {
        if (!SecpRecoverableECDSASignature.TryCreateFromCompact(compact, recovery, out var signature)) return null;
        if (!ECPubKey.TryRecover(Context.Instance, signature, digest, out var key)) return null;
        Span<byte> point = stackalloc byte[CompactBytes + 1]; // 0x04, x and y
        key.WriteToSpan(compressed: false, point, out _);
        return WalletAddress.FromBytes(Keccak256.Of(point[1..]).AsSpan(Keccak256.DigestBytes - 20));
    }

    // EIP-191: the length is that of the UTF-8 bytes, in decimal digits.
    private static byte[] DigestOf(string message)
    {
        var body = Encoding.UTF8.GetBytes(message);
        var prefix = Encoding.ASCII.GetBytes("\u0019Ethereum Signed Message:\n" + body.Length.ToString(CultureInfo.InvariantCulture));
        return Keccak256.Of([.. prefix, .. body]);
    }
}
