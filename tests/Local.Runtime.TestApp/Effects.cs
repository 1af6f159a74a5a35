using LiquidityRisk.Adapters.Sqlite;

namespace LiquidityRisk.Local.Runtime.TestApp;

/// <summary>What the functions have done to the world: a database of its own, written idempotently.</summary>
public sealed class Effects : IAsyncDisposable
{
    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS lives (life INTEGER PRIMARY KEY, at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS applied (id TEXT PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS totals (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS ticks (number INTEGER PRIMARY KEY, life INTEGER NOT NULL, due INTEGER NOT NULL, past_due INTEGER NOT NULL, at INTEGER NOT NULL);
        INSERT INTO totals VALUES ('applied', 0), ('delivered', 0) ON CONFLICT DO NOTHING;
        """;

    private readonly SqliteDatabase _database;
    private readonly Lazy<Task<long>> _life;

    public Effects(DateTimeOffset started)
    {
        _database = new SqliteDatabase(
            Environment.GetEnvironmentVariable("TESTAPP_EFFECTS") ?? throw new InvalidOperationException("TESTAPP_EFFECTS names no file."), Schema);
        _life = new Lazy<Task<long>>(() => _database.WriteAsync(session => session.First(
            "INSERT INTO lives (at) VALUES ($1) RETURNING life", row => row.GetInt64(0), started.UtcTicks)));
    }

    public Task ApplyAsync(string id) => _database.WriteAsync(session =>
    {
        session.Execute("UPDATE totals SET value = value + 1 WHERE name = 'delivered'");
        var isNew = session.Execute("INSERT INTO applied VALUES ($1) ON CONFLICT DO NOTHING", id);
        return session.Execute("UPDATE totals SET value = value + $1 WHERE name = 'applied'", isNew);
    });

    public async Task TickAsync(DateTime due, bool isPastDue, DateTimeOffset now)
    {
        var life = await _life.Value;
        await _database.WriteAsync(session =>
            session.Execute("INSERT INTO ticks (life, due, past_due, at) VALUES ($1, $2, $3, $4)", life, due.Ticks, isPastDue, now.UtcTicks));
    }

    /// <summary>The events that were applied.</summary>
    public IReadOnlyList<string> Applied() => _database.Read(session => session.Query("SELECT id FROM applied", row => row.GetString(0)));

    /// <summary>Applied events in all, and ticks since this process started.</summary>
    public async Task<(long Applied, long Ticks)> CountAsync()
    {
        var life = await _life.Value;
        return _database.Read(session => (
            session.First("SELECT value FROM totals WHERE name = 'applied'", row => row.GetInt64(0)),
            session.First("SELECT COUNT(*) FROM ticks WHERE life = $1", row => row.GetInt64(0), life)));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
