using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Proof;

/// <summary>Why a signed message proves nothing.</summary>
public enum SignInRefusal
{
    /// <summary>It proves the wallet.</summary>
    None,

    /// <summary>It was signed for another site.</summary>
    WrongDomain,

    /// <summary>It answers another challenge, or none of this user's that is known still.</summary>
    WrongNonce,

    /// <summary>It was signed too late.</summary>
    Expired,

    /// <summary>It is not valid yet.</summary>
    NotYetValid,

    /// <summary>It is about another wallet than the challenge.</summary>
    OtherWallet,

    /// <summary>It is for another chain.</summary>
    OtherChain,

    /// <summary>A part of it is not as it was given out.</summary>
    Altered,

    /// <summary>Somebody else has signed it, or nobody.</summary>
    OtherSigner,

    /// <summary>The challenge was used before.</summary>
    AlreadyUsed,
}

/// <summary>Decides whether a signed message proves that its sender owns a wallet.</summary>
public static class SignInCheck
{
    /// <summary>The first reason for which it does not; <see cref="SignInRefusal.None"/> when it does.</summary>
    /// <param name="message">What was signed.</param>
    /// <param name="challenge">What its sender was asked to sign.</param>
    /// <param name="isUsed">Whether the challenge was used before.</param>
    /// <param name="signer">Whose key signed; null for nobody's.</param>
    /// <param name="now">The time.</param>
    public static SignInRefusal Of(SignInMessage message, SignInChallenge challenge, bool isUsed, WalletAddress? signer, DateTimeOffset now)
    {
        var asked = challenge.Message;
        return 0 switch
        {
            _ when !string.Equals(message.Domain, asked.Domain, StringComparison.OrdinalIgnoreCase) || message.Scheme != asked.Scheme => SignInRefusal.WrongDomain,
            _ when message.Nonce != asked.Nonce => SignInRefusal.WrongNonce,
            _ when message.Wallet != asked.Wallet => SignInRefusal.OtherWallet,
            _ when message.ChainId != asked.ChainId => SignInRefusal.OtherChain,
            _ when now >= challenge.ExpiresAt || message.ExpiresAt <= now => SignInRefusal.Expired,
            _ when message.NotBefore > now => SignInRefusal.NotYetValid,
            _ when signer != asked.Wallet => SignInRefusal.OtherSigner,
            _ when SignInText.Format(message) != SignInText.Format(asked) => SignInRefusal.Altered,
            _ when isUsed => SignInRefusal.AlreadyUsed,
            _ => SignInRefusal.None,
        };
    }
}
