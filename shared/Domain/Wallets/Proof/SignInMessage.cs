using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Proof;

/// <summary>
/// A message by which the owner of a wallet signs in: W. Chang, G. Rocco, B. Millegan, N. Johnson, O. Terbu (2021), ERC-4361: Sign-In with
/// Ethereum, version 1. <see cref="SignInText"/> writes and reads it.
/// </summary>
/// <param name="Domain">Who asks: an authority of RFC 3986, for example <c>app.example.com:8080</c>.</param>
/// <param name="Wallet">Who signs.</param>
/// <param name="Uri">What the signing is about.</param>
/// <param name="ChainId">The chain (EIP-155); 1 is Ethereum's main one.</param>
/// <param name="Nonce">At least 8 letters and digits, used once.</param>
/// <param name="IssuedAt">When it was made.</param>
public sealed record SignInMessage(string Domain, WalletAddress Wallet, string Uri, long ChainId, string Nonce, DateTimeOffset IssuedAt)
{
    /// <summary>Scheme of the origin; null stands for https.</summary>
    public string? Scheme { get; init; }

    /// <summary>What the signer states, in one line of ASCII; null for nothing.</summary>
    public string? Statement { get; init; }

    /// <summary>From when on it is no longer valid; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Before when it is not yet valid; null for no such time.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How whoever asks calls this request; null for not at all.</summary>
    public string? RequestId { get; init; }

    /// <summary>Addresses that the signer wants to have looked at; null when there is no such list.</summary>
    public IReadOnlyList<string>? Resources { get; init; }
}
