using System.Security.Cryptography;
using System.Text;

namespace LiquidityRisk.Flows.Wallets.Proof;

/// <summary>A signed-in user as the documents about wallets name him: by a fingerprint, which is a key in every store.</summary>
public static class WalletUser
{
    private const int Bytes = 16;

    /// <summary>The first 16 bytes of SHA-256 over the user's name, in lower-case hexadecimal digits.</summary>
    public static string Fingerprint(string userId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("wallet user\n" + userId)).AsSpan(0, Bytes));
}
