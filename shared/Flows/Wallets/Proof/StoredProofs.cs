using LiquidityRisk.Domain.Wallets.Proof;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Proof;

/// <summary>A challenge as stored, under its nonce.</summary>
/// <param name="Wallet">Which wallet is claimed, in lower case.</param>
/// <param name="IssuedAt">When it was given out.</param>
/// <param name="ExpiresAt">From when on it is no longer taken.</param>
/// <param name="Binding">What it was used for; null while it was not.</param>
/// <param name="IsDone">Whether everything that follows from its use is stored.</param>
public sealed record StoredChallenge(string Wallet, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, StoredBinding? Binding = null, bool IsDone = false)
{
    /// <summary>The challenge, as the site asks it.</summary>
    public SignInChallenge At(SignInOrigin origin, string nonce) => new(origin, WalletAddress.Parse(Wallet), nonce, IssuedAt, ExpiresAt);
}

/// <summary>A proven wallet as stored, under the user's fingerprint.</summary>
/// <param name="Wallet">Which wallet, in lower case.</param>
/// <param name="BoundAt">When it was proven.</param>
/// <param name="ExpiresAt">When that lapses.</param>
/// <param name="Nonce">By which challenge.</param>
public sealed record StoredBinding(string Wallet, DateTimeOffset BoundAt, DateTimeOffset ExpiresAt, string Nonce);
