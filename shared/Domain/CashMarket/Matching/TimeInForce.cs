namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>How long an order may wait.</summary>
public enum TimeInForce
{
    /// <summary>Good till cancelled: what does not trade at once rests. A market order never rests: its remainder is cancelled.</summary>
    GoodTillCancelled,

    /// <summary>What does not trade at once is cancelled.</summary>
    ImmediateOrCancel,

    /// <summary>Trades whole and at once, or not at all.</summary>
    FillOrKill,
}
