using System.Collections.Concurrent;
using System.Text.Json;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Operations;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Something that happened to an operation, for its log.</summary>
/// <param name="Step">What.</param>
/// <param name="Actor">Who or what did it.</param>
/// <param name="Detail">The same in words.</param>
public sealed record Happening(string Step, string Actor, string Detail);

/// <summary>Keeps operations: each change is saved together with its ticket and its audit record, and announced afterwards.</summary>
public sealed class OperationBook(
    IDocumentStore store, TicketNumbers tickets, AuditTrail audit, ITopicPublisher topics, TimeProvider time, ILogger<OperationBook> log)
{
    private const string Partition = "operations";
    private const int MaxAttempts = 20;
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<Guid, long> _published = new();

    /// <summary>One operation; null when there is none.</summary>
    public async ValueTask<OperationDocument?> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        (await store.ReadAsync<OperationDocument>(Key(id), cancellationToken))?.Body;

    /// <summary>One operation.</summary>
    /// <exception cref="CashMarketRefusedException">There is none.</exception>
    public async ValueTask<OperationDocument> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ?? throw Refusals.NotFound("There is no such operation.");

    /// <summary>Keeps a new operation; the one that is there when it was kept before.</summary>
    public async Task<OperationDocument> OpenAsync(OperationDocument document, Happening happening, CancellationToken cancellationToken)
    {
        if (await ReadAsync(document.Operation.Id, cancellationToken) is { } earlier) return earlier;
        var logged = await LoggedAsync(document, happening, cancellationToken);
        if (!await SaveAsync(logged, null, cancellationToken)) return await FindAsync(document.Operation.Id, cancellationToken);
        await AnnounceAsync(logged, cancellationToken);
        return logged;
    }

    /// <summary>Changes an operation: loads it, decides, saves, and decides again whenever somebody else was first.</summary>
    /// <param name="id">Which.</param>
    /// <param name="decide">The changed document and what happened, null for nothing to tell; null leaves it as it is.</param>
    /// <param name="cancellationToken">Stops waiting; the change may still be saved.</param>
    /// <returns>The document as it now is.</returns>
    /// <exception cref="CashMarketRefusedException">There is none.</exception>
    public async Task<OperationDocument> ChangeAsync(
        Guid id, Func<OperationDocument, (OperationDocument Changed, Happening? Happening)?> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await store.ReadAsync<OperationDocument>(Key(id), cancellationToken) ?? throw Refusals.NotFound("There is no such operation.");
            if (decide(stored.Body) is not var (changed, happening)) return stored.Body;
            if (happening is not null) changed = await LoggedAsync(changed, happening, cancellationToken);
            if (!await SaveAsync(changed, stored.ETag, cancellationToken)) continue;
            if (happening is not null) await AnnounceAsync(changed, cancellationToken);
            return changed;
        }

        throw new StoreUnavailableException($"Operation {id} was changed by others at every one of {MaxAttempts} attempts.");
    }

    /// <summary>A page of operations, newest first.</summary>
    /// <param name="certificate">Only in this market; null for all.</param>
    /// <param name="status">Only of this status; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">Where to go on.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(IReadOnlyList<OperationDocument> Items, string? Cursor)> ListAsync(
        CertificateType? certificate, OperationStatus? status, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var found = new List<OperationDocument>();
        do
        {
            var page = await store.ListHeadsAsync<OperationHead>(
                new ListQuery(Collections.Liquidity, Partition, NewestFirst: true, Limit: limit - found.Count, Cursor: cursor), cancellationToken);
            foreach (var head in page.Items.Select(i => i.Body))
            {
                if ((certificate is { } c && !head.Certificates.Contains(c)) || (status is { } s && head.Status != s)) continue;
                if (await ReadAsync(head.Id, cancellationToken) is { } document) found.Add(document);
            }

            cursor = page.Cursor;
        }
        while (cursor is not null && found.Count < limit);
        return (found, cursor);
    }

    /// <summary>Heads of all operations that have not ended or ended lately, newest first.</summary>
    public async Task<List<OperationHead>> UnfinishedAsync(TimeSpan lately, CancellationToken cancellationToken)
    {
        var heads = new List<OperationHead>();
        var after = time.GetUtcNow() - lately;
        string? cursor = null;
        do
        {
            var page = await store.ListHeadsAsync<OperationHead>(
                new ListQuery(Collections.Liquidity, Partition, NewestFirst: true, Limit: 500, Cursor: cursor), cancellationToken);
            heads.AddRange(page.Items.Select(i => i.Body).Where(h => h.Status < OperationStatus.Completed || h.ChangedAt > after));
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return heads;
    }

    /// <summary>Files the log and tells where an operation stands; done twice, nothing changes.</summary>
    public async Task AnnounceAsync(OperationDocument document, CancellationToken cancellationToken)
    {
        try
        {
            await audit.FileAsync([(document.Log[^1].Record, null)], cancellationToken);
            await PublishAsync(document, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Operation {Operation} could not be announced and waits for the sweep", document.Operation.Id);
        }
    }

    /// <summary>Files the whole log again, and tells where the operation stands if this instance does not know that it was told.</summary>
    public async Task SweepAsync(OperationDocument document, CancellationToken cancellationToken)
    {
        await audit.FileAsync(document.Log.Select(l => (l.Record, (object?)null)), cancellationToken);
        if (_published.GetValueOrDefault(document.Operation.Id) < document.Log[^1].Number) await PublishAsync(document, cancellationToken);
    }

    private async Task PublishAsync(OperationDocument document, CancellationToken cancellationToken)
    {
        await topics.PublishAsync([Message(document)], cancellationToken);
        if (_published.Count >= MaxRemembered) _published.Clear();
        _published.AddOrUpdate(document.Operation.Id, document.Log[^1].Number, (_, known) => Math.Max(known, document.Log[^1].Number));
    }

    private static TopicMessage Message(OperationDocument document) => TopicMessages.Of(
        "operation_update",
        CashMarketTopics.Operations,
        document.Log[^1].Number,
        document.Log[^1].At,
        OperationAnswers.Summary(document),
        ContractsJson.Default.TopicEnvelopeOperationAnswer);

    private async Task<OperationDocument> LoggedAsync(OperationDocument document, Happening happening, CancellationToken cancellationToken)
    {
        var id = document.Operation.Id.ToString("N");
        var (ticket, number) = await tickets.NextAsync(FormattableString.Invariant($"{id}:{document.Log.Length}"), cancellationToken);
        var now = time.GetUtcNow();
        var content = JsonSerializer.Serialize(
            new TicketAnswer(ticket, happening.Step, happening.Actor, now, happening.Detail), ContractsJson.Default.TicketAnswer);
        var record = AuditRecord.After(
            document.Audit, CashMarketAudit.Operation(document.Operation.Id), now, "liquidity_" + happening.Step, happening.Actor, content);
        return document with { Log = document.Log.Add(new(ticket, number, happening.Step, happening.Actor, now, happening.Detail, record)) };
    }

    private async Task<bool> SaveAsync(OperationDocument document, string? ifMatch, CancellationToken cancellationToken)
    {
        var operation = document.Operation;
        var head = new OperationHead(operation.Id, operation.Status, [.. operation.Legs.Select(l => l.Certificate)], time.GetUtcNow());
        return (await store.WriteAsync(Key(operation.Id), document, ifMatch, new DocumentTags(operation.CreatedAt, head), cancellationToken)).Written;
    }

    private static DocumentKey Key(Guid id) => new(Collections.Liquidity, Partition, id.ToString("N"));
}
