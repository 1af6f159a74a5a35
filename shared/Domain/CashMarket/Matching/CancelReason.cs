namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>Why an order was cancelled.</summary>
public enum CancelReason
{
    /// <summary>It was asked for.</summary>
    Requested,

    /// <summary>A market order found nothing more to trade with.</summary>
    BookExhausted,

    /// <summary>The rest of an immediate-or-cancel order.</summary>
    ImmediateOrCancel,

    /// <summary>A fill-or-kill order could not trade whole.</summary>
    FillOrKill,

    /// <summary>It met an order of its own owner.</summary>
    SelfTrade,
}
