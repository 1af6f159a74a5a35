using System.Globalization;
using System.Text;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Audit;

/// <summary>Keeps and reads the append-only chains. There is no way to change or remove a record.</summary>
public sealed class AuditTrail(IDocumentStore store, TimeProvider time)
{
    private const int MaxAttempts = 20;

    /// <summary>Files records that were made elsewhere; one that is there already stays as it is.</summary>
    /// <param name="records">The records, each with what listings see of it besides itself; null for nothing.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task FileAsync(IEnumerable<(AuditRecord Record, object? Head)> records, CancellationToken cancellationToken)
    {
        foreach (var (record, head) in records)
            await store.WriteAsync(Key(record.Subject, record.Sequence), record, ifMatch: null, new DocumentTags(record.At, head), cancellationToken);
    }

    /// <summary>Makes and files the next record of a subject whose chain is kept by this trail alone.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time.</exception>
    public async Task AppendAsync(string subject, string kind, string actor, string content, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var record = AuditRecord.After(await TailAsync(subject, cancellationToken), subject, time.GetUtcNow(), kind, actor, content);
            var written = await store.WriteAsync(Key(subject, record.Sequence), record, ifMatch: null, new DocumentTags(record.At), cancellationToken);
            if (written.Written) return;
        }

        throw new StoreUnavailableException($"Others wrote to the audit of {subject} at every one of {MaxAttempts} attempts.");
    }

    /// <summary>One page of a subject's records, oldest first.</summary>
    /// <exception cref="ArgumentException">The cursor is not one of ours.</exception>
    public async Task<AuditListAnswer> ListAsync(
        string subject, DateTimeOffset? from, DateTimeOffset? to, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync<AuditRecord>(
            new ListQuery(Collections.Audit, subject, from, to, Limit: limit, Cursor: cursor), cancellationToken);
        return new([.. page.Items.Select(i => Answer(i.Body))], page.Cursor);
    }

    /// <summary>The newest record of a kind at or before an instant; null when there is none.</summary>
    public async Task<AuditRecord?> AsOfAsync(string subject, string kind, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            // Listings are kept to the millisecond and their upper bound is exclusive.
            var page = await store.ListAsync<AuditRecord>(
                new ListQuery(Collections.Audit, subject, To: asOf?.AddMilliseconds(1), NewestFirst: true, Limit: 20, Cursor: cursor),
                cancellationToken);
            var found = page.Items.Select(i => i.Body)
                .FirstOrDefault(r => string.Equals(r.Kind, kind, StringComparison.Ordinal) && (asOf is null || r.At <= asOf));
            if (found is not null) return found;
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return null;
    }

    /// <summary>Walks a whole chain from its first record.</summary>
    public async Task<ChainVerdictAnswer> VerifyAsync(string subject, CancellationToken cancellationToken)
    {
        var tail = AuditTail.Empty;
        string? cursor = null;
        do
        {
            var page = await store.ListAsync<AuditRecord>(new ListQuery(Collections.Audit, subject, Limit: 500, Cursor: cursor), cancellationToken);
            foreach (var record in page.Items.Select(i => i.Body))
            {
                if (record.FaultAfter(tail) is { } fault) return new(subject, Intact: false, tail.Sequence, fault, tail.Hash);
                tail = record.Tail;
            }

            cursor = page.Cursor;
        }
        while (cursor is not null);
        return new(subject, Intact: true, tail.Sequence, null, tail.Sequence == 0 ? null : tail.Hash);
    }

    /// <summary>A record as readers get it.</summary>
    public static AuditRecordAnswer Answer(AuditRecord r) =>
        new(r.Subject, r.Sequence, r.At, r.Kind, r.Actor, r.PreviousHash, r.Hash, new RawJson(Encoding.UTF8.GetBytes(r.Content)));

    private async Task<AuditTail> TailAsync(string subject, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync<AuditRecord>(new ListQuery(Collections.Audit, subject, NewestFirst: true, Limit: 1), cancellationToken);
        return page.Items is [{ Body: var last }] ? last.Tail : AuditTail.Empty;
    }

    private static DocumentKey Key(string subject, long sequence) =>
        new(Collections.Audit, subject, sequence.ToString("D12", CultureInfo.InvariantCulture));
}
