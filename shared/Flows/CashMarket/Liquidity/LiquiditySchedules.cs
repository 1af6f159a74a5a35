using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Ports;
using NCrontab;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Liquidity that is created again and again by a cron expression; each run goes through the same workflow as a request.</summary>
public sealed class LiquiditySchedules(IDocumentStore store, CreateLiquidity create, AuditTrail audit, TimeProvider time)
{
    private const string Partition = "schedules";
    private const int Most = 200;

    // What the parser says of an expression that no day fits, as the 30th of February.
    private static readonly DateTimeOffset Never = new(DateTime.MaxValue, TimeSpan.Zero);

    // A run that was missed for longer than this is left out: the market is another one by then.
    private static readonly TimeSpan MaxLateness = TimeSpan.FromMinutes(10);

    /// <summary>All schedules, by name.</summary>
    public async Task<ScheduleListAnswer> ListAsync(CancellationToken cancellationToken) =>
        new([.. (await AllAsync(cancellationToken)).Select(s => s.Body).OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase).Select(Answer)]);

    /// <summary>Makes a schedule.</summary>
    /// <exception cref="CashMarketRefusedException">A member is at fault; it is named.</exception>
    public async Task<ScheduleAnswer> CreateAsync(ScheduleRequest request, Guid id, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var schedule = Read(request, id.ToString("N"), by, now);
        if ((await AllAsync(cancellationToken)).Count >= Most) throw Refusals.Impossible("too_many_schedules", null, "There are 200 schedules already.");
        var written = await store.WriteAsync(Key(schedule.Id), schedule, ifMatch: null, new DocumentTags(now), cancellationToken);
        if (written.Written) await NoteAsync(schedule, "created", by, cancellationToken);
        return Answer(written.Written ? schedule : (await FindAsync(schedule.Id, cancellationToken)).Body);
    }

    /// <summary>Changes a schedule; whoever changes it answers for what it creates from then on.</summary>
    /// <exception cref="CashMarketRefusedException">A member is at fault, or there is no such schedule.</exception>
    public async Task<ScheduleAnswer> ChangeAsync(string id, ScheduleRequest request, string by, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(id, cancellationToken);
        var changed = Read(request, id, by, time.GetUtcNow()) with
        {
            LastRunAt = stored.Body.LastRunAt, LastOperation = stored.Body.LastOperation, LastOutcome = stored.Body.LastOutcome,
        };
        await SaveAsync(changed, stored.ETag, cancellationToken);
        await NoteAsync(changed, "changed", by, cancellationToken);
        return Answer(changed);
    }

    /// <summary>Deletes a schedule; what it created stays.</summary>
    /// <exception cref="CashMarketRefusedException">There is no such schedule.</exception>
    public async Task DeleteAsync(string id, string by, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(id, cancellationToken);
        if (!await store.DeleteAsync(Key(id), stored.ETag, cancellationToken)) throw Changed();
        await NoteAsync(stored.Body, "deleted", by, cancellationToken);
    }

    /// <summary>Runs what is due.</summary>
    /// <returns>The operations that were taken on, for whoever starts their workflows.</returns>
    public async Task<IReadOnlyList<OperationDocument>> RunDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var started = new List<OperationDocument>();
        foreach (var stored in await AllAsync(cancellationToken))
        {
            if (stored.Body is not { IsActive: true, NextRunAt: { } due } schedule || due > now) continue;
            var run = DerivedIds.Derive("schedule", schedule.Id, due.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            var (operation, outcome) = now - due > MaxLateness
                ? (null, "The run was missed by more than 10 minutes and left out.")
                : await RunAsync(schedule, run, cancellationToken);
            if (operation is not null) started.Add(operation);
            var next = schedule with
            {
                LastRunAt = now, LastOperation = operation is null ? null : run.ToString("N"), LastOutcome = outcome, NextRunAt = Next(schedule.Cron, now),
            };
            await store.WriteAsync(Key(schedule.Id), next, stored.ETag, new DocumentTags(schedule.CreatedAt), cancellationToken);
        }

        return started;
    }

    private async Task<(OperationDocument? Operation, string Outcome)> RunAsync(ScheduleDocument schedule, Guid run, CancellationToken cancellationToken)
    {
        try
        {
            var operation = await create.CreateAsync(schedule.Request, run, $"Schedule {schedule.Name}", schedule.CreatedBy, cancellationToken);
            return (operation, $"Created operation {operation.Ticket?.TicketId}.");
        }
        catch (CashMarketRefusedException e)
        {
            return (null, e.Message);
        }
    }

    private static ScheduleDocument Read(ScheduleRequest request, string id, string by, DateTimeOffset now)
    {
        var name = MarketMakers.Name("name", request.Name) ?? throw Refusals.Malformed("name", "A name of 1 to 100 characters is expected.");
        if (request.Cron is not { Length: <= 100 } cron || CrontabSchedule.TryParse(cron) is null)
            throw Refusals.Malformed("cron", "Minute (0-59), hour (0-23), day (1-31), month (1-12) and weekday (0-6, Sunday first) are expected, as in 0 7 * * 1-5.");
        if (Next(cron, now) == Never) throw Refusals.Malformed("cron", "The expression names no day that there is.");
        var asked = PlanRequest.Read(new(request.CertificateType, request.BidAmountEur, request.AskAmountEur, null, request.Distribution, null));
        var isActive = request.IsActive ?? true;
        return new(id, name, cron, asked, isActive, by, now, isActive ? Next(cron, now) : null, null, null, null);
    }

    private static DateTimeOffset Next(string cron, DateTimeOffset now) =>
        new(CrontabSchedule.Parse(cron).GetNextOccurrence(now.UtcDateTime), TimeSpan.Zero);

    private static ScheduleAnswer Answer(ScheduleDocument s) => new(
        s.Id,
        s.Name,
        s.Cron,
        s.Request.Items[0].Certificate.Value,
        s.Request.Items[0].BidAmount.Amount,
        s.Request.Items[0].AskAmount.Amount,
        s.Request.Distribution,
        s.IsActive,
        s.CreatedBy,
        s.NextRunAt,
        s.LastRunAt,
        s.LastOperation,
        s.LastOutcome);

    private async Task<IReadOnlyList<StoredDocument<ScheduleDocument>>> AllAsync(CancellationToken cancellationToken) =>
        (await store.ListAsync<ScheduleDocument>(new ListQuery(Collections.Liquidity, Partition, Limit: Most), cancellationToken)).Items;

    private async Task<StoredDocument<ScheduleDocument>> FindAsync(string id, CancellationToken cancellationToken) =>
        await store.ReadAsync<ScheduleDocument>(Key(id), cancellationToken) ?? throw Refusals.NotFound("There is no such schedule.");

    private async Task SaveAsync(ScheduleDocument schedule, string etag, CancellationToken cancellationToken)
    {
        if (!(await store.WriteAsync(Key(schedule.Id), schedule, etag, new DocumentTags(schedule.CreatedAt), cancellationToken)).Written) throw Changed();
    }

    private Task NoteAsync(ScheduleDocument schedule, string kind, string by, CancellationToken cancellationToken) => CashMarketAudit.AppendAsync(
        audit, CashMarketAudit.Schedule(schedule.Id), "schedule_" + kind, by, $"{schedule.Name}: {schedule.Cron}", null, cancellationToken);

    private static CashMarketRefusedException Changed() => Refusals.Conflict("changed", null, "Somebody changed the schedule at the same time; look at it and try again.");

    private static DocumentKey Key(string id) => new(Collections.Liquidity, Partition, id);
}

/// <summary>A schedule as stored.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cron">When, UTC.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="IsActive">Whether it runs.</param>
/// <param name="CreatedBy">Who answers for it.</param>
/// <param name="CreatedAt">When it was made or last changed.</param>
/// <param name="NextRunAt">When it is due; null when it does not run.</param>
/// <param name="LastRunAt">When it last ran.</param>
/// <param name="LastOperation">What that created.</param>
/// <param name="LastOutcome">What became of the last run, in words.</param>
public sealed record ScheduleDocument(
    string Id,
    string Name,
    string Cron,
    PlanRequest Request,
    bool IsActive,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextRunAt,
    DateTimeOffset? LastRunAt,
    string? LastOperation,
    string? LastOutcome);
