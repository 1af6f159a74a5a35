using System.Globalization;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Durations as people say them.</summary>
internal static class SpokenTime
{
    private const double DaysPerMonth = 30.4;
    private const double DaysPerYear = 365.25;

    /// <summary>A wait: minutes under two hours (to five from ten on), hours under two days, then days.</summary>
    public static string Wait(Phrasebook say, TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => say[Phrase.UnderAMinute],
        { TotalMinutes: < 10 } => Count(say, time.TotalMinutes, Phrase.Minute, Phrase.Minutes),
        { TotalMinutes: < 117.5 } => Count(say, 5 * Math.Round(time.TotalMinutes / 5), Phrase.Minute, Phrase.Minutes),
        { TotalHours: < 47.5 } => Count(say, time.TotalHours, Phrase.Hour, Phrase.Hours),
        _ => Count(say, time.TotalDays, Phrase.Day, Phrase.Days),
    };

    /// <summary>An age in full units that have passed.</summary>
    public static string Age(Phrasebook say, TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => say[Phrase.UnderAMinute],
        { TotalHours: < 1 } => Count(say, Math.Floor(age.TotalMinutes), Phrase.Minute, Phrase.Minutes),
        { TotalDays: < 1 } => Count(say, Math.Floor(age.TotalHours), Phrase.Hour, Phrase.Hours),
        { TotalDays: < 61 } => Count(say, Math.Floor(age.TotalDays), Phrase.Day, Phrase.Days),
        { TotalDays: < 2 * DaysPerYear } => Count(say, Math.Floor(age.TotalDays / DaysPerMonth), Phrase.Month, Phrase.Months),
        _ => Count(say, Math.Floor(age.TotalDays / DaysPerYear), Phrase.Year, Phrase.Years),
    };

    private static string Count(Phrasebook say, double number, Phrase one, Phrase many) => Math.Round(number) is var n && n == 1
        ? say[one]
        : say[many, ("n", n.ToString("#,##0", CultureInfo.InvariantCulture))];
}
