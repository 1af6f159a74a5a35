namespace LiquidityRisk.Domain.Bonds.Alerts;

/// <summary>A high of the liquidity index.</summary>
/// <param name="At">When.</param>
/// <param name="Index">How high, 0 to 100.</param>
public readonly record struct IndexHigh(DateTimeOffset At, double Index);

/// <summary>
/// The highest index of a sliding window, from at most one high per clock minute: highs that a later one reaches are dropped, so what
/// is left falls with time and the first is the highest. A window of 15 minutes never holds more than 16.
/// </summary>
internal static class IndexHighs
{
    /// <summary>Takes an index in. Returns the very same list when nothing needs to be remembered.</summary>
    public static IReadOnlyList<IndexHigh> With(IReadOnlyList<IndexHigh> highs, DateTimeOffset now, double index)
    {
        var first = 0;
        while (first < highs.Count && now - highs[first].At > AlertRules.DropWindow) first++;
        var end = highs.Count;
        var repeats = end > first && SameMinute(highs[end - 1].At, now) && highs[end - 1].Index >= index;
        if (repeats) return first == 0 ? highs : Build(highs, first, end, null);
        while (end > first && highs[end - 1].Index <= index) end--;
        return Build(highs, first, end, new IndexHigh(now, index));
    }

    /// <summary>The highest index of the window that ends now; null when none is remembered.</summary>
    public static double? Highest(IReadOnlyList<IndexHigh> highs, DateTimeOffset now)
    {
        for (var i = 0; i < highs.Count; i++)
            if (now - highs[i].At <= AlertRules.DropWindow) return highs[i].Index;
        return null;
    }

    private static bool SameMinute(DateTimeOffset a, DateTimeOffset b) =>
        a.UtcTicks / TimeSpan.TicksPerMinute == b.UtcTicks / TimeSpan.TicksPerMinute;

    private static List<IndexHigh> Build(IReadOnlyList<IndexHigh> highs, int first, int end, IndexHigh? last)
    {
        var built = new List<IndexHigh>(end - first + 1);
        for (var i = first; i < end; i++) built.Add(highs[i]);
        if (last is { } high) built.Add(high);
        return built;
    }
}
