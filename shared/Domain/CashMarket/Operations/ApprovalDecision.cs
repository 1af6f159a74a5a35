namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>What somebody decided about an operation.</summary>
/// <param name="IsApproved">Whether it may go on.</param>
/// <param name="By">Who decided.</param>
/// <param name="Comment">Why; null when nothing was said.</param>
/// <param name="At">When.</param>
public sealed record ApprovalDecision(bool IsApproved, string By, string? Comment, DateTimeOffset At);

/// <summary>Why a decision does not count. This is the whole list.</summary>
public enum DecisionRefusal
{
    /// <summary>The operation needs no decision.</summary>
    NotAwaiting,

    /// <summary>Somebody decided before, or the same person otherwise.</summary>
    AlreadyDecided,

    /// <summary>Nobody decides about a request of their own.</summary>
    OwnRequest,

    /// <summary>The deadline has passed.</summary>
    TooLate,
}
