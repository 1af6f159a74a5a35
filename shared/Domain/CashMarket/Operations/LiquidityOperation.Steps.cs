namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <content>What the steps come to.</content>
public sealed partial record LiquidityOperation
{
    /// <summary>
    /// Says that steps are about to be done or undone. To be saved before: a step that was started is undone even if nobody knows whether it
    /// had its effect.
    /// </summary>
    /// <exception cref="InvalidOperationException">Not their turn: they must not be done.</exception>
    public LiquidityOperation Start(StepBatch batch, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (Next is not { } next || (next.Name, next.IsUndo) != (batch.Name, batch.IsUndo) || batch.Steps.Except(next.Steps).Any())
            throw new InvalidOperationException($"It is not the turn of {batch.Name} (undo: {batch.IsUndo}) in an operation that is {Status}.");
        return batch.IsUndo ? this : batch.Steps.Where(i => Steps[i].State == StepState.Pending)
            .Aggregate(this, (o, i) => o.With(i, Steps[i] with { State = StepState.Started, At = now }));
    }

    /// <summary>A step had its effect.</summary>
    /// <param name="step">Its place.</param>
    /// <param name="detail">What it came to; null when there is nothing to say.</param>
    /// <param name="now">When.</param>
    /// <exception cref="InvalidOperationException">There is no such step, or it was not started.</exception>
    public LiquidityOperation Finish(int step, string? detail, DateTimeOffset now)
    {
        var current = Step(step);
        if (IsTerminal || current.State is StepState.Done or StepState.Failed || current.Undo is not null) return this;
        if (current.State == StepState.Pending) throw new InvalidOperationException($"Step {step} ({current.Name}) was not started.");
        return With(step, current with { State = StepState.Done, Detail = detail, At = now }).Ended(now);
    }

    /// <summary>
    /// A step was given up, whether or not it had its effect. A creation is then rolled back, or stopped when it was rechecked; a withdrawal
    /// goes on with its other legs.
    /// </summary>
    /// <param name="step">Its place.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    /// <exception cref="InvalidOperationException">There is no such step, or it is not its turn yet.</exception>
    public LiquidityOperation Fail(int step, string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var current = Step(step);
        if (IsTerminal || current.State is StepState.Done or StepState.Failed || current.Undo is not null) return this;
        var failed = With(step, current with { State = StepState.Failed, Detail = reason, At = now });
        if (Status == OperationStatus.RollingBack) return current.State == StepState.Pending ? this : failed;
        if (Next?.Steps.Contains(step) != true) throw new InvalidOperationException($"It is not the turn of step {step} ({current.Name}).");
        failed = failed with { Reason = Reason ?? reason };
        if (Kind == OperationKind.Withdrawal) return failed.Ended(now);
        return current.Name == StepName.Recheck
            ? failed with { Status = OperationStatus.Stopped, FinishedAt = now }
            : failed with { Status = OperationStatus.RollingBack };
    }

    /// <summary>Nothing is left of a step.</summary>
    /// <param name="step">Its place.</param>
    /// <param name="detail">What undoing it came to, for example what had traded; null when there is nothing to say.</param>
    /// <param name="now">When.</param>
    /// <exception cref="InvalidOperationException">There is no such step, or it is not its turn to be undone yet.</exception>
    public LiquidityOperation FinishUndo(int step, string? detail, DateTimeOffset now) => Undone(step, UndoState.Done, detail, now);

    /// <summary>Undoing a step was given up. The others are undone, except what was reserved for orders that may yet need it.</summary>
    /// <param name="step">Its place.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    /// <exception cref="InvalidOperationException">There is no such step, or it is not its turn to be undone yet.</exception>
    public LiquidityOperation FailUndo(int step, string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Undone(step, UndoState.Failed, reason, now);
    }

    private LiquidityOperation Undone(int step, UndoState undo, string? detail, DateTimeOffset now)
    {
        var current = Step(step);
        if (IsTerminal || current.Undo is not null) return this;
        if (Next is not { IsUndo: true } next || !next.Steps.Contains(step))
            throw new InvalidOperationException($"It is not the turn of step {step} ({current.Name}) to be undone.");
        return With(step, current with { Undo = undo, UndoDetail = detail, At = now }).Ended(now);
    }

    private LiquidityOperation Ended(DateTimeOffset now)
    {
        if (Next is not null) return this;
        var isSound = Status == OperationStatus.Running ? Steps.All(s => s.State == StepState.Done) : Steps.All(s => s.Undo != UndoState.Failed);
        var sound = Status == OperationStatus.Running ? OperationStatus.Completed : OperationStatus.RolledBack;
        return this with { Status = isSound ? sound : OperationStatus.NeedsAttention, FinishedAt = now };
    }

    private OperationStep Step(int step) => step >= 0 && step < Steps.Length
        ? Steps[step]
        : throw new InvalidOperationException($"There is no step {step}.");

    private LiquidityOperation With(int step, OperationStep changed) => this with { Steps = Steps.SetItem(step, changed) };
}
