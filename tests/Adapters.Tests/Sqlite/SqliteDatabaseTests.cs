using LiquidityRisk.Adapters.Sqlite;
using Microsoft.Data.Sqlite;

namespace LiquidityRisk.Adapters.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IAsyncDisposable
{
    private const string Schema = "CREATE TABLE IF NOT EXISTS numbers (n INTEGER PRIMARY KEY, note TEXT)";
    private const string Insert = "INSERT INTO numbers (n) VALUES ($1)";

    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;

    public SqliteDatabaseTests() => _database = new SqliteDatabase(_folder.File("sub/numbers.db"), Schema);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_write_is_visible_to_reads_once_it_is_acknowledged()
    {
        Assert.Equal(1, await _database.WriteAsync(s => s.Execute(Insert, 7)));
        Assert.Equal([7], Numbers());
    }

    [Fact]
    public async Task Work_that_fails_is_undone_alone()
    {
        using var hold = new ManualResetEventSlim();
        var first = (await HoldWriterAsync(hold)).Held;
        var good = Enumerable.Range(1, 5).Select(n => _database.WriteAsync(s => s.Execute(Insert, n))).ToList();
        var bad = _database.WriteAsync<int>(s =>
        {
            s.Execute(Insert, 100);
            throw new InvalidOperationException("half way");
        });
        var broken = _database.WriteAsync(s => s.Execute(Insert, 1));
        var late = _database.WriteAsync(s => s.Execute(Insert, 6));
        hold.Set();

        Assert.True(await first.WaitAsync(Generous));
        await Task.WhenAll([.. good, late]).WaitAsync(Generous);
        Assert.Equal("half way", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.Equal(19, (await Assert.ThrowsAsync<SqliteException>(() => broken)).SqliteErrorCode);
        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers());
    }

    [Fact]
    public async Task A_group_that_cannot_be_committed_fails_as_a_whole_and_the_writer_lives_on()
    {
        using var hold = new ManualResetEventSlim();
        var first = (await HoldWriterAsync(hold)).Held;
        var good = _database.WriteAsync(s => s.Execute(Insert, 1));
        var thief = _database.WriteAsync(s => s.Execute("ROLLBACK"));
        hold.Set();

        Assert.True(await first.WaitAsync(Generous));
        await Assert.ThrowsAnyAsync<Exception>(() => good.WaitAsync(Generous));
        await Assert.ThrowsAnyAsync<Exception>(() => thief.WaitAsync(Generous));
        await _database.WriteAsync(s => s.Execute(Insert, 2)).WaitAsync(Generous);
        Assert.Equal([2], Numbers());
    }

    [Fact]
    public async Task Work_sees_what_earlier_work_of_its_group_did()
    {
        var writes = Enumerable.Range(1, 200).Select(_ => _database.WriteAsync(
            s => s.Execute("INSERT INTO numbers (n) SELECT coalesce(max(n), 0) + 1 FROM numbers")));
        await Task.WhenAll(writes).WaitAsync(Generous);
        Assert.Equal(Enumerable.Range(1, 200), Numbers());
    }

    [Fact]
    public async Task Cancelled_work_that_has_not_begun_does_not_happen()
    {
        using var hold = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var first = (await HoldWriterAsync(hold)).Held;
        var waiting = _database.WriteAsync(s => s.Execute(Insert, 1), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Generous));
        hold.Set();

        await first.WaitAsync(Generous);
        await _database.WriteAsync(s => s.Execute(Insert, 2)).WaitAsync(Generous);
        Assert.Equal([2], Numbers());
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_wait_and_refuses_later_ones()
    {
        using var hold = new ManualResetEventSlim();
        var first = (await HoldWriterAsync(hold)).Held;
        var waiting = Enumerable.Range(1, 50).Select(n => _database.WriteAsync(s => s.Execute(Insert, n))).ToList();
        var closing = _database.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _database.WriteAsync(s => s.Execute(Insert, 51)));
        Assert.Throws<ObjectDisposedException>(() => _database.Read(s => s.Execute("SELECT 1")));
        hold.Set();

        await Task.WhenAll([.. waiting, first]).WaitAsync(Generous);
        await closing;
        await using var again = new SqliteDatabase(_database.Path, Schema);
        Assert.Equal(Enumerable.Range(1, 50), Numbers(again));
    }

    [Fact]
    public async Task A_read_that_runs_while_the_database_closes_ends_well()
    {
        using var hold = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var read = Task.Run(() => _database.Read(s =>
        {
            begun.Set();
            hold.Wait(Generous);
            return s.Query("SELECT n FROM numbers", row => row.GetInt32(0));
        }));
        Assert.True(begun.Wait(Generous));
        await _database.DisposeAsync();
        hold.Set();
        Assert.Empty(await read.WaitAsync(Generous));
        Assert.False(File.Exists(_database.Path + "-wal"), "SQLite removes the log when the last connection is closed.");
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Many_readers_beside_a_writer_see_whole_transactions()
    {
        await _database.WriteAsync(s => s.Execute("INSERT INTO numbers (n, note) VALUES (1, '0'), (2, '0')"));
        using var begin = new Barrier(25);
        var readers = Enumerable.Range(0, 24).Select(_ => Task.Factory.StartNew(
            () =>
            {
                begin.SignalAndWait(Generous);
                return Enumerable.Range(0, 50).All(_ =>
                {
                    var notes = _database.Read(s => s.Query("SELECT note FROM numbers", row => row.GetString(0)));
                    return notes[0] == notes[1];
                });
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        begin.SignalAndWait(Generous);
        for (var i = 1; i <= 100; i++)
        {
            var note = $"{i}";
            await _database.WriteAsync(s =>
            {
                s.Execute("UPDATE numbers SET note = $1 WHERE n = 1", note);
                return s.Execute("UPDATE numbers SET note = $1 WHERE n = 2", note);
            });
        }

        Assert.All(await Task.WhenAll(readers).WaitAsync(Generous), Assert.True);
    }

    [Fact]
    public void A_schema_that_fails_leaves_the_file_free()
    {
        var path = _folder.File("bad.db");
        Assert.Throws<SqliteException>(() => new SqliteDatabase(path, "CREATE NONSENSE"));
        File.Delete(path);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_statement_run_with_another_number_of_arguments_is_refused()
    {
        _database.Read(s =>
        {
            s.First("SELECT $1", row => row.GetInt32(0), 1);
            return Assert.Throws<ArgumentException>(() => s.First("SELECT $1", row => row.GetInt32(0)));
        });
    }

    private async Task<(Task<bool> Held, bool Begun)> HoldWriterAsync(ManualResetEventSlim hold)
    {
        var begun = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = _database.WriteAsync(_ => begun.TrySetResult(true) && hold.Wait(Generous));
        return (held, await begun.Task.WaitAsync(Generous));
    }

    private List<int> Numbers(SqliteDatabase? database = null) =>
        (database ?? _database).Read(s => s.Query("SELECT n FROM numbers ORDER BY n", row => row.GetInt32(0)));
}
