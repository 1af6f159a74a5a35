namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>Why spread levels are left as they are.</summary>
public enum VolatilityFallback
{
    /// <summary>Fewer than 30 returns between traded minutes in the last 24 hours.</summary>
    TooFewMinutes,

    /// <summary>Fewer than 30 returns between traded hours in the last 30 days.</summary>
    TooFewHours,

    /// <summary>The price never moved from hour to hour, so that there is nothing to compare with.</summary>
    NoMovement,
}
