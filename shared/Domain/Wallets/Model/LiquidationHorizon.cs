namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>How far ahead a liquidation is predicted.</summary>
public enum LiquidationHorizon
{
    /// <summary>24 hours.</summary>
    Day,

    /// <summary>7 days.</summary>
    Week,
}

/// <summary>What the horizons mean.</summary>
public static class LiquidationHorizons
{
    /// <summary>Every horizon, the shortest first.</summary>
    public static IReadOnlyList<LiquidationHorizon> All { get; } = [LiquidationHorizon.Day, LiquidationHorizon.Week];

    /// <summary>After how long the longest horizon's outcome is known.</summary>
    public static TimeSpan Longest => LiquidationHorizon.Week.Length();

    /// <summary>How long it is.</summary>
    public static TimeSpan Length(this LiquidationHorizon horizon) => TimeSpan.FromDays(horizon == LiquidationHorizon.Day ? 1 : 7);

    /// <summary>Whether a sample's wallet could be liquidated within the horizon.</summary>
    public static bool Happened(this LabelledSample sample, LiquidationHorizon horizon) =>
        horizon == LiquidationHorizon.Day ? sample.Within24Hours : sample.Within7Days;
}
