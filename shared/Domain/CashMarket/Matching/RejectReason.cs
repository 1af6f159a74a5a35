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
