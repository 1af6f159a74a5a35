namespace LiquidityRisk.Domain.Bonds.Alerts;

/// <summary>Something about one bond that a holder should look at.</summary>
/// <param name="Id">Made of ISIN, kind and the instant of raising, so that the same inputs give the same id.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="LastSeen">
/// When its condition was last known to hold, kept to about <see cref="AlertRules.Refresh"/>; for a level change, when the level
/// last fell.
/// </param>
/// <param name="Figures">What moved.</param>
/// <param name="LeftAt">Since when its condition has been gone without a break; null while it holds.</param>
/// <param name="AcknowledgedBy">Who took note of it; null when nobody has.</param>
/// <param name="AcknowledgedAt">When; null when nobody has.</param>
/// <param name="ResolvedAt">When it was closed; null while it is open.</param>
public sealed record Alert(
    string Id,
    AlertKind Kind,
    AlertSeverity Severity,
    AlertState State,
    DateTimeOffset RaisedAt,
    DateTimeOffset LastSeen,
    AlertFigures Figures,
    DateTimeOffset? LeftAt = null,
    string? AcknowledgedBy = null,
    DateTimeOffset? AcknowledgedAt = null,
    DateTimeOffset? ResolvedAt = null);

/// <summary>The figures of an alert, in the unit of its kind; null where the kind has none.</summary>
/// <param name="From">Where it came from: highest index of the window, or the threshold that was passed.</param>
/// <param name="To">Where it went: index (0 to 100), overall risk (0 to 100) or confidence (0 to 1).</param>
/// <param name="FromLevel">Level before it fell; of level changes only.</param>
/// <param name="ToLevel">Level it fell to; of level changes only.</param>
public readonly record struct AlertFigures(
    double? From = null, double? To = null, LiquidityLevel? FromLevel = null, LiquidityLevel? ToLevel = null);

/// <summary>What alerts are about. At most one of each kind is open per bond.</summary>
public enum AlertKind
{
    /// <summary>The liquidity index fell far within a quarter of an hour.</summary>
    LiquidityDrop,

    /// <summary>The liquidity index fell into a worse band.</summary>
    LevelChange,

    /// <summary>The market maker stopped quoting.</summary>
    MarketMakerOffline,

    /// <summary>No way to sell is left.</summary>
    NoExitPath,

    /// <summary>The overall risk is critical; takes the place of <see cref="HighRisk"/>.</summary>
    CriticalRisk,

    /// <summary>The overall risk is high.</summary>
    HighRisk,

    /// <summary>The look at the market is old.</summary>
    StaleData,

    /// <summary>The data is thin or contradicts itself.</summary>
    DataQuality,
}

/// <summary>How urgent an alert is.</summary>
public enum AlertSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Worth looking at.</summary>
    Warning,

    /// <summary>To be looked at now.</summary>
    Critical,
}

/// <summary>Where an alert stands.</summary>
public enum AlertState
{
    /// <summary>Open, and nobody has taken note.</summary>
    Active,

    /// <summary>Open, and somebody has taken note.</summary>
    Acknowledged,

    /// <summary>Closed: its condition has gone.</summary>
    Resolved,
}
