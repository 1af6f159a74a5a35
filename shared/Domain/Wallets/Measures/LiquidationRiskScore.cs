using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>
/// How near a wallet is to liquidation, 0 (far) to 100 (beyond), of the worse of its two health measures.
/// <code>
/// h > 2.0          0
/// 2.0 ≥ h > 1.5    20·(2.0 − h)/0.5
/// 1.5 ≥ h > 1.2    20 + 40·(1.5 − h)/0.3
/// 1.2 ≥ h > 1.0    60 + 35·(1.2 − h)/0.2
/// 1.0 ≥ h          95 + 5·min(1, 1 − h)
/// </code>
/// Never falls as health falls, and never jumps: the mission's own formula falls from 20 to 7.5 at 1.5, for want of the third line.
/// </summary>
public static class LiquidationRiskScore
{
    /// <summary>The score of a wallet; null when it owes something and its health is not known.</summary>
    public static Score? OfWallet(WalletHealth health) => health.IsDebtFree || health.Decisive is not null ? Of(health.Decisive) : null;

    /// <summary>The score of a health measure.</summary>
    /// <param name="health">Health ratio or health factor, not negative; null for a wallet without debt, which nobody can liquidate.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Score Of(decimal? health)
    {
        if (health is not { } exact) return default;
        ArgumentOutOfRangeException.ThrowIfNegative(exact, nameof(health));
        var h = (double)exact;
        return Score.Clamp(h switch
        {
            > 2.0 => 0,
            > 1.5 => 20 * (2.0 - h) / 0.5,
            > 1.2 => 20 + (40 * (1.5 - h) / 0.3),
            > 1.0 => 60 + (35 * (1.2 - h) / 0.2),
            _ => 95 + (5 * Math.Min(1, 1 - h)),
        });
    }
}
