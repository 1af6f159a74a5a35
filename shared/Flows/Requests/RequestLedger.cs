using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Requests;

/// <summary>
/// Remembers for a day what requests with an idempotency key were answered, so that one that comes again is answered the same and not carried
/// out again.
/// </summary>
public sealed class RequestLedger(IDocumentStore store, TimeProvider time)
{
    /// <summary>After this long a request without an answer is taken for one whose server died; it may be tried again.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(1);

    private const string Id = "request";

    /// <summary>Begins a request.</summary>
    /// <param name="key">Names caller, operation and key.</param>
    /// <param name="fingerprint">Of what was asked.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<RequestEntry> BeginAsync(string key, string fingerprint, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var mine = new StoredRequest(fingerprint, now, null, null, null);
        var written = await store.WriteAsync(Key(key), mine, ifMatch: null, new DocumentTags(now), cancellationToken);
        if (written.Written) return new(RequestState.Begun, key, written.ETag, mine);
        if (await store.ReadAsync<StoredRequest>(Key(key), cancellationToken) is not { Body: var earlier } stored)
            return new(RequestState.InFlight, key, "", mine);
        if (!string.Equals(earlier.Fingerprint, fingerprint, StringComparison.Ordinal)) return new(RequestState.Differs, key, "", earlier);
        if (earlier.Status is not null) return new(RequestState.Answered, key, "", earlier);
        if (now - earlier.BegunAt < Abandoned) return new(RequestState.InFlight, key, "", earlier);
        written = await store.WriteAsync(Key(key), mine, stored.ETag, new DocumentTags(now), cancellationToken);
        return written.Written ? new(RequestState.Begun, key, written.ETag, mine) : new(RequestState.InFlight, key, "", earlier);
    }

    /// <summary>Keeps the answer of a request that was begun.</summary>
    public async Task CompleteAsync(RequestEntry entry, int status, string body, string? location, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            Key(entry.Key), entry.Request with { Status = status, Body = body, Location = location }, entry.ETag, new DocumentTags(time.GetUtcNow()), cancellationToken);

    /// <summary>Forgets a request that was begun and refused: it may be sent again.</summary>
    public async Task ForgetAsync(RequestEntry entry, CancellationToken cancellationToken) =>
        await store.DeleteAsync(Key(entry.Key), entry.ETag, cancellationToken);

    private static DocumentKey Key(string key) => new(Collections.Requests, key, Id);
}

/// <summary>How a request with a key stands.</summary>
public enum RequestState
{
    /// <summary>Nobody else carries it out.</summary>
    Begun,

    /// <summary>It is being carried out.</summary>
    InFlight,

    /// <summary>The key was used for another request.</summary>
    Differs,

    /// <summary>It was carried out.</summary>
    Answered,
}

/// <summary>A request with a key.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Key">Names caller, operation and key.</param>
/// <param name="ETag">Version of the record, for whoever carries the request out.</param>
/// <param name="Request">The record.</param>
public sealed record RequestEntry(RequestState State, string Key, string ETag, StoredRequest Request);

/// <summary>A request as stored.</summary>
/// <param name="Fingerprint">Of what was asked.</param>
/// <param name="BegunAt">When.</param>
/// <param name="Status">HTTP status of the answer; null while there is none.</param>
/// <param name="Body">The answer's JSON.</param>
/// <param name="Location">Where to look for what it made.</param>
public sealed record StoredRequest(string Fingerprint, DateTimeOffset BegunAt, int? Status, string? Body, string? Location);
