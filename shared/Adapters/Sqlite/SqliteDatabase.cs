using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace LiquidityRisk.Adapters.Sqlite;

/// <summary>
/// One SQLite file in write-ahead mode: many readers beside one writer thread, which commits everything that is waiting
/// in one transaction (group commit), so that thousands of small writes a second cost a few commits.
/// </summary>
/// <remarks>
/// A write is acknowledged after its transaction is committed, so it survives the death of the process. With
/// <c>synchronous=NORMAL</c> a power cut may take the last commits, never the file's integrity. What was committed is moved from the log into
/// the file by a thread of its own, because that waits for the disk and commits must not.
/// </remarks>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private const int MaxGroup = 1_000;
    private const int WritesBetweenCheckpoints = 1_000;

    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(20_000) { SingleReader = true });
    private readonly SemaphoreSlim _checkpointDue = new(0, 1);
    private readonly Task _writer;
    private readonly Task _checkpointer;
    private volatile bool _disposed;

    /// <summary>Opens the file, creating it and its folder when missing, and applies the schema.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="schema">Statements that may run at every start (<c>CREATE TABLE IF NOT EXISTS …</c>).</param>
    public SqliteDatabase(string path, string schema)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        SQLitePCL.Batteries_V2.Init();
        var session = OpenWriter(schema);
        _writer = Task.Factory.StartNew(
            () => WriteLoop(session), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _checkpointer = Task.Run(CheckpointsAsync);
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Runs work on the writer and returns its result once it is committed.</summary>
    /// <param name="work">
    /// Statements that belong together. They run on the writer thread, so what can be prepared beforehand should be;
    /// work must not begin or end transactions.
    /// </param>
    /// <param name="cancellationToken">Stops waiting; work that has already begun still happens.</param>
    /// <exception cref="Exception">Whatever the work threw; its own changes are undone, its neighbours' are not.</exception>
    /// <exception cref="ObjectDisposedException">The database was closed before the work could be queued.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken = default)
    {
        var item = new Work<T>(work, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(item, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteDatabase), $"The database {Path} is closed.");
        }

        return await item.Completion.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Runs work on a reading connection; every statement sees all that was committed before it began.</summary>
    /// <exception cref="ObjectDisposedException">The database is closed.</exception>
    public T Read<T>(Func<SqliteSession, T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var session = _readers.TryTake(out var free) ? free : OpenSession();
        try
        {
            return work(session);
        }
        finally
        {
            _readers.Add(session);
            if (_disposed) CloseReaders();
        }
    }

    /// <summary>Finishes the queued writes, lets running reads end, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        _queue.Writer.TryComplete();
        await _writer;
        if (_checkpointDue.CurrentCount == 0) _checkpointDue.Release();
        await _checkpointer;
        CloseReaders();
    }

    private void CloseReaders()
    {
        while (_readers.TryTake(out var session)) session.Dispose();
    }

    private SqliteSession OpenWriter(string schema)
    {
        var session = OpenSession();
        try
        {
            session.Execute("PRAGMA journal_mode=WAL");
            // The writer moves the log (128 MB of it) itself only when the checkpoints cannot keep up.
            session.Execute("PRAGMA wal_autocheckpoint=32000");
            session.Execute(schema);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private SqliteSession OpenSession()
    {
        var session = new SqliteSession(_connectionString);
        session.Execute("PRAGMA busy_timeout=5000; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY");
        return session;
    }

    private void WriteLoop(SqliteSession session)
    {
        using var _ = session;
        var group = new List<Work>(MaxGroup);
        var since = 0;
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var work)) group.Add(work);
            Commit(session, group);
            since += group.Count;
            group.Clear();
            if (since < WritesBetweenCheckpoints || _checkpointDue.CurrentCount > 0) continue;
            since = 0;
            _checkpointDue.Release();
        }
    }

    private async Task CheckpointsAsync()
    {
        while (true)
        {
            await _checkpointDue.WaitAsync();
            if (_disposed) return;
            try
            {
                Read(session => session.Execute("PRAGMA wal_checkpoint(PASSIVE)"));
            }
            catch (Exception e) when (e is SqliteException or ObjectDisposedException)
            {
                // The log is moved at the next turn, or when the file is closed; until then it is read from where it is.
            }
        }
    }

    private static void Commit(SqliteSession session, List<Work> group)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            foreach (var work in group) RunAlone(session, work);
            session.Execute("COMMIT");
        }
        catch (Exception e)
        {
            // Nothing of the group is in the file, and the writer must live on whatever it was.
            TryRollBack(session);
            foreach (var work in group) work.Fail(e);
            return;
        }

        foreach (var work in group) work.Complete();
    }

    private static void RunAlone(SqliteSession session, Work work)
    {
        if (work.IsCancelled) return;
        session.Execute("SAVEPOINT work");
        try
        {
            work.Run(session);
        }
        catch (Exception e)
        {
            work.Fault = e;
            UndoAlone(session, e);
        }

        session.Execute("RELEASE work");
    }

    private static void UndoAlone(SqliteSession session, Exception cause)
    {
        try
        {
            session.Execute("ROLLBACK TO work");
        }
        catch (SqliteException)
        {
            // A full disk makes SQLite undo the whole transaction by itself; the cause says more than "no such savepoint".
            throw new IOException($"A transaction was lost: {cause.Message}", cause);
        }
    }

    private static void TryRollBack(SqliteSession session)
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            // SQLite has rolled back by itself; the original error is what the callers get.
        }
    }

    private abstract class Work
    {
        public Exception? Fault { get; set; }

        public abstract bool IsCancelled { get; }

        public abstract void Run(SqliteSession session);

        public abstract void Complete();

        public abstract void Fail(Exception e);
    }

    private sealed class Work<T>(Func<SqliteSession, T> run, CancellationToken cancellationToken) : Work
    {
        private bool _hasRun;
        private T _result = default!;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool IsCancelled => cancellationToken.IsCancellationRequested;

        public override void Run(SqliteSession session)
        {
            _hasRun = true;
            _result = run(session);
        }

        public override void Complete()
        {
            if (Fault is not null) Completion.SetException(Fault);
            else if (_hasRun) Completion.SetResult(_result);
            else Completion.SetCanceled(cancellationToken);
        }

        public override void Fail(Exception e) => Completion.SetException(Fault ?? e);
    }
}
