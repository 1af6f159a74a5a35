using System.Globalization;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Numbers as people say them, no finer than they are known. Western digits, thousands by commas, in every language.</summary>
internal static class Figures
{
    /// <summary>A score, rounded down so that 69.9 does not look as if it reached the band that begins at 70.</summary>
    public static string Whole(Score score) => Text(Math.Floor(score.Value), "0");

    /// <summary>A price in percent of face to two decimals; null when that would show nothing.</summary>
    public static string? Price(BondPrice price) =>
        Math.Round(price.PercentOfFace, 2) is var rounded and > 0 ? rounded.ToString("0.00", CultureInfo.InvariantCulture) : null;

    /// <summary>An amount as it was given, with its currency where that is known.</summary>
    public static string Amount(FaceAmount amount, CurrencyCode currency) =>
        WithCurrency(amount.Value.ToString("#,##0.##", CultureInfo.InvariantCulture), currency);

    /// <summary>Money to two significant digits, whole from 10 on; null when it is less than one unit.</summary>
    public static string? Money(decimal amount, CurrencyCode currency)
    {
        var size = Math.Abs(amount);
        if (size < 1) return null;
        var unit = 1m;
        while (size / unit >= 100) unit *= 10;
        var rounded = size < 10 ? Math.Round(size, 1) : Math.Round(size / unit) * unit;
        return WithCurrency(rounded.ToString(rounded < 10 ? "0.00" : "#,##0", CultureInfo.InvariantCulture), currency);
    }

    /// <summary>A statistic in a .NET format.</summary>
    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string WithCurrency(string number, CurrencyCode currency) =>
        currency.Value.Length == 0 ? number : $"{currency.Value} {number}";
}
