namespace LiquidityRisk.Domain.CashMarket.Matching;

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
