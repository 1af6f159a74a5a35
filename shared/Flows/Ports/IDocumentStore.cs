namespace LiquidityRisk.Flows.Ports;

/// <summary>
/// Where the flows keep their state: JSON documents, each in one partition of one collection, guarded by an ETag.
/// Cosmos DB in Azure, SQLite on a developer's machine; one conformance suite binds both.
/// </summary>
/// <remarks>
/// There is no last-writer-wins: every change of an existing document names the ETag it was read with.
/// Every operation touches a single partition. Adapters retry transient faults; when the server stays away they
/// throw <see cref="StoreUnavailableException"/>.
/// </remarks>
public interface IDocumentStore
{
    /// <summary>Reads one document.</summary>
    /// <returns>The document with its current ETag, or null when there is none (or it has expired).</returns>
    ValueTask<StoredDocument<T>?> ReadAsync<T>(DocumentKey key, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Reads one document anew, without fetching and parsing again what the reader already has.</summary>
    /// <param name="key">Which document.</param>
    /// <param name="known">What the reader has of it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns><paramref name="known"/> itself while it is current, else as <see cref="ReadAsync{T}"/>.</returns>
    ValueTask<StoredDocument<T>?> RefreshAsync<T>(DocumentKey key, StoredDocument<T> known, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Writes one document, body and tags together, atomically.</summary>
    /// <param name="key">Which document.</param>
    /// <param name="body">Its new body.</param>
    /// <param name="ifMatch">
    /// The ETag the change was based on; null means that the document must not exist yet.
    /// </param>
    /// <param name="tags">What lists and expiry see of the document.</param>
    /// <param name="cancellationToken">Stops waiting; the write may still happen.</param>
    /// <returns>The new ETag, or a conflict when somebody else wrote first (or created, or deleted) the document.</returns>
    ValueTask<WriteResult> WriteAsync<T>(
        DocumentKey key, T body, string? ifMatch, DocumentTags tags, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Deletes one document that still has the given ETag.</summary>
    /// <returns>False when the document has changed or is gone.</returns>
    ValueTask<bool> DeleteAsync(DocumentKey key, string ifMatch, CancellationToken cancellationToken);

    /// <summary>Lists documents of one partition in the order of (<see cref="DocumentTags.At"/>, id).</summary>
    Task<DocumentPage<T>> ListAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class;

    /// <summary>As <see cref="ListAsync{T}"/>, but brings only the <see cref="DocumentTags.Head"/> of each document.</summary>
    /// <remarks>Documents written without a head are left out.</remarks>
    Task<DocumentPage<T>> ListHeadsAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Answers when the store can be reached and throws <see cref="StoreUnavailableException"/> otherwise.</summary>
    Task PingAsync(CancellationToken cancellationToken);
}

/// <summary>The address of a document.</summary>
/// <param name="Collection">One of <see cref="Collections"/>.</param>
/// <param name="Partition">Partition key value, 1 to 200 characters, none of them control characters.</param>
/// <param name="Id">
/// Unique in its partition; 1 to 200 characters, no control character, none of <c>/ \ ? # %</c>, no space at its end.
/// </param>
public readonly record struct DocumentKey(string Collection, string Partition, string Id);

/// <summary>A document as read.</summary>
/// <param name="Id">Its id within the partition.</param>
/// <param name="Body">The body, or the head when heads were listed.</param>
/// <param name="ETag">Opaque version; changes with every write.</param>
/// <param name="At">The time it was tagged with.</param>
public sealed record StoredDocument<T>(string Id, T Body, string ETag, DateTimeOffset At);

/// <summary>What became of a write.</summary>
/// <param name="Written">False means a conflict: read again and decide again.</param>
/// <param name="ETag">The new version when written, otherwise empty.</param>
public readonly record struct WriteResult(bool Written, string ETag)
{
    /// <summary>Somebody else changed, created or deleted the document first.</summary>
    public static WriteResult Conflict => new(false, "");
}

/// <summary>What lists and expiry see of a document.</summary>
/// <param name="At">The time it is listed under; kept to the millisecond.</param>
/// <param name="Head">A small object that lists can return instead of the whole body; null for none.</param>
/// <param name="TimeToLive">Expires so long after this write; null means the collection's default.</param>
public sealed record DocumentTags(DateTimeOffset At, object? Head = null, TimeSpan? TimeToLive = null);

/// <summary>A listing within one partition.</summary>
/// <param name="Collection">One of <see cref="Collections"/>.</param>
/// <param name="Partition">Partition key value.</param>
/// <param name="From">Earliest time, inclusive; null for no bound.</param>
/// <param name="To">Latest time, exclusive; null for no bound.</param>
/// <param name="NewestFirst">Descending instead of ascending order.</param>
/// <param name="Limit">Page size, 1 to 1,000.</param>
/// <param name="Cursor">The cursor of the previous page; null for the first.</param>
public sealed record ListQuery(
    string Collection,
    string Partition,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    bool NewestFirst = false,
    int Limit = 100,
    string? Cursor = null);

/// <summary>One page of a listing.</summary>
/// <param name="Items">The documents, in order.</param>
/// <param name="Cursor">Opaque; asks for the next page. Null when this was the last.</param>
public sealed record DocumentPage<T>(IReadOnlyList<StoredDocument<T>> Items, string? Cursor);

/// <summary>The store did not answer after retries. Callers may try again later; nothing is known to be lost.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Says which operation failed and why.</summary>
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
