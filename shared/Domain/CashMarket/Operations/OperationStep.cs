using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>What a step does.</summary>
public enum StepName
{
    /// <summary>Compares the approved plan with a fresh preview. Without effect, so it has no undo.</summary>
    Recheck,

    /// <summary>Reserves what one maker's orders of a leg need. Undone by settling the account and then releasing.</summary>
    Reserve,

    /// <summary>Places all orders of a leg as one command. Undone by making the command void and, if it was carried out before, cancelling what rests.</summary>
    Place,

    /// <summary>Records what was done. Has no undo: the record says how the operation ended.</summary>
    Record,

    /// <summary>Cancels what rests of a leg; the step of a withdrawal.</summary>
    Cancel,
}

/// <summary>How far a step is.</summary>
public enum StepState
{
    /// <summary>Not begun: it has had no effect.</summary>
    Pending,

    /// <summary>Begun, perhaps more than once; whether it had its effect is not known.</summary>
    Started,

    /// <summary>It had its effect.</summary>
    Done,

    /// <summary>Given up; it may have had its effect all the same.</summary>
    Failed,
}

/// <summary>What became of undoing a step.</summary>
public enum UndoState
{
    /// <summary>Nothing is left of it, and it cannot take effect late.</summary>
    Done,

    /// <summary>Given up; something may be left of it.</summary>
    Failed,
}

/// <summary>A step of an operation.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Leg">For which leg, from 0; −1 when for all.</param>
/// <param name="Account">On whose account it reserves; <c>default</c> for other steps.</param>
/// <param name="State">How far it is.</param>
/// <param name="Detail">What it came to, or why it failed; null when there is nothing to say.</param>
/// <param name="Undo">What became of undoing it; null when that was not needed or not finished.</param>
/// <param name="UndoDetail">What undoing it came to, or why that failed; null when there is nothing to say.</param>
/// <param name="At">When it last changed.</param>
public sealed record OperationStep(
    StepName Name, int Leg, AccountId Account, StepState State, string? Detail, UndoState? Undo, string? UndoDetail, DateTimeOffset At);
