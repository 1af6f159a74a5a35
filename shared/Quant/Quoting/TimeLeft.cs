using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// T − t: time until the inventory is valued, in the unit of time of the volatility and of the fill intensity. The default is no time left.
/// </summary>
public readonly record struct TimeLeft
{
    /// <summary>A time left.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public TimeLeft(double value)
    {
        Inputs.CheckNotNegative(value, nameof(value));
        Value = value;
    }

    /// <summary>Time, not negative.</summary>
    public double Value { get; }

    /// <summary>Finite horizon: T − t, and none after the end.</summary>
    /// <param name="now">t.</param>
    /// <param name="end">T.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is not finite.</exception>
    public static TimeLeft Until(double now, double end)
    {
        Inputs.CheckFinite(now, nameof(now));
        Inputs.CheckFinite(end, nameof(end));
        return new(Math.Max(0, end - now));
    }

    /// <summary>Rolling session, for markets that never close: at the end of a session the next begins, L − (t mod L), in (0, L].</summary>
    /// <param name="elapsed">t, time since the start of the first session, not negative.</param>
    /// <param name="session">L, length of a session, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is not as described.</exception>
    public static TimeLeft OfSession(double elapsed, double session)
    {
        Inputs.CheckNotNegative(elapsed, nameof(elapsed));
        Inputs.CheckPositive(session, nameof(session));
        return new(session - (elapsed % session));
    }
}
