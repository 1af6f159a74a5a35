using System.Collections.Immutable;

namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>
/// The creation or withdrawal of liquidity as it is stored: which steps it has, what became of them and what comes next. Whoever drives it
/// takes <see cref="Next"/>, saves <see cref="Start"/>, does those steps, saves how each ended, and begins again; whoever finds that somebody else
/// has saved meanwhile begins again from what is stored. Interrupted anywhere, it is driven on from there: each step and each undo can be done
/// any number of times. Something told twice or too late changes nothing.
/// </summary>
/// <param name="Id">Which operation.</param>
/// <param name="Kind">What it does.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="NeedsApproval">Whether somebody else has to approve it.</param>
/// <param name="Deadline">From when on it is too late to decide; null when there is nothing to decide.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Legs">Its part in each market.</param>
/// <param name="Decision">What was decided; null when nothing was.</param>
/// <param name="Steps">Its steps in the order in which they are done.</param>
/// <param name="Reason">Why it is not, or will not be, completed: the first failure or the comment of a rejection; null when there is none.</param>
/// <param name="FinishedAt">When it reached its last status; null before.</param>
public sealed partial record LiquidityOperation(
    Guid Id,
    OperationKind Kind,
    string RequestedBy,
    DateTimeOffset CreatedAt,
    bool NeedsApproval,
    DateTimeOffset? Deadline,
    OperationStatus Status,
    ImmutableArray<OperationLeg> Legs,
    ApprovalDecision? Decision,
    ImmutableArray<OperationStep> Steps,
    string? Reason,
    DateTimeOffset? FinishedAt)
{
    /// <summary>Whether nothing happens by itself any more.</summary>
    public bool IsTerminal => Status >= OperationStatus.Completed;

    /// <summary>How far it is, 0 to 100: of what is to be done or, while it is rolled back, of what is to be undone. 100 when it ended, however.</summary>
    public int Percent => Status switch
    {
        OperationStatus.AwaitingApproval => 0,
        OperationStatus.Running => 100 * Steps.Count(s => s.State == StepState.Done) / Steps.Length,
        OperationStatus.RollingBack => 100 * Steps.Count(s => s.Undo is not null) / Steps.Count(StepOrder.NeedsUndo),
        _ => 100,
    };

    /// <summary>What is done or undone now; null while it waits for a decision and when it ended.</summary>
    public StepName? CurrentStep => Next?.Name;

    /// <summary>
    /// The steps to do or undo now, those that were started and not finished included; null while it waits for a decision and when it ended.
    /// </summary>
    public StepBatch? Next => Status switch
    {
        OperationStatus.Running => StepOrder.Forward(Steps),
        OperationStatus.RollingBack => StepOrder.Back(Steps),
        _ => null,
    };

    /// <summary>Asks to place a plan's orders.</summary>
    /// <param name="id">Which operation.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="legs">Its part in each market, each market once, each with what its makers reserve.</param>
    /// <param name="deadline">Until when it may be approved; null when it needs no approval.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">No id, nobody asks, the deadline is not later than now, or there cannot be such legs.</exception>
    public static LiquidityOperation Create(
        Guid id, string requestedBy, ImmutableArray<OperationLeg> legs, DateTimeOffset? deadline, DateTimeOffset now)
    {
        Check(id, requestedBy, legs, OperationKind.Creation);
        if (deadline <= now) throw new ArgumentException("There is time to decide.", nameof(deadline));
        var status = deadline is null ? OperationStatus.Running : OperationStatus.AwaitingApproval;
        return new(
            id, OperationKind.Creation, requestedBy, now, deadline is not null, deadline, status, legs, null, StepOrder.OfCreation(legs, now), null, null);
    }

    /// <summary>Asks to cancel what rests of a creation's orders; needs no approval.</summary>
    /// <param name="id">Which operation.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="legs">For each market the command that placed the orders and one of its own to cancel them; nothing to reserve.</param>
    /// <param name="now">When.</param>
    /// <exception cref="ArgumentException">No id, nobody asks, or there cannot be such legs.</exception>
    public static LiquidityOperation Withdraw(Guid id, string requestedBy, ImmutableArray<OperationLeg> legs, DateTimeOffset now)
    {
        Check(id, requestedBy, legs, OperationKind.Withdrawal);
        return new(
            id, OperationKind.Withdrawal, requestedBy, now, false, null, OperationStatus.Running, legs, null, StepOrder.OfWithdrawal(legs, now), null, null);
    }

    /// <summary>Takes a decision, once, by somebody else than who asked and before the deadline.</summary>
    /// <returns>
    /// The operation, going on or rejected; or as it was, with why the decision does not count. The same person may say the same again.
    /// </returns>
    public (LiquidityOperation Operation, DecisionRefusal? Refusal) Decide(ApprovalDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentException.ThrowIfNullOrWhiteSpace(decision.By, nameof(decision));
        if (Decision is { } earlier)
            return (this, earlier.By == decision.By && earlier.IsApproved == decision.IsApproved ? null : DecisionRefusal.AlreadyDecided);
        if (!NeedsApproval) return (this, DecisionRefusal.NotAwaiting);
        if (decision.By == RequestedBy) return (this, DecisionRefusal.OwnRequest);
        if (Status != OperationStatus.AwaitingApproval || decision.At >= Deadline) return (this, DecisionRefusal.TooLate);
        var decided = this with { Decision = decision };
        return (decision.IsApproved
            ? decided with { Status = OperationStatus.Running }
            : decided with { Status = OperationStatus.Rejected, Reason = decision.Comment, FinishedAt = decision.At }, null);
    }

    /// <summary>Ends it if the deadline has passed without a decision.</summary>
    public LiquidityOperation Expire(DateTimeOffset now) => Status == OperationStatus.AwaitingApproval && now >= Deadline
        ? this with { Status = OperationStatus.Expired, FinishedAt = now }
        : this;

    /// <summary>Has what could not be undone or cancelled tried again. Nothing changes while it is being tried.</summary>
    /// <exception cref="InvalidOperationException">It waits for a decision, or ended well.</exception>
    public LiquidityOperation Retry(DateTimeOffset now)
    {
        if (Status is OperationStatus.Running or OperationStatus.RollingBack) return this;
        if (Status != OperationStatus.NeedsAttention) throw new InvalidOperationException($"Nothing is to be tried again of an operation that is {Status}.");
        var (status, reason) = Kind == OperationKind.Creation ? (OperationStatus.RollingBack, Reason) : (OperationStatus.Running, null);
        return this with { Status = status, Reason = reason, FinishedAt = null, Steps = [.. Steps.Select(s => StepOrder.Again(Kind, s, now))] };
    }

    private static void Check(Guid id, string requestedBy, ImmutableArray<OperationLeg> legs, OperationKind kind)
    {
        if (id == Guid.Empty) throw new ArgumentException("An operation has an id.", nameof(id));
        ArgumentException.ThrowIfNullOrWhiteSpace(requestedBy);
        LegCheck.Check(legs, kind);
    }
}
