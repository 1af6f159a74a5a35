using LiquidityRisk.Adapters.Sqlite;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>Tables of one part: statements that may run at every start.</summary>
internal sealed record RuntimeSchema(string Sql);

/// <summary>What the runtime keeps across restarts. Holds the data folder for this process alone.</summary>
internal sealed class RuntimeDatabase : IAsyncDisposable
{
    private readonly FileStream _lock;
    private readonly SqliteDatabase _database;
    private volatile bool _aborted;

    public RuntimeDatabase(IOptions<RuntimeOptions> options, IEnumerable<RuntimeSchema> schemas)
    {
        var folder = Directory.CreateDirectory(options.Value.DataDirectory).FullName;
        _lock = Occupy(folder);
        _database = new SqliteDatabase(
            Path.Combine(folder, "runtime.db"), string.Join('\n', schemas.Select(s => s.Sql).Append("SELECT 1")));
    }

    /// <summary>Runs work on the writer; completes when it is committed.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken = default) =>
        _aborted ? throw new OperationCanceledException("The runtime was killed.") : _database.WriteAsync(work, cancellationToken);

    /// <summary>Runs work on a reading connection.</summary>
    public T Read<T>(Func<SqliteSession, T> work) => _database.Read(work);

    /// <summary>From now on nothing is stored any more, as if the process had died.</summary>
    public void Abort() => _aborted = true;

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private static FileStream Occupy(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "runtime.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartupException($"The data folder {folder} is in use by another process. Stop it or pass --data DIR.", e);
        }
    }
}
