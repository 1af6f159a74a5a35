using System.Globalization;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Quant.Tests;

/// <summary>Reference numbers under tests/Golden; the script that made each file stands beside it.</summary>
internal static class Golden
{
    /// <summary>The rows of a comma-separated file, the heading left out.</summary>
    public static IReadOnlyList<string[]> Rows(string file) =>
        [.. File.ReadLines(Path.Combine(Checkout.Root, "tests", "Golden", file)).Skip(1).Select(l => l.Split(','))];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
