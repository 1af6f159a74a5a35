namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>Windows that open at fixed hours of the UTC day.</summary>
internal static class WindowGrid
{
    /// <summary>The first window after an instant; the step divides a day.</summary>
    public static DateTimeOffset After(DateTimeOffset now, TimeSpan step) =>
        new((now.UtcTicks / step.Ticks * step.Ticks) + step.Ticks, TimeSpan.Zero);
}
