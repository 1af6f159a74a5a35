using System.Globalization;
using System.Text.Json;
using LiquidityRisk.Flows.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiquidityRisk.Adapters.Sqlite;

/// <summary>The document store in one SQLite file: for development, tests and demonstrations.</summary>
/// <remarks>
/// An ETag is the number of a write. Numbers never repeat, not even after deletes and restarts: every opening of the
/// file takes the next epoch, which forms the upper half. Expired documents are invisible at once and swept away later.
/// </remarks>
public sealed class SqliteDocumentStore : IDocumentStore, IAsyncDisposable
{
    /// <summary>What a <see cref="SqliteDatabase"/> needs to hold documents; may run at every start.</summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS documents (
            collection TEXT NOT NULL, partition TEXT NOT NULL, id TEXT NOT NULL,
            version INTEGER NOT NULL, at INTEGER NOT NULL, expires INTEGER, head BLOB, body BLOB NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS documents_key ON documents (collection, partition, id);
        CREATE INDEX IF NOT EXISTS documents_time ON documents (collection, partition, at, id);
        CREATE INDEX IF NOT EXISTS documents_expiry ON documents (expires) WHERE expires IS NOT NULL;
        CREATE TABLE IF NOT EXISTS documents_epoch (epoch INTEGER NOT NULL);
        INSERT INTO documents_epoch SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM documents_epoch);
        """;

    private const string IsLive = "(expires IS NULL OR expires > $4)";

    private const string ReadSql =
        $"SELECT version, at, body FROM documents WHERE collection = $1 AND partition = $2 AND id = $3 AND {IsLive}";

    private const string RefreshSql =
        $"SELECT version, at, CASE version WHEN $5 THEN NULL ELSE body END FROM documents WHERE collection = $1 AND partition = $2 AND id = $3 AND {IsLive}";

    private const string CreateSql = """
        INSERT INTO documents (collection, partition, id, version, at, expires, head, body)
        VALUES ($1, $2, $3, $5, $6, $7, $8, $9)
        ON CONFLICT (collection, partition, id) DO UPDATE SET
            version = excluded.version, at = excluded.at, expires = excluded.expires, head = excluded.head, body = excluded.body
        WHERE documents.expires <= $4
        """;

    private const string ReplaceSql = $"""
        UPDATE documents SET version = $5, at = $6, expires = $7, head = $8, body = $9
        WHERE collection = $1 AND partition = $2 AND id = $3 AND version = $10 AND {IsLive}
        """;

    private const string DeleteSql =
        $"DELETE FROM documents WHERE collection = $1 AND partition = $2 AND id = $3 AND version = $5 AND {IsLive}";

    private const string SweepSql =
        "DELETE FROM documents WHERE rowid IN (SELECT rowid FROM documents WHERE expires <= $1 LIMIT 1000)";

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly SqliteDatabase _database;
    private readonly bool _ownsDatabase;
    private readonly JsonSerializerOptions _json;
    private readonly TimeProvider _time;
    private long _version;
    private DateTimeOffset _nextSweep;

    /// <summary>Opens the file, creating it when missing, and closes it when disposed.</summary>
    public SqliteDocumentStore(string path, JsonSerializerOptions json, TimeProvider time)
        : this(new SqliteDatabase(path, Schema), json, time) =>
        _ownsDatabase = true;

    /// <summary>Uses a database that somebody else opened with <see cref="Schema"/> and will close.</summary>
    public SqliteDocumentStore(SqliteDatabase database, JsonSerializerOptions json, TimeProvider time)
    {
        (_database, _json, _time) = (database, json, time);
        _version = database.WriteAsync(TakeEpoch).GetAwaiter().GetResult() << 32;
        _nextSweep = time.GetUtcNow();
    }

    /// <inheritdoc/>
    public ValueTask<StoredDocument<T>?> ReadAsync<T>(DocumentKey key, CancellationToken cancellationToken)
        where T : class
    {
        DocumentRules.Check(key);
        cancellationToken.ThrowIfCancellationRequested();
        var now = Now();
        return ValueTask.FromResult(Read(session => session.First(
            ReadSql,
            row => Document<T>(key.Id, row),
            key.Collection, key.Partition, key.Id, now)));
    }

    /// <inheritdoc/>
    public ValueTask<StoredDocument<T>?> RefreshAsync<T>(DocumentKey key, StoredDocument<T> known, CancellationToken cancellationToken)
        where T : class
    {
        DocumentRules.Check(key);
        cancellationToken.ThrowIfCancellationRequested();
        if (!TryParse(known.ETag, out var version)) return ReadAsync<T>(key, cancellationToken);
        return ValueTask.FromResult(Read(session => session.First(
            RefreshSql,
            row => row.GetInt64(0) == version ? known : Document<T>(key.Id, row),
            key.Collection, key.Partition, key.Id, Now(), version)));
    }

    /// <inheritdoc/>
    public async ValueTask<WriteResult> WriteAsync<T>(
        DocumentKey key, T body, string? ifMatch, DocumentTags tags, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(body);
        DocumentRules.Check(key);
        var now = _time.GetUtcNow();
        var expires = DocumentRules.Expiry(key.Collection, tags, now)?.ToUnixTimeMilliseconds();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, _json);
        var head = tags.Head is { } h ? JsonSerializer.SerializeToUtf8Bytes(h, h.GetType(), _json) : null;
        DocumentRules.CheckSize(key, bytes.Length + (head?.Length ?? 0));
        var at = tags.At.ToUnixTimeMilliseconds();
        if (!TryParse(ifMatch, out var expected)) return WriteResult.Conflict;

        var version = await WriteAsync(
            session =>
            {
                Sweep(session, now);
                var next = ++_version;
                var changed = expected is null
                    ? session.Execute(
                        CreateSql,
                        key.Collection, key.Partition, key.Id, now.ToUnixTimeMilliseconds(), next, at, expires, head, bytes)
                    : session.Execute(
                        ReplaceSql,
                        key.Collection, key.Partition, key.Id, now.ToUnixTimeMilliseconds(), next, at, expires, head, bytes,
                        expected);
                return changed == 1 ? next : 0;
            },
            cancellationToken);
        return version == 0 ? WriteResult.Conflict : new(Written: true, ETag(version));
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(DocumentKey key, string ifMatch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ifMatch);
        DocumentRules.Check(key);
        if (!TryParse(ifMatch, out var expected)) return false;
        var now = Now();
        return await WriteAsync(
            session => session.Execute(DeleteSql, key.Collection, key.Partition, key.Id, now, expected) == 1,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DocumentPage<T>> ListAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class =>
        List<T>(query, query.NewestFirst ? SqliteListings.NewestBodies : SqliteListings.OldestBodies, cancellationToken);

    /// <inheritdoc/>
    public Task<DocumentPage<T>> ListHeadsAsync<T>(ListQuery query, CancellationToken cancellationToken)
        where T : class =>
        List<T>(query, query.NewestFirst ? SqliteListings.NewestHeads : SqliteListings.OldestHeads, cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Read(session => session.First("SELECT epoch FROM documents_epoch", row => row.GetInt64(0)));
        return Task.CompletedTask;
    }

    /// <summary>Closes the file when this store opened it.</summary>
    public ValueTask DisposeAsync() => _ownsDatabase ? _database.DisposeAsync() : ValueTask.CompletedTask;

    private static long TakeEpoch(SqliteSession session)
    {
        session.Execute("UPDATE documents_epoch SET epoch = epoch + 1");
        return session.First("SELECT epoch FROM documents_epoch", row => row.GetInt64(0));
    }

    private static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    // An ETag that this store never gave out matches nothing.
    private static bool TryParse(string? eTag, out long? version)
    {
        version = null;
        if (eTag is null) return true;
        if (!long.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        version = number;
        return true;
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private Task<DocumentPage<T>> List<T>(ListQuery query, string sql, CancellationToken cancellationToken)
        where T : class
    {
        var (after, before) = ListRange.Of(query);
        cancellationToken.ThrowIfCancellationRequested();
        var now = Now();
        var items = Read(session => session.Query(
            sql,
            row => new StoredDocument<T>(row.GetString(0), Parse<T>(row, 3), ETag(row.GetInt64(1)), Time(row.GetInt64(2))),
            query.Collection, query.Partition, query.Limit + 1, now,
            after.UnixMilliseconds, after.Id, before.UnixMilliseconds, before.Id));
        return Task.FromResult(Paging.Page(items, query.Limit));
    }

    // A row of version, time and body.
    private StoredDocument<T> Document<T>(string id, SqliteDataReader row) =>
        new(id, Parse<T>(row, 2), ETag(row.GetInt64(0)), Time(row.GetInt64(1)));

    private T Parse<T>(SqliteDataReader row, int column) =>
        JsonSerializer.Deserialize<T>(raw.sqlite3_column_blob(row.Handle, column), _json)
            ?? throw new JsonException("A stored document is the JSON value null.");

    private void Sweep(SqliteSession session, DateTimeOffset now)
    {
        if (now < _nextSweep) return;
        _nextSweep = now + SweepEvery;
        session.Execute(SweepSql, now.ToUnixTimeMilliseconds());
    }

    private T Read<T>(Func<SqliteSession, T> work)
    {
        try
        {
            return _database.Read(work);
        }
        catch (Exception e) when (IsUnavailable(e))
        {
            throw Unavailable("read", e);
        }
    }

    private async ValueTask<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await _database.WriteAsync(work, cancellationToken);
        }
        catch (Exception e) when (IsUnavailable(e))
        {
            throw Unavailable("written", e);
        }
    }

    // BUSY, READONLY, IOERR, FULL, CANTOPEN: the file or its disk is at fault, not the statement.
    private static bool IsUnavailable(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 5 or 8 or 10 or 13 or 14 } => true,
        IOException { InnerException: SqliteException } => true,
        _ => false,
    };

    private StoreUnavailableException Unavailable(string done, Exception e) =>
        new($"The document store {_database.Path} cannot be {done}: {e.Message}", e);
}
