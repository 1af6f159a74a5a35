using LiquidityRisk.Domain.Wallets.Proof;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Proof;

/// <summary>Stops a proof of a wallet that proves nothing; nothing has changed.</summary>
public sealed class ProofRefusedException : Exception
{
    /// <summary>A text that is no sign-in message.</summary>
    public ProofRefusedException(SignInFault fault)
        : base($"The text is no sign-in message (ERC-4361); the first part at fault: {fault}.") =>
        IsMalformed = true;

    /// <summary>A message that proves nothing.</summary>
    public ProofRefusedException(SignInRefusal refusal, WalletAddress wallet)
        : base(Explain(refusal)) => (Refusal, Wallet) = (refusal, wallet);

    /// <summary>Whether the text could not even be read.</summary>
    public bool IsMalformed { get; }

    /// <summary>Why the message proves nothing.</summary>
    public SignInRefusal Refusal { get; }

    /// <summary>The wallet that the message names; none when it could not be read.</summary>
    public WalletAddress? Wallet { get; }

    private static string Explain(SignInRefusal refusal) => refusal switch
    {
        SignInRefusal.WrongDomain => "The message was signed for another site.",
        SignInRefusal.WrongNonce => "The message answers no challenge of yours that is still open. Ask for a new one.",
        SignInRefusal.Expired => "The message was signed too late. Ask for a new one.",
        SignInRefusal.NotYetValid => "The message is not valid yet.",
        SignInRefusal.OtherWallet => "The message is about another wallet than the challenge.",
        SignInRefusal.OtherChain => "The message is for another chain than Ethereum's main one.",
        SignInRefusal.Altered => "The message is not the one that was given out.",
        SignInRefusal.OtherSigner => "The signature was not made with this wallet's key.",
        SignInRefusal.AlreadyUsed => "The challenge was used before. Ask for a new one.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal has a reason."),
    };
}
