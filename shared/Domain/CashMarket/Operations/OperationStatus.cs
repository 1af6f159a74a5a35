namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>Where an operation stands. From <see cref="Completed"/> on nothing happens by itself any more.</summary>
public enum OperationStatus
{
    /// <summary>Waits for somebody else's decision.</summary>
    AwaitingApproval,

    /// <summary>Its steps are done one after another.</summary>
    Running,

    /// <summary>A step failed; what was started is undone.</summary>
    RollingBack,

    /// <summary>All was done.</summary>
    Completed,

    /// <summary>Somebody decided against it; nothing was done.</summary>
    Rejected,

    /// <summary>Nobody decided in time; nothing was done.</summary>
    Expired,

    /// <summary>The approved plan no longer holds; nothing was done.</summary>
    Stopped,

    /// <summary>A step failed and everything was undone, but for orders that had traded.</summary>
    RolledBack,

    /// <summary>Something could not be undone or cancelled; a person has to look at it and may have it tried again.</summary>
    NeedsAttention,
}
