using System.Globalization;
using System.Text.Json;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.TestKit;

/// <summary>
/// The document store in memory, for tests of flows. It holds JSON, not objects, so that a test notices when a flow relies on
/// sharing an object with the store; and it can be told to fail.
/// </summary>
public sealed class MemoryDocumentStore(TimeProvider time, JsonSerializerOptions? json = null) : IDocumentStore
{
    private readonly Dictionary<string, long> _writes = new(StringComparer.Ordinal);
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Lock _gate = new();
    private readonly Dictionary<DocumentKey, Entry> _documents = [];
    private readonly JsonSerializerOptions _json = json ?? SnakeCase;
    private long _version;
    private int _conflicts;

    /// <summary>While true, everything throws <see cref="StoreUnavailableException"/>.</summary>
    public bool IsUnavailable { get; set; }

    /// <summary>How many writes have succeeded.</summary>
    public long Writes => _writes.Values.Sum();

    /// <summary>Writes that took place in one collection.</summary>
    public long WritesTo(string collection) => _writes.GetValueOrDefault(collection);

    /// <summary>The next writes (or deletes) find that somebody else was first, whatever their ETag.</summary>
    public void ConflictOnNextWrites(int count = 1)
    {
        lock (_gate) _conflicts = count;
    }

    /// <summary>A store of its own with the same documents.</summary>
    public MemoryDocumentStore Copy(TimeProvider clock)
    {
        var copy = new MemoryDocumentStore(clock, _json);
        lock (_gate)
        {
            copy._version = _version;
            foreach (var (key, entry) in _documents) copy._documents.Add(key, entry);
        }

        return copy;
    }

    public ValueTask<StoredDocument<T>?> ReadAsync<T>(DocumentKey key, CancellationToken cancellationToken)
        where T : class
    {
        DocumentRules.Check(key);
        Enter(cancellationToken);
        lock (_gate) return ValueTask.FromResult(Live(key) is { } entry ? Document<T>(key.Id, entry, entry.Body) : null);
    }

    public ValueTask<StoredDocument<T>?> RefreshAsync<T>(DocumentKey key, StoredDocument<T> known, CancellationToken cancellationToken)
        where T : class
    {
        DocumentRules.Check(key);
        Enter(cancellationToken);
        lock (_gate)
        {
            return ValueTask.FromResult(Live(key) is not { } entry ? null : entry.ETag == known.ETag ? known : Document<T>(key.Id, entry, entry.Body));
        }
    }

    public ValueTask<WriteResult> WriteAsync<T>(
        DocumentKey key, T body, string? ifMatch, DocumentTags tags, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(body);
        DocumentRules.Check(key);
        Enter(cancellationToken);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, _json);
        var head = tags.Head is { } h ? JsonSerializer.SerializeToUtf8Bytes(h, h.GetType(), _json) : null;
        DocumentRules.CheckSize(key, bytes.Length + (head?.Length ?? 0));
        var expires = DocumentRules.Expiry(key.Collection, tags, time.GetUtcNow());
        lock (_gate)
        {
            if (TakeConflict() || Live(key)?.ETag != ifMatch) return ValueTask.FromResult(WriteResult.Conflict);
            var eTag = (++_version).ToString(CultureInfo.InvariantCulture);
            _documents[key] = new Entry(eTag, tags.At.ToUnixTimeMilliseconds(), expires, head, bytes);
            _writes[key.Collection] = _writes.GetValueOrDefault(key.Collection) + 1;
            return ValueTask.FromResult(new WriteResult(Written: true, eTag));
        }
    }

    public ValueTask<bool> DeleteAsync(DocumentKey key, string ifMatch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ifMatch);
        DocumentRules.Check(key);
        Enter(cancellationToken);
        lock (_gate)
            return ValueTask.FromResult(!TakeConflict() && Live(key)?.ETag == ifMatch && _documents.Remove(key));
    }

    public Task<DocumentPage<T>> ListAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class =>
        Task.FromResult(List<T>(query, entry => entry.Body, cancellationToken));

    public Task<DocumentPage<T>> ListHeadsAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class =>
        Task.FromResult(List<T>(query, entry => entry.Head, cancellationToken));

    public Task PingAsync(CancellationToken cancellationToken)
    {
        Enter(cancellationToken);
        return Task.CompletedTask;
    }

    // UTF-8 orders like code points, which UTF-16 does not.
    private static int CompareIds(string a, string b) =>
        System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b));

    private static int Compare(ListPosition a, ListPosition b) =>
        a.UnixMilliseconds != b.UnixMilliseconds
            ? a.UnixMilliseconds.CompareTo(b.UnixMilliseconds)
            : CompareIds(a.Id, b.Id);

    private void Enter(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsUnavailable) throw new StoreUnavailableException("The test has made the document store unavailable.");
    }

    private bool TakeConflict()
    {
        if (_conflicts == 0) return false;
        _conflicts--;
        return true;
    }

    private Entry? Live(DocumentKey key) =>
        _documents.TryGetValue(key, out var entry) && !(entry.Expires <= time.GetUtcNow()) ? entry : null;

    private DocumentPage<T> List<T>(ListQuery query, Func<Entry, byte[]?> part, CancellationToken cancellationToken)
        where T : class
    {
        var (after, before) = ListRange.Of(query);
        Enter(cancellationToken);
        lock (_gate)
        {
            var found = _documents.Keys
                .Where(key => key.Collection == query.Collection && key.Partition == query.Partition)
                .Select(key => (Entry: Live(key), Position: new ListPosition(_documents[key].At, key.Id)))
                .Where(d => d.Entry is not null && part(d.Entry) is not null
                    && Compare(d.Position, after) > 0 && Compare(d.Position, before) < 0);
            var byPosition = Comparer<ListPosition>.Create(Compare);
            var ordered = query.NewestFirst
                ? found.OrderByDescending(d => d.Position, byPosition)
                : found.OrderBy(d => d.Position, byPosition);
            return Paging.Page(
                ordered.Take(query.Limit + 1).Select(d => Document<T>(d.Position.Id, d.Entry!, part(d.Entry!)!)).ToList(),
                query.Limit);
        }
    }

    private StoredDocument<T> Document<T>(string id, Entry entry, byte[] part)
        where T : class =>
        new(id, JsonSerializer.Deserialize<T>(part, _json)!, entry.ETag, DateTimeOffset.FromUnixTimeMilliseconds(entry.At));

    private sealed record Entry(string ETag, long At, DateTimeOffset? Expires, byte[]? Head, byte[] Body);
}
