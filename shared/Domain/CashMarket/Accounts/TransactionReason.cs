namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Why an account changed. This is the whole list.</summary>
public enum TransactionReason
{
    /// <summary>Paid in.</summary>
    Deposit,

    /// <summary>Paid out.</summary>
    Withdrawal,

    /// <summary>A correction by an administrator, either way, without a fee.</summary>
    Adjustment,

    /// <summary>From available to locked, for an operation that will place orders.</summary>
    Reserve,

    /// <summary>From locked to available: a reservation ended.</summary>
    Release,

    /// <summary>From available to locked, for an order that was accepted or became dearer.</summary>
    Lock,

    /// <summary>From locked to available: an order was cancelled, became smaller or cheaper, or traded at a better price.</summary>
    Unlock,

    /// <summary>Given or received in a trade.</summary>
    Trade,
}
