using LiquidityRisk.Domain.Wallets.Proof;

namespace LiquidityRisk.Flows.Wallets.Proof;

/// <summary>How wallets are proven.</summary>
/// <param name="Origin">The site where people sign in.</param>
/// <param name="BindingLifetime">After how long a wallet must be proven again, above zero.</param>
public sealed record ProofSettings(SignInOrigin Origin, TimeSpan BindingLifetime)
{
    /// <summary>How long a challenge may be answered.</summary>
    public static TimeSpan ChallengeLifetime { get; } = TimeSpan.FromMinutes(10);
}
