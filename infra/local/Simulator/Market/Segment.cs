using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>
/// How bonds of one rating band trade. The figures are medians and standard deviations of logarithms over the 8,612 rows
/// of three SIX Swiss Exchange bond lists (11 May, 30 May and 20 June 2023), grouped by composite rating.
/// </summary>
/// <param name="Rating">Rating band.</param>
/// <param name="TwoSided">Share of bonds quoted on both sides on 20 June 2023.</param>
/// <param name="SpreadBps">Median spread over mid of the two-sided, in basis points.</param>
/// <param name="SpreadLogSd">Standard deviation of its logarithm.</param>
/// <param name="QuoteFace">Median face amount at a quote.</param>
/// <param name="QuoteLogSd">Standard deviation of its logarithm.</param>
/// <param name="TradedShare">Share of bonds that trade on a day.</param>
/// <param name="DayFace">Median face amount traded on a day with trades.</param>
/// <param name="DayLogSd">Standard deviation of its logarithm.</param>
/// <param name="MedianDaysSinceTrade">Median days since the last trade.</param>
internal sealed record Segment(
    CreditRating Rating,
    double TwoSided,
    double SpreadBps,
    double SpreadLogSd,
    double QuoteFace,
    double QuoteLogSd,
    double TradedShare,
    double DayFace,
    double DayLogSd,
    double MedianDaysSinceTrade)
{
    public static IReadOnlyList<Segment> All { get; } =
    [
        new(Rated("AAA"), 458 / 543.0, 66.6, 0.80, 100_000, 0.67, 0.128, 80_000, 1.34, 11),
        new(Rated("AA"), 420 / 537.0, 75.6, 0.89, 100_000, 0.81, 0.124, 75_000, 1.09, 9),
        new(Rated("A"), 446 / 653.0, 54.4, 1.01, 100_000, 0.95, 0.212, 70_000, 1.33, 4),
        new(Rated("BBB"), 254 / 303.0, 46.2, 1.06, 100_000, 0.94, 0.350, 50_000, 1.22, 1),
        new(Rated("BB"), 12 / 12.0, 50.7, 1.30, 50_000, 1.04, 0.556, 65_000, 1.12, 0.5),
        new(CreditRating.NotRated, 227 / 818.0, 74.6, 1.58, 100_000, 1.08, 0.067, 70_000, 1.30, 202),
    ];

    private static CreditRating Rated(string text) =>
        CreditRating.TryParse(text, out var rating) ? rating : throw new FormatException(text);
}
