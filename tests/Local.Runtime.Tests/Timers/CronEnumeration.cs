using System.Globalization;

namespace LiquidityRisk.Local.Runtime.Tests.Timers;

/// <summary>Finds the instants of a schedule the slow way: looks at every second of every fitting day.</summary>
internal static class CronEnumeration
{
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static IEnumerable<DateTimeOffset> Between(string schedule, DateTimeOffset after, DateTimeOffset until)
    {
        var fields = schedule.Split(' ');
        if (fields.Length == 5) fields = ["0", .. fields];
        for (var day = new DateTimeOffset(after.Date, TimeSpan.Zero); day <= until; day = day.AddDays(1))
        {
            if (!Fits(fields[3], day.Day) || !Fits(fields[4], day.Month) || !Fits(fields[5], (int)day.DayOfWeek)) continue;
            for (var at = day; at < day.AddDays(1); at = at.AddSeconds(1))
                if (at > after && at <= until && Fits(fields[2], at.Hour) && Fits(fields[1], at.Minute) && Fits(fields[0], at.Second))
                    yield return at;
        }
    }

    private static bool Fits(string field, int value) => field.Split(',').Any(part => FitsPart(part, value));

    private static bool FitsPart(string part, int value)
    {
        var (range, step) = part.Split('/') is [var left, var right] ? (left, int.Parse(right, CultureInfo.InvariantCulture)) : (part, 1);
        if (range == "*") return value % step == 0;
        var bounds = range.Split('-');
        var low = Number(bounds[0]);
        var high = Number(bounds[^1]);
        return value >= low && value <= high && (value - low) % step == 0;
    }

    private static int Number(string text) =>
        Array.IndexOf(Days, text) is >= 0 and var day ? day : int.Parse(text, CultureInfo.InvariantCulture);
}
