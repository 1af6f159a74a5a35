using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Proof;

/// <summary>Tells who signed a message as wallets do for people (<c>personal_sign</c>, EIP-191 version 0x45).</summary>
/// <remarks>
/// Only accounts with a key of their own sign so. A wallet that is a contract (EIP-1271) would have to be asked on its chain; that is not
/// done, and such a wallet cannot be proven.
/// </remarks>
public interface IWalletSignatures
{
    /// <summary>The wallet whose key made a signature.</summary>
    /// <param name="message">What was signed, without the prefix that wallets put before it.</param>
    /// <param name="signature">65 bytes: r, s and v. v is 27 or 28, or 0 or 1 as hardware wallets have it.</param>
    /// <returns>Null when nobody can have made it: another length, r or s out of range, s in the upper half, another v.</returns>
    WalletAddress? SignerOf(string message, ReadOnlySpan<byte> signature);
}
