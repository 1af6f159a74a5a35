using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Operations;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>What became of one step, or of its undo.</summary>
/// <param name="Step">Its place in the operation.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
/// <param name="Detail">What it came to.</param>
public sealed record StepOutcome(int Step, string? Fault, string? Detail);

/// <summary>What became of a batch of steps.</summary>
/// <param name="Outcomes">Of each step.</param>
/// <param name="Words">What happened, for the log.</param>
/// <param name="Change">Further facts for the operation; null for none.</param>
public sealed record BatchOutcome(ImmutableArray<StepOutcome> Outcomes, string Words, Func<OperationDocument, OperationDocument>? Change = null)
{
    /// <summary>A batch of one step that is done.</summary>
    public static BatchOutcome Done(StepBatch batch, string words, Func<OperationDocument, OperationDocument>? change = null) =>
        new([.. batch.Steps.Select(s => new StepOutcome(s, null, words))], words, change);

    /// <summary>A batch that failed.</summary>
    public static BatchOutcome Failed(StepBatch batch, string fault, Func<OperationDocument, OperationDocument>? change = null) =>
        new([.. batch.Steps.Select(s => new StepOutcome(s, fault, null))], fault, change);
}

/// <summary>A step that can be undone: both can be done any number of times, and the undo also when the step never happened.</summary>
public interface IReversibleStep
{
    /// <summary>Does a batch.</summary>
    Task<BatchOutcome> DoAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken);

    /// <summary>Undoes a batch.</summary>
    Task<BatchOutcome> UndoAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken);
}
