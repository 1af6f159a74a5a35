namespace LiquidityRisk.Domain.Bonds.Alerts;

/// <summary>Every threshold of the alerts. Each condition is left at another figure than it is entered at, so that noise does not flap.</summary>
public static class AlertRules
{
    /// <summary>Points that the index must lose within <see cref="DropWindow"/>.</summary>
    public const double DropEnters = 15;

    /// <summary>The drop is over when less than this is lost against the window's high.</summary>
    public const double DropLeaves = 13;

    /// <summary>How far back a drop looks.</summary>
    public static readonly TimeSpan DropWindow = TimeSpan.FromMinutes(15);

    /// <summary>Points beyond a band's border, on either side, before the settled level follows: two points wide.</summary>
    public const double LevelMargin = 1;

    /// <summary>A level held for this long is the usual one, and its alert is over.</summary>
    public static readonly TimeSpan LevelSettles = TimeSpan.FromHours(24);

    /// <summary>Overall risk at which it is high.</summary>
    public const double HighRiskEnters = 60;

    /// <summary>Overall risk at which it is critical.</summary>
    public const double CriticalRiskEnters = 80;

    /// <summary>Points below the entry at which a risk alert is left.</summary>
    public const double RiskMargin = 2;

    /// <summary>Confidence below which data is too thin.</summary>
    public const double ConfidenceEnters = 0.4;

    /// <summary>Confidence above which it is good enough again.</summary>
    public const double ConfidenceLeaves = 0.5;

    /// <summary>How long a condition must have been gone without a break before its alert is resolved.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    /// <summary>How often the last sight of a lasting condition is written down.</summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromMinutes(1);

    /// <summary>Resolved alerts that a book keeps.</summary>
    public const int ResolvedKept = 20;
}
