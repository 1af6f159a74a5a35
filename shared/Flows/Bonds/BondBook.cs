using System.Collections.Concurrent;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Loads and saves bond documents, and remembers which of their announcements have been published.</summary>
/// <remarks>
/// Documents recently read or written are kept in memory with their ETag, so that the instance which owns a partition of the feed
/// does not read back what it has just written, and a reader only asks the store whether they are still current. A stale copy costs a conflict and a read, never a wrong write.
/// Published announcements and filed records leave the document with the bond's next write, or with the sweep when it stays quiet.
/// </remarks>
public sealed class BondBook(IDocumentStore store, BondSettings settings)
{
    /// <summary>Number of partitions that bonds are spread over.</summary>
    public const int Shards = 16;

    private const int MaxRemembered = 20_000;
    private const int MaxAttempts = 10;

    private readonly ConcurrentDictionary<Isin, StoredDocument<BondDocument>> _recent = new();
    private readonly ConcurrentDictionary<Isin, long> _published = new();
    private readonly ConcurrentDictionary<Isin, long> _filed = new();

    /// <summary>The partitions.</summary>
    public static IEnumerable<string> ShardNames => Enumerable.Range(0, Shards).Select(ShardName);

    /// <summary>Reads what is stored now; null for an unknown bond.</summary>
    public async ValueTask<StoredDocument<BondDocument>?> ReadAsync(Isin isin, CancellationToken cancellationToken)
    {
        var known = _recent.GetValueOrDefault(isin);
        var stored = known is null
            ? await store.ReadAsync<BondDocument>(Key(isin), cancellationToken)
            : await store.RefreshAsync(Key(isin), known, cancellationToken);
        if (stored is not null && !ReferenceEquals(stored, known)) Remember(isin, stored);
        return stored;
    }

    /// <summary>As <see cref="ReadAsync"/>, but may answer from memory with a version that has been overtaken.</summary>
    public async ValueTask<StoredDocument<BondDocument>?> RecallAsync(Isin isin, CancellationToken cancellationToken) =>
        _recent.TryGetValue(isin, out var known) ? known : await ReadAsync(isin, cancellationToken);

    /// <summary>Saves a changed document, leaving out announcements that are known to be published.</summary>
    /// <returns>False when somebody else changed the document first; the copy in memory is forgotten then.</returns>
    public async ValueTask<bool> SaveAsync(BondDocument changed, string? ifMatch, CancellationToken cancellationToken)
    {
        var body = changed with { Outbox = Unpublished(changed), Unfiled = Unfiled(changed) };
        var at = body.State?.AsOf ?? default;
        var head = body.Translation(settings.Weights) is { } t
            ? BondHead.Of(body, t)
            : null;
        var written = await store.WriteAsync(Key(changed.Isin), body, ifMatch, new DocumentTags(at, head), cancellationToken);
        if (!written.Written)
        {
            _recent.TryRemove(changed.Isin, out _);
            return false;
        }

        Remember(changed.Isin, new StoredDocument<BondDocument>(changed.Isin.Value, body, written.ETag, at));
        return true;
    }

    /// <summary>Changes one bond: loads it, decides, saves, and decides again whenever somebody else was first.</summary>
    /// <param name="isin">Which bond.</param>
    /// <param name="fromMemory">
    /// Whether the first decision may be taken on a version that has been overtaken; one to change nothing is final.
    /// </param>
    /// <param name="decide">Given what is stored (null for an unknown bond), the changed document; null leaves it as it is.</param>
    /// <param name="cancellationToken">Stops waiting; the change may still be saved.</param>
    /// <returns>The document as saved, or null when it was left as it is.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time.</exception>
    public async Task<BondDocument?> ChangeAsync(
        Isin isin, bool fromMemory, Func<BondDocument?, BondDocument?> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = fromMemory ? await RecallAsync(isin, cancellationToken) : await ReadAsync(isin, cancellationToken);
            if (decide(stored?.Body) is not { } changed) return null;
            if (await SaveAsync(changed, stored?.ETag, cancellationToken)) return changed;
        }

        throw new StoreUnavailableException($"The document of {isin} was changed by others at every one of {MaxAttempts} attempts.");
    }

    /// <summary>Notes that a bond's announcements up to a number have been published.</summary>
    public void MarkPublished(Isin isin, long number) =>
        _published.AddOrUpdate(isin, number, (_, known) => Math.Max(known, number));

    /// <summary>A bond's announcements that are not known to be published.</summary>
    public IReadOnlyList<OutboxEntry> Unpublished(BondDocument document)
    {
        var published = _published.GetValueOrDefault(document.Isin);
        return [.. document.Outbox.Where(e => e.Number > published)];
    }

    /// <summary>Notes that a bond's audit records up to a number have been filed.</summary>
    public void MarkFiled(Isin isin, long sequence) => _filed.AddOrUpdate(isin, sequence, (_, known) => Math.Max(known, sequence));

    /// <summary>A bond's audit records that are not known to be filed.</summary>
    public IReadOnlyList<UnfiledRecord> Unfiled(BondDocument document)
    {
        if (document.Unfiled.Count == 0) return [];
        var filed = _filed.GetValueOrDefault(document.Isin);
        return [.. document.Unfiled.Where(r => r.Record.Sequence > filed)];
    }

    /// <summary>The heads of all bonds.</summary>
    public async Task<List<BondHead>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(ShardNames.Select(s => ListShardAsync(s, cancellationToken)))).SelectMany(s => s)];

    /// <summary>The heads of one partition.</summary>
    public async Task<List<BondHead>> ListShardAsync(string shard, CancellationToken cancellationToken)
    {
        var heads = new List<BondHead>();
        string? cursor = null;
        do
        {
            var page = await store.ListHeadsAsync<BondHead>(
                new ListQuery(Collections.Bonds, shard, Limit: 1_000, Cursor: cursor), cancellationToken);
            heads.AddRange(page.Items.Select(i => i.Body));
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return heads;
    }

    private void Remember(Isin isin, StoredDocument<BondDocument> document)
    {
        if (_recent.Count >= MaxRemembered) _recent.Clear();
        _recent[isin] = document;
    }

    private static DocumentKey Key(Isin isin) => new(Collections.Bonds, ShardName(Hash(isin) % Shards), isin.Value);

    private static string ShardName(int shard) => FormattableString.Invariant($"shard-{shard:00}");

    private static int Hash(Isin isin)
    {
        // FNV-1a: stable across processes and versions, unlike string.GetHashCode.
        var hash = 2_166_136_261u;
        foreach (var c in isin.Value) hash = unchecked((hash ^ c) * 16_777_619u);
        return (int)(hash & int.MaxValue);
    }
}
