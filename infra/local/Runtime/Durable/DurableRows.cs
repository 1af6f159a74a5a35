using System.Text.Json;
using LiquidityRisk.Adapters.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LiquidityRisk.Local.Runtime.Durable;

/// <summary>What is known of an instance without its history.</summary>
internal sealed record InstanceRow(
    string Id, string Name, long Execution, OrchestrationRuntimeStatus Status, long Created, long Updated,
    string? Input, string? Output, string? CustomStatus, string? Failure, string? Parent)
{
    public const string Columns =
        "id, name, execution, status, created, updated, input, output, custom_status, failure, parent";

    public bool IsFinished => Status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public ParentLink? ParentLink => Parent is null ? null : JsonSerializer.Deserialize<ParentLink>(Parent);

    public static InstanceRow Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), (OrchestrationRuntimeStatus)row.GetInt32(3), row.GetInt64(4), row.GetInt64(5),
        Text(row, 6), Text(row, 7), Text(row, 8), Text(row, 9), Text(row, 10));

    public OrchestrationMetadata ToMetadata(DataConverter? converter) => new(Name, Id)
    {
        DataConverter = converter,
        RuntimeStatus = Status,
        CreatedAt = new DateTimeOffset(Created, TimeSpan.Zero),
        LastUpdatedAt = new DateTimeOffset(Updated, TimeSpan.Zero),
        SerializedInput = converter is null ? null : Input,
        SerializedOutput = converter is null ? null : Output,
        SerializedCustomStatus = converter is null ? null : CustomStatus,
        FailureDetails = converter is null || Failure is null ? null : JsonSerializer.Deserialize<TaskFailureDetails>(Failure),
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>A message for an instance: for one of its executions, or (null) for whichever runs.</summary>
internal sealed record InboxRow(long Sequence, long? Execution, HistoryEvent Event);

/// <summary>An activity that has been asked for and not answered.</summary>
internal sealed record ActivityRow(long Sequence, string InstanceId, long Execution, int TaskId, string Name, string? Input);

/// <summary>Everything that one step of an instance starts from.</summary>
internal sealed record StepWork(InstanceRow? Instance, List<HistoryEvent> History, List<InboxRow> Inbox);

/// <summary>What has to be set in motion once a write is committed.</summary>
internal sealed class Aftermath
{
    public List<ActivityRow> Activities { get; } = [];

    public List<(long Due, string InstanceId)> Timers { get; } = [];

    public List<string> Instances { get; } = [];
}

/// <summary>SQL shared by the step and the client; everything runs within the caller's write.</summary>
internal static class DurableSql
{
    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS durable_instances(
          id TEXT PRIMARY KEY, name TEXT NOT NULL, execution INTEGER NOT NULL, status INTEGER NOT NULL, created INTEGER NOT NULL,
          updated INTEGER NOT NULL, input TEXT, output TEXT, custom_status TEXT, failure TEXT, parent TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS durable_history(
          instance TEXT NOT NULL, seq INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY(instance, seq)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS durable_inbox(
          seq INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, execution INTEGER, due INTEGER NOT NULL, event TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS durable_inbox_by_instance ON durable_inbox(instance, due);
        CREATE TABLE IF NOT EXISTS durable_activities(
          seq INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, execution INTEGER NOT NULL, task INTEGER NOT NULL,
          name TEXT NOT NULL, input TEXT);
        CREATE INDEX IF NOT EXISTS durable_activities_by_instance ON durable_activities(instance);
        """;

    public static InstanceRow? Instance(SqliteSession session, string id) =>
        session.First($"SELECT {InstanceRow.Columns} FROM durable_instances WHERE id = $1", InstanceRow.Read, id);

    public static StepWork Work(SqliteSession session, string id, long now) => new(
        Instance(session, id),
        session.Query(
            "SELECT event FROM durable_history WHERE instance = $1 ORDER BY seq", r => HistoryEvent.FromJson(r.GetString(0)), id),
        session.Query(
            "SELECT seq, execution, event FROM durable_inbox WHERE instance = $1 AND due <= $2 ORDER BY due, seq",
            r => new InboxRow(r.GetInt64(0), r.IsDBNull(1) ? null : r.GetInt64(1), HistoryEvent.FromJson(r.GetString(2))),
            id,
            now));

    public static void Send(SqliteSession session, string instance, long? execution, long due, HistoryEvent e) => session.Execute(
        "INSERT INTO durable_inbox(instance, execution, due, event) VALUES($1, $2, $3, $4)", instance, execution, due, e.ToJson());

    public static List<ActivityRow> Activities(SqliteSession session) => session.Query(
        "SELECT seq, instance, execution, task, name, input FROM durable_activities ORDER BY seq",
        r => new ActivityRow(
            r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetInt32(3), r.GetString(4), r.IsDBNull(5) ? null : r.GetString(5)));

    /// <summary>Creates an instance in place of a finished one of the same id.</summary>
    /// <returns>False when an unfinished instance has the id.</returns>
    public static bool TryCreate(SqliteSession session, string id, ExecutionStarted start, long now, long due)
    {
        var existing = Instance(session, id);
        if (existing is { IsFinished: false }) return false;
        var execution = (existing?.Execution ?? 0) + 1;
        Remove(session, id);
        session.Execute(
            $"INSERT INTO durable_instances({InstanceRow.Columns}) VALUES($1, $2, $3, $4, $5, $5, $6, NULL, NULL, NULL, $7)",
            id, start.Name, execution, (int)OrchestrationRuntimeStatus.Pending, now, start.Input,
            start.Parent is null ? null : JsonSerializer.Serialize(start.Parent));
        Send(session, id, execution, due, start);
        return true;
    }

    /// <summary>Removes an instance with everything that belongs to it.</summary>
    public static int Remove(SqliteSession session, string id)
    {
        session.Execute("DELETE FROM durable_history WHERE instance = $1", id);
        RemovePending(session, id);
        return session.Execute("DELETE FROM durable_instances WHERE id = $1", id);
    }

    public static void RemovePending(SqliteSession session, string id)
    {
        session.Execute("DELETE FROM durable_inbox WHERE instance = $1", id);
        session.Execute("DELETE FROM durable_activities WHERE instance = $1", id);
    }
}
