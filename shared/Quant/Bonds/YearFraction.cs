namespace LiquidityRisk.Quant.Bonds;

/// <summary>How the days between two dates become years.</summary>
public enum DayCount
{
    /// <summary>Actual days over 365, leap years or not.</summary>
    Actual365Fixed,

    /// <summary>Every month has 30 days, every year 360 (ISDA 2006 §4.16(f), "bond basis").</summary>
    Thirty360,
}

/// <summary>
/// The length of time between two dates, in years.
/// <code>
/// ACT/365F   (end − start) / 365
/// 30/360     (360·(Y₂ − Y₁) + 30·(M₂ − M₁) + (D₂ − D₁)) / 360
///            D₁ = 31 → 30;  D₂ = 31 → 30 if D₁ is 30 or 31
/// </code>
/// Positive when <c>end</c> is later. Source: ISDA Definitions 2006, §4.16.
/// </summary>
public static class YearFraction
{
    /// <summary>Years from <paramref name="start"/> to <paramref name="end"/>; negative when the end is earlier.</summary>
    public static double Between(DateOnly start, DateOnly end, DayCount dayCount) => dayCount switch
    {
        DayCount.Actual365Fixed => (end.DayNumber - start.DayNumber) / 365.0,
        DayCount.Thirty360 => Thirty360(start, end),
        _ => throw new ArgumentOutOfRangeException(nameof(dayCount), dayCount, "Unknown day count."),
    };

    private static double Thirty360(DateOnly start, DateOnly end)
    {
        var first = Math.Min(start.Day, 30);
        var second = end.Day == 31 && first == 30 ? 30 : end.Day;
        return ((360 * (end.Year - start.Year)) + (30 * (end.Month - start.Month)) + (second - first)) / 360.0;
    }
}
