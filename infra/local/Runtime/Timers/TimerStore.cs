using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Local.Runtime.Timers;

/// <summary>Remembers for each timer when it last ran and when it is due next.</summary>
internal sealed class TimerStore(RuntimeDatabase database)
{
    public static readonly RuntimeSchema Schema = new(
        """
        CREATE TABLE IF NOT EXISTS timers (
            name TEXT PRIMARY KEY, schedule TEXT NOT NULL, last INTEGER NOT NULL, next INTEGER NOT NULL) WITHOUT ROWID;
        """);

    /// <summary>The status of a timer, or null when it is new or has another schedule now.</summary>
    public ScheduleStatus? Read(string name, TimerSchedule schedule) => database.Read(session => session.First(
        "SELECT last, next FROM timers WHERE name = $1 AND schedule = $2",
        row => new ScheduleStatus { Last = Utc(row.GetInt64(0)), LastUpdated = Utc(row.GetInt64(0)), Next = Utc(row.GetInt64(1)) },
        name, schedule.Text));

    public Task WriteAsync(string name, TimerSchedule schedule, DateTime last, DateTime next) => database.WriteAsync(session =>
        session.Execute(
            "INSERT OR REPLACE INTO timers VALUES ($1, $2, $3, $4)",
            name, schedule.Text, last.Ticks, next.Ticks));

    private static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
