namespace LiquidityRisk.Domain.Wallets.Alerts;

/// <summary>The limits of alerts. Each is left at another figure than it is entered at, and only after a while, so that noise does not flap.</summary>
/// <param name="HealthWarning">Health below which a wallet is warned, above <paramref name="HealthCritical"/>. Default 1.2.</param>
/// <param name="HealthCritical">Health below which the warning is critical, 1 or more. Default 1.1.</param>
/// <param name="DailyVolatility">Daily volatility above which a wallet is warned, a fraction. Default 0.05.</param>
/// <param name="LargestShare">Share of one token above which a wallet is warned. Default 0.5.</param>
/// <param name="DailyVolume">Daily volume in dollars below which a token counts as hardly traded. Default 100,000.</param>
/// <param name="ValueAtRisk">Value at risk of a day as a share of the net worth above which a wallet is warned. Default 0.15.</param>
/// <param name="StaleMinutes">Age in minutes above which an input is stale. Default 30.</param>
/// <param name="Settle">How long a condition must be gone until its alert closes. Default 15 minutes.</param>
public sealed record WalletAlertRules(
    double HealthWarning,
    double HealthCritical,
    double DailyVolatility,
    double LargestShare,
    double DailyVolume,
    double ValueAtRisk,
    double StaleMinutes,
    TimeSpan Settle)
{
    /// <summary>How many closed alerts are kept with the open ones.</summary>
    public const int ClosedKept = 20;

    /// <summary>The mission's limits.</summary>
    public static WalletAlertRules Standard { get; } = new(1.2, 1.1, 0.05, 0.5, 100_000, 0.15, 30, TimeSpan.FromMinutes(15));

    /// <summary>The limits of one kind.</summary>
    public AlertLimits Of(WalletAlertKind kind) => kind switch
    {
        WalletAlertKind.LiquidationRisk => new(HealthWarning, HealthCritical, 0.02 * HealthWarning, HighIsBad: false),
        WalletAlertKind.HighVolatility => new(DailyVolatility, null, 0.1 * DailyVolatility, HighIsBad: true),
        WalletAlertKind.Concentration => new(LargestShare, null, 0.05 * LargestShare, HighIsBad: true),
        WalletAlertKind.LowLiquidity => new(DailyVolume, null, 0.1 * DailyVolume, HighIsBad: false),
        WalletAlertKind.ValueAtRisk => new(ValueAtRisk, null, 0.1 * ValueAtRisk, HighIsBad: true),
        _ => new(StaleMinutes, null, 0.5 * StaleMinutes, HighIsBad: true),
    };
}

/// <summary>Limits on one figure.</summary>
/// <param name="Warning">Beyond it there is a warning.</param>
/// <param name="Critical">Beyond it the warning is critical; null for never.</param>
/// <param name="Margin">How far the figure must be back on the right side of a limit to count as gone.</param>
/// <param name="HighIsBad">Whether beyond means above.</param>
public readonly record struct AlertLimits(double Warning, double? Critical, double Margin, bool HighIsBad)
{
    /// <summary>How severe a figure is; null for not at all.</summary>
    public WalletAlertSeverity? Severity(double value) =>
        Critical is { } critical && IsBeyond(value, critical, 0) ? WalletAlertSeverity.Critical :
        IsBeyond(value, Warning, 0) ? WalletAlertSeverity.Warning : null;

    /// <summary>As <see cref="Severity"/>, but with every limit moved to the right side by the margin: what an alert that is open falls to.</summary>
    public WalletAlertSeverity? Remaining(double value) =>
        Critical is { } critical && IsBeyond(value, critical, Margin) ? WalletAlertSeverity.Critical :
        IsBeyond(value, Warning, Margin) ? WalletAlertSeverity.Warning : null;

    /// <summary>The limit of a severity.</summary>
    public double Of(WalletAlertSeverity severity) => severity == WalletAlertSeverity.Critical ? Critical ?? Warning : Warning;

    private bool IsBeyond(double value, double limit, double margin) => HighIsBad ? value > limit - margin : value < limit + margin;
}
