using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Narrative.CashMarket;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>
/// Drives an operation on, one batch of steps at a time: take what is next, save that it is begun, do it, save how it ended. It can be
/// interrupted anywhere and asked again.
/// </summary>
public sealed class DriveOperation(
    OperationBook operations, PlanLiquidity planner, ReserveStep reserve, PlaceStep place, LiquidityRules rules, TimeProvider time)
{
    /// <summary>Who does what nobody asked for in particular.</summary>
    public const string Workflow = "workflow";

    /// <summary>Takes the next batch of steps.</summary>
    /// <returns>Where the operation stands then.</returns>
    public async Task<OperationMove> StepAsync(Guid id, CancellationToken cancellationToken)
    {
        var document = await operations.ChangeAsync(id, Begin, cancellationToken);
        if (document.Operation.Next is not { } batch) return Move(document);
        var outcome = await TakeAsync(document, batch, cancellationToken);
        return Move(await operations.ChangeAsync(id, known => End(known, batch, outcome), cancellationToken));
    }

    /// <summary>Gives a batch of steps up that was tried often enough; asked again, it does not give up what comes next.</summary>
    /// <param name="id">Which operation.</param>
    /// <param name="logged"><see cref="OperationMove.Logged"/> of the move whose next batch it was.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops waiting; the batch may still be given up.</param>
    public async Task<OperationMove> GiveUpAsync(Guid id, int logged, string reason, CancellationToken cancellationToken) => Move(await operations.ChangeAsync(
        id,
        known => known.Log.Length == logged && known.Operation.Next is { } batch ? End(known, batch, BatchOutcome.Failed(batch, reason)) : null,
        cancellationToken));

    /// <summary>Where an operation stands; expired when nobody decided in time.</summary>
    public async Task<OperationMove> LookAsync(Guid id, CancellationToken cancellationToken) => Move(await operations.ChangeAsync(
        id,
        known =>
        {
            var expired = known.Operation.Expire(time.GetUtcNow());
            if (!ReferenceEquals(expired, known.Operation))
                return (known with { Operation = expired }, new Happening("expired", Workflow, "Nobody decided before the deadline."));
            if (known.Operation.Status != OperationStatus.AwaitingApproval || known.RemindedAt is not null) return null;
            var now = time.GetUtcNow();
            return now - known.Operation.CreatedAt < rules.ReminderAfter
                ? null
                : (known with { RemindedAt = now }, new Happening("reminded", Workflow, $"Still waits for a decision, until {known.Operation.Deadline:u}."));
        },
        cancellationToken));

    /// <summary>Has what could not be undone tried again.</summary>
    /// <exception cref="CashMarketRefusedException">Nothing is to be tried again.</exception>
    public async Task<OperationDocument> RetryAsync(Guid id, string by, CancellationToken cancellationToken) => await operations.ChangeAsync(
        id,
        known => known.Operation.Status == OperationStatus.NeedsAttention
            ? (known with { Operation = known.Operation.Retry(time.GetUtcNow()) }, new Happening("retried", by, "What could not be undone is tried again."))
            : throw Refusals.Conflict("nothing_to_retry", null, "Only an operation that needs attention can be tried again."),
        cancellationToken);

    private (OperationDocument, Happening?)? Begin(OperationDocument known)
    {
        if (known.Operation.Next is not { } batch) return null;
        var started = known.Operation.Start(batch, time.GetUtcNow());
        return ReferenceEquals(started, known.Operation) ? null : (known with { Operation = started }, null);
    }

    private async Task<BatchOutcome> TakeAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken) => batch switch
    {
        { Name: StepName.Recheck } => await RecheckAsync(document, batch, cancellationToken),
        { Name: StepName.Reserve, IsUndo: false } => await reserve.DoAsync(document, batch, cancellationToken),
        { Name: StepName.Reserve } => await reserve.UndoAsync(document, batch, cancellationToken),
        { Name: StepName.Place, IsUndo: false } => await place.DoAsync(document, batch, cancellationToken),
        { Name: StepName.Place } => await place.UndoAsync(document, batch, cancellationToken),
        { Name: StepName.Cancel } => await WithdrawAsync(document, batch, cancellationToken),
        _ => await RecordAsync(document, batch, cancellationToken),
    };

    private async Task<BatchOutcome> RecheckAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken)
    {
        var fresh = await planner.PlanAsync(document.Request!, cancellationToken);
        var differences = document.Plan.Previews.Zip(fresh.Previews)
            .SelectMany(p => PlanComparison.Between(p.First, p.Second, rules.Plans.PriceTolerance).Differences)
            .Select(d => PlanWords.Of(d, document.Plan.NameOf))
            .ToList();
        return differences.Count == 0
            ? BatchOutcome.Done(batch, "The plan still holds.")
            : BatchOutcome.Failed(batch, string.Join(" ", differences), d => d with { Differences = [.. differences] });
    }

    private async Task<BatchOutcome> WithdrawAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken)
    {
        var outcomes = new List<StepOutcome>();
        var cancelled = new List<PlacedLeg>();
        foreach (var step in batch.Steps)
        {
            var leg = document.Operation.Legs[document.Operation.Steps[step].Leg];
            var placed = document.Placed.First(p => p.Certificate == leg.Certificate);
            var (after, words) = await place.CancelAsync(placed, leg, document.Since[leg.Certificate], cancellationToken);
            outcomes.Add(new(step, null, words));
            cancelled.Add(after);
        }

        return new([.. outcomes], string.Join(" ", outcomes.Select(o => o.Detail)), d => cancelled.Aggregate(d, (all, leg) => all.WithPlaced(leg)));
    }

    // The record is the operation itself; a withdrawal is also noted with what it withdrew.
    private async Task<BatchOutcome> RecordAsync(OperationDocument document, StepBatch batch, CancellationToken cancellationToken)
    {
        if (document.Withdraws is { } creation)
        {
            await operations.ChangeAsync(creation, known => known.Placed.All(p => p.IsCancelled)
                ? null
                : (known with { Placed = document.Placed }, new Happening("withdrawn", Workflow, $"By {document.Ticket?.TicketId}.")), cancellationToken);
        }

        var answer = OperationAnswers.Summary(document);
        return BatchOutcome.Done(batch, document.Withdraws is null ? Words(answer) : "What rested was cancelled.");
    }

    private static string Words(OperationAnswer answer) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{answer.OrdersCreated} orders rest: EUR {answer.ActualBidLiquidityEur:N2} of bids and EUR {answer.ActualAskLiquidityEur:N2} of asks.");

    private (OperationDocument, Happening?)? End(OperationDocument known, StepBatch batch, BatchOutcome outcome)
    {
        if (known.Operation.Next is not { } next || next.Name != batch.Name || next.IsUndo != batch.IsUndo) return null; // somebody else saved it
        var (now, operation) = (time.GetUtcNow(), known.Operation);
        foreach (var step in outcome.Outcomes)
        {
            operation = (batch.IsUndo, step.Fault) switch
            {
                (false, null) => operation.Finish(step.Step, step.Detail, now),
                (false, { } fault) => operation.Fail(step.Step, fault, now),
                (true, null) => operation.FinishUndo(step.Step, step.Detail, now),
                (true, { } fault) => operation.FailUndo(step.Step, fault, now),
            };
        }

        var changed = known with { Operation = operation };
        if (outcome.Change is { } change) changed = change(changed);
        // What comes next is begun in the same write, if it can be.
        if (operation is { Status: OperationStatus.Running, Next: { } following }) changed = changed with { Operation = operation.Start(following, now) };
        return (changed, new Happening(Name(operation, batch, outcome), Workflow, outcome.Words));
    }

    private static string Name(LiquidityOperation operation, StepBatch batch, BatchOutcome outcome)
    {
        if (operation.IsTerminal) return Contracts.Json.SnakeCase.Of(operation.Status);
        var isFault = outcome.Outcomes.Any(o => o.Fault is not null);
        return (batch.Name, batch.IsUndo) switch
        {
            (StepName.Recheck, _) => "rechecked",
            (StepName.Reserve, false) => isFault ? "reserve_failed" : "reserved",
            (StepName.Reserve, true) => isFault ? "release_failed" : "released",
            (StepName.Place, false) => isFault ? "place_failed" : "placed",
            (StepName.Place, true) => isFault ? "cancel_failed" : "cancelled",
            (StepName.Cancel, _) => isFault ? "cancel_failed" : "cancelled",
            _ => "recorded",
        };
    }

    private OperationMove Move(OperationDocument document)
    {
        var (operation, now) = (document.Operation, time.GetUtcNow());
        var isWaiting = operation.Status == OperationStatus.AwaitingApproval;
        var answer = OperationAnswers.Summary(document);
        return new(answer.Status, answer.Step, answer.Percent, operation.IsTerminal, isWaiting, isWaiting ? Until(document, now) : null, answer.Reason, document.Log.Length);
    }

    // The next moment at which something happens by itself, and no later than the next look for a lost decision.
    private DateTimeOffset Until(OperationDocument document, DateTimeOffset now)
    {
        var next = now + rules.RereadEvery;
        if (document.Operation.Deadline is { } deadline && deadline < next) next = deadline;
        var reminder = document.Operation.CreatedAt + rules.ReminderAfter;
        return document.RemindedAt is null && reminder > now && reminder < next ? reminder : next;
    }
}

/// <summary>Where an operation stands, for whoever drives it; travels through the workflow's history.</summary>
/// <param name="Status">As on the wire.</param>
/// <param name="Step">What is being done.</param>
/// <param name="Percent">How far, 0 to 100.</param>
/// <param name="IsTerminal">Whether nothing happens by itself any more.</param>
/// <param name="IsWaiting">Whether it waits for a decision.</param>
/// <param name="LookAgainAt">When to look again while it waits; null otherwise.</param>
/// <param name="Reason">Why it is not, or will not be, completed.</param>
/// <param name="Logged">How many entries its log has. Every batch that ends adds one, so that the number tells which batch is next.</param>
public sealed record OperationMove(
    string Status, string Step, int Percent, bool IsTerminal, bool IsWaiting, DateTimeOffset? LookAgainAt, string? Reason, int Logged);
