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
/// <c>synchronous=NORMAL</c> a power cut may take the last commits, never the file's integrity.
/// </remarks>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private const int MaxGroup = 1_000;

    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(20_000) { SingleReader = true });
    private readonly Task _writer;
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
        var session = OpenSession();
        session.Execute("PRAGMA journal_mode=WAL");
        session.Execute(schema);
        _writer = Task.Factory.StartNew(
            () => WriteLoop(session), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>Runs work on the writer and returns its result once it is committed.</summary>
    /// <exception cref="Exception">Whatever the work threw; its own changes are undone, its neighbours' are not.</exception>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken = default)
    {
        var item = new Work<T>(work);
        await _queue.Writer.WriteAsync(item, cancellationToken);
        return await item.Completion.Task;
    }

    /// <summary>Runs work on a reading connection; it sees everything committed before it began.</summary>
    public T Read<T>(Func<SqliteSession, T> work)
    {
        var session = _readers.TryTake(out var free) ? free : OpenSession();
        try
        {
            return work(session);
        }
        finally
        {
            if (_disposed) session.Dispose();
            else _readers.Add(session);
        }
    }

    /// <summary>Finishes what is waiting and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        _queue.Writer.TryComplete();
        await _writer;
        while (_readers.TryTake(out var session)) session.Dispose();
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
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var work)) group.Add(work);
            Commit(session, group);
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
        catch (SqliteException e)
        {
            TryRollBack(session);
            foreach (var work in group) work.Fail(e);
            return;
        }

        foreach (var work in group) work.Complete();
    }

    private static void RunAlone(SqliteSession session, Work work)
    {
        session.Execute("SAVEPOINT work");
        try
        {
            work.Run(session);
        }
        catch (Exception e)
        {
            work.Fault = e;
            session.Execute("ROLLBACK TO work");
        }

        session.Execute("RELEASE work");
    }

    private static void TryRollBack(SqliteSession session)
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself; the original error is what the callers get.
        }
    }

    private abstract class Work
    {
        public Exception? Fault { get; set; }

        public abstract void Run(SqliteSession session);

        public abstract void Complete();

        public abstract void Fail(Exception e);
    }

    private sealed class Work<T>(Func<SqliteSession, T> run) : Work
    {
        private T _result = default!;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void Run(SqliteSession session) => _result = run(session);

        public override void Complete()
        {
            if (Fault is null) Completion.SetResult(_result);
            else Completion.SetException(Fault);
        }

        public override void Fail(Exception e) => Completion.SetException(Fault ?? e);
    }
}
