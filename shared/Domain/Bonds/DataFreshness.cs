namespace LiquidityRisk.Domain.Bonds;

/// <summary>How old the market data is.</summary>
public enum DataFreshness
{
    /// <summary>Younger than a minute.</summary>
    RealTime,

    /// <summary>Younger than five minutes.</summary>
    Recent,

    /// <summary>Younger than fifteen minutes.</summary>
    Delayed,

    /// <summary>Fifteen minutes or older.</summary>
    Stale,
}

/// <summary>Tells freshness from age.</summary>
public static class Freshness
{
    /// <summary>The band an age falls into. An age below zero (a feed's clock slightly ahead) counts as none.</summary>
    public static DataFreshness Of(TimeSpan age) => age.TotalMinutes switch
    {
        < 1 => DataFreshness.RealTime,
        < 5 => DataFreshness.Recent,
        < 15 => DataFreshness.Delayed,
        _ => DataFreshness.Stale,
    };
}
