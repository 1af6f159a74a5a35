using System.Collections.Concurrent;
using System.Globalization;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>
/// Loads and saves wallets. Documents lately read or written are kept in memory with their ETag, so that a reader only asks the store
/// whether they are still current; a stale copy costs a conflict and a read, never a wrong write.
/// </summary>
public sealed class WalletBook(IDocumentStore store)
{
    /// <summary>Partitions that wallets are spread over.</summary>
    public const int Shards = 32;

    /// <summary>Points of history in a page; about as many stay in the wallet's own document.</summary>
    public const int PointsPerPage = 12;

    private const int MaxAttempts = 10;
    private const int MaxRemembered = 20_000;

    private readonly ConcurrentDictionary<WalletAddress, StoredDocument<WalletDocument>> _recent = new();

    /// <summary>Reads what is stored now; null for an unknown wallet.</summary>
    public async ValueTask<StoredDocument<WalletDocument>?> ReadAsync(WalletAddress address, CancellationToken cancellationToken)
    {
        var stored = _recent.TryGetValue(address, out var known)
            ? await store.RefreshAsync(Key(address), known, cancellationToken)
            : await store.ReadAsync<WalletDocument>(Key(address), cancellationToken);
        if (stored is not null && !ReferenceEquals(stored, known)) Remember(address, stored);
        return stored;
    }

    /// <summary>Changes a wallet: loads it, decides, saves, and decides again whenever somebody else was first.</summary>
    /// <param name="address">Which wallet.</param>
    /// <param name="first">What is known to be stored, for the first attempt; null to read.</param>
    /// <param name="decide">Given what is stored (null for an unknown wallet), the changed document; null leaves it as it is.</param>
    /// <param name="cancellationToken">Stops waiting; the change may still be saved.</param>
    /// <returns>The document as saved, or null when it was left as it is.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time.</exception>
    public async Task<WalletDocument?> ChangeAsync(
        WalletAddress address,
        StoredDocument<WalletDocument>? first,
        Func<WalletDocument?, WalletDocument?> decide,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = attempt == 0 && first is not null ? first : await ReadAsync(address, cancellationToken);
            if (decide(stored?.Body) is not { } changed) return null;
            changed = await FileHistoryAsync(changed, cancellationToken);
            if (await SaveAsync(changed, stored?.ETag, cancellationToken)) return changed;
        }

        throw new StoreUnavailableException($"The wallet {address} was changed by others at every one of {MaxAttempts} attempts.");
    }

    /// <summary>The wallets of one partition, page by page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredDocument<WalletDocument>>> PagesAsync(
        int shard, int pageSize, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await store.ListAsync<WalletDocument>(
                new ListQuery(Collections.Wallets, ShardName(shard), Limit: pageSize, Cursor: cursor), cancellationToken);
            yield return page.Items;
            cursor = page.Cursor;
        }
        while (cursor is not null);
    }

    /// <summary>What lists see of all wallets.</summary>
    public async Task<List<WalletHead>> HeadsAsync(CancellationToken cancellationToken)
    {
        var shards = Enumerable.Range(0, Shards).Select(async shard =>
        {
            var heads = new List<WalletHead>();
            string? cursor = null;
            do
            {
                var page = await store.ListHeadsAsync<WalletHead>(
                    new ListQuery(Collections.Wallets, ShardName(shard), Limit: DocumentRules.MaxPageSize, Cursor: cursor), cancellationToken);
                heads.AddRange(page.Items.Select(i => i.Body));
                cursor = page.Cursor;
            }
            while (cursor is not null);
            return heads;
        });
        return [.. (await Task.WhenAll(shards)).SelectMany(s => s)];
    }

    /// <summary>Pages of a wallet's older history that may hold points of a period, oldest first.</summary>
    public async Task<List<WalletHistoryPage>> HistoryAsync(
        WalletAddress address, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var pages = new List<WalletHistoryPage>();
        string? cursor = null;
        do
        {
            // A page is listed under its last point.
            var page = await store.ListAsync<WalletHistoryPage>(
                new ListQuery(Collections.WalletHistory, address.Value, from, Limit: 100, Cursor: cursor), cancellationToken);
            pages.AddRange(page.Items.Select(i => i.Body));
            cursor = pages.Count > 0 && pages[^1].Points[0].At >= to ? null : page.Cursor;
        }
        while (cursor is not null);
        return pages;
    }

    // A full page leaves the document before it is saved without it; a page that is there already is the same one.
    private async ValueTask<WalletDocument> FileHistoryAsync(WalletDocument document, CancellationToken cancellationToken)
    {
        while (document.Points.Count >= 2 * PointsPerPage)
        {
            var page = new WalletHistoryPage([.. document.Points.Take(PointsPerPage)]);
            var id = page.Points[0].At.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
            await store.WriteAsync(
                new DocumentKey(Collections.WalletHistory, document.Address.Value, id), page, ifMatch: null, new DocumentTags(page.Points[^1].At), cancellationToken);
            document = document with { Points = [.. document.Points.Skip(PointsPerPage)] };
        }

        return document;
    }

    private async ValueTask<bool> SaveAsync(WalletDocument document, string? ifMatch, CancellationToken cancellationToken)
    {
        var head = new WalletHead(
            document.Address, document.TrackedSince is not null, document.Figures?.Level, document.Alerts.Open.Count, document.Seq, document.AlertSeq);
        var written = await store.WriteAsync(Key(document.Address), document, ifMatch, new DocumentTags(Listed, head), cancellationToken);
        if (written.Written) Remember(document.Address, new(document.Address.Value, document, written.ETag, Listed));
        else _recent.TryRemove(document.Address, out _);
        return written.Written;
    }

    // All under one time, so that a page's end stays where it is while wallets change.
    private static DateTimeOffset Listed => DateTimeOffset.UnixEpoch;

    private void Remember(WalletAddress address, StoredDocument<WalletDocument> stored)
    {
        if (_recent.Count >= MaxRemembered) _recent.Clear();
        _recent[address] = stored;
    }

    private static DocumentKey Key(WalletAddress address) => new(Collections.Wallets, ShardName(ShardOf(address)), address.Value);

    private static int ShardOf(WalletAddress address) => address.ToBytes()[^1] % Shards;

    private static string ShardName(int shard) => FormattableString.Invariant($"shard-{shard:00}");
}
