namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>Why a command was refused. This is the whole list; the first that applies is given, in this order.</summary>
public enum RejectReason
{
    /// <summary>A command for several orders names none.</summary>
    EmptyBatch,

    /// <summary>An order without an id, account or owner.</summary>
    IncompleteOrder,

    /// <summary>An order for nothing, or a replacement that leaves nothing.</summary>
    ZeroQuantity,

    /// <summary>A limit that is not a price.</summary>
    InvalidPrice,

    /// <summary>Post-only together with a market order, immediate-or-cancel or fill-or-kill.</summary>
    ContradictoryTerms,

    /// <summary>One of several orders to place is not a limit order good till cancelled.</summary>
    NotResting,

    /// <summary>The order's number is in the book, or twice in the command.</summary>
    DuplicateOrder,

    /// <summary>No such order rests: it never did, has traded whole or was cancelled.</summary>
    UnknownOrder,

    /// <summary>The order belongs to another account.</summary>
    NotTheAccountsOrder,

    /// <summary>What is left of the order is not what the sender believed.</summary>
    RemainingChanged,

    /// <summary>A replacement by the same price and size.</summary>
    NothingToChange,

    /// <summary>More would rest on one side than can be counted (10^15 lots).</summary>
    BookFull,

    /// <summary>An order that may only rest would trade with the book.</summary>
    WouldTake,

    /// <summary>Two of several orders to place would trade with each other.</summary>
    BatchCrossesItself,
}

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

/// <summary>Why an order became smaller.</summary>
public enum ReduceReason
{
    /// <summary>It was asked for.</summary>
    Requested,

    /// <summary>It met an order of its own owner.</summary>
    SelfTrade,
}

/// <summary>What became of a command.</summary>
public enum CommandOutcome
{
    /// <summary>It was carried out.</summary>
    Applied,

    /// <summary>It was refused.</summary>
    Rejected,

    /// <summary>It had been here before, so nothing happened and nothing was emitted.</summary>
    AlreadyApplied,
}
