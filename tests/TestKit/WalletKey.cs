using System.Globalization;
using System.Text;
using LiquidityRisk.Units;
using NBitcoin.Secp256k1;

namespace LiquidityRisk.TestKit;

/// <summary>A wallet's key, which signs as a wallet does for a person (EIP-191).</summary>
public sealed class WalletKey
{
    private readonly ECPrivKey _key;

    public WalletKey(byte number)
    {
        var secret = new byte[32];
        secret[31] = number;
        _key = ECPrivKey.Create(secret);
        var point = _key.CreatePubKey().ToBytes(compressed: false);
        Address = WalletAddress.FromBytes(Keccak256.Of(point.AsSpan(1)).AsSpan(12));
    }

    public WalletAddress Address { get; }

    public string Sign(string message)
    {
        var body = Encoding.UTF8.GetBytes(message);
        var prefix = Encoding.ASCII.GetBytes("\u0019Ethereum Signed Message:\n" + body.Length.ToString(CultureInfo.InvariantCulture));
        if (!_key.TrySignRecoverable(Keccak256.Of([.. prefix, .. body]), out var signature) || signature is null) throw new InvalidOperationException("The key does not sign.");
        var bytes = new byte[65];
        signature.WriteToSpanCompact(bytes.AsSpan(0, 64), out var recovery);
        bytes[64] = (byte)(27 + recovery);
        return "0x" + Convert.ToHexStringLower(bytes);
    }
}
