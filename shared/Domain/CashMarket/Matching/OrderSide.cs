namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>Which way an order goes.</summary>
public enum OrderSide
{
    /// <summary>A bid: euros for certificates.</summary>
    Buy,

    /// <summary>An ask: certificates for euros.</summary>
    Sell,
}

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

/// <summary>What happens when an order meets one of its own beneficial owner. The two never trade, whatever the policy.</summary>
public enum SelfTradePolicy
{
    /// <summary>What is left of the arriving order is cancelled; the resting one stays.</summary>
    CancelNewest,

    /// <summary>The resting order is cancelled; the arriving one goes on.</summary>
    CancelOldest,

    /// <summary>Both shrink by the smaller of the two, so that one of them is gone; the arriving one goes on if anything is left.</summary>
    DecrementAndCancel,
}
