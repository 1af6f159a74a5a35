using System.Globalization;
using LiquidityRisk.Local.Runtime.Hosting;
using NCrontab;

namespace LiquidityRisk.Local.Runtime.Timers;

/// <summary>When a timer is due: six-field NCRONTAB (five fields mean second 0) in UTC, or a constant interval <c>hh:mm:ss</c>.</summary>
internal sealed class TimerSchedule
{
    private readonly CrontabSchedule? _crontab;
    private readonly TimeSpan _interval;

    public TimerSchedule(string text, string usedBy)
    {
        Text = text;
        if (text.Contains(':', StringComparison.Ordinal))
        {
            if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _interval) || _interval <= TimeSpan.Zero)
                throw new StartupException($"{usedBy}: the schedule '{text}' is not an interval hh:mm:ss.");
            return;
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        _crontab = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 })
            ?? throw new StartupException($"{usedBy}: the schedule '{text}' is not an NCRONTAB expression of six fields.");
    }

    public string Text { get; }

    /// <summary>The first occurrence after an instant (UTC); <see cref="DateTime.MaxValue"/> when there is none.</summary>
    public DateTime NextAfter(DateTime instant) => DateTime.SpecifyKind(
        _crontab?.GetNextOccurrence(instant) ?? instant + _interval, DateTimeKind.Utc);
}
