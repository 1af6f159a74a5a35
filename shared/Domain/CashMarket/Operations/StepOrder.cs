using System.Collections.Immutable;

namespace LiquidityRisk.Domain.CashMarket.Operations;

/// <summary>Which steps an operation has, and in which order they are done and undone.</summary>
/// <remarks>
/// Forward: recheck, all reservations together, the legs' placings one after another, record. Back: placings one after another, the last
/// first, then all reservations together, whether or not they are known to have happened. A withdrawal: all cancellations together, record.
/// </remarks>
internal static class StepOrder
{
    private const int AllLegs = -1;

    public static ImmutableArray<OperationStep> OfCreation(ImmutableArray<OperationLeg> legs, DateTimeOffset now) =>
    [
        New(StepName.Recheck, AllLegs, now),
        .. legs.Index().SelectMany(l => l.Item.Locks.Select(k => New(StepName.Reserve, l.Index, now) with { Account = k.Account })),
        .. legs.Index().Select(l => New(StepName.Place, l.Index, now)),
        New(StepName.Record, AllLegs, now),
    ];

    public static ImmutableArray<OperationStep> OfWithdrawal(ImmutableArray<OperationLeg> legs, DateTimeOffset now) =>
        [.. legs.Index().Select(l => New(StepName.Cancel, l.Index, now)), New(StepName.Record, AllLegs, now)];

    /// <summary>What to do now; null when nothing is left to do.</summary>
    public static StepBatch? Forward(ImmutableArray<OperationStep> steps)
    {
        var open = Where(steps, s => s.State is StepState.Pending or StepState.Started);
        if (open.IsEmpty) return null;
        var first = steps[open[0]];
        if (first.Name == StepName.Record && steps.Any(s => s.State == StepState.Failed)) return null;
        return new(first.Name, false, open.RemoveAll(i => steps[i].Name != first.Name || (first.Name == StepName.Place && steps[i].Leg != first.Leg)));
    }

    /// <summary>What to undo now; null when nothing is left to undo.</summary>
    /// <remarks>
    /// What was reserved for a placing that could not be undone stays reserved: the orders may rest, or the command may yet reach the market,
    /// and then they need it.
    /// </remarks>
    public static StepBatch? Back(ImmutableArray<OperationStep> steps)
    {
        var open = Where(steps, s => NeedsUndo(s) && s.Undo is null);
        var places = open.RemoveAll(i => steps[i].Name != StepName.Place);
        if (!places.IsEmpty) return new(StepName.Place, true, [places[^1]]);
        var reserves = open.RemoveAll(i => steps.Any(s => s is { Name: StepName.Place, Undo: UndoState.Failed } && s.Leg == steps[i].Leg));
        return reserves.IsEmpty ? null : new(StepName.Reserve, true, reserves);
    }

    /// <summary>Whether a step may have had an effect that has to be undone.</summary>
    public static bool NeedsUndo(OperationStep step) =>
        step is { Name: StepName.Reserve or StepName.Place, State: not StepState.Pending };

    /// <summary>A step of an operation that is tried again: what failed of undoing a creation, or of a withdrawal, is as if begun and not finished.</summary>
    public static OperationStep Again(OperationKind kind, OperationStep step, DateTimeOffset now) => (kind, step) switch
    {
        (OperationKind.Creation, { Undo: UndoState.Failed }) => step with { Undo = null, UndoDetail = null, At = now },
        (OperationKind.Withdrawal, { State: StepState.Failed }) => step with { State = StepState.Started, Detail = null, At = now },
        _ => step,
    };

    private static OperationStep New(StepName name, int leg, DateTimeOffset now) =>
        new(name, leg, default, StepState.Pending, null, null, null, now);

    private static ImmutableArray<int> Where(ImmutableArray<OperationStep> steps, Func<OperationStep, bool> condition) =>
        [.. Enumerable.Range(0, steps.Length).Where(i => condition(steps[i]))];
}
