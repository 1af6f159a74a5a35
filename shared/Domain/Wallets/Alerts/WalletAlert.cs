namespace LiquidityRisk.Domain.Wallets.Alerts;

/// <summary>Something about a wallet that its owner should look at.</summary>
/// <param name="Id">Made of kind and the instant of raising; unique in its wallet.</param>
/// <param name="Kind">What it is about. At most one of each kind is open.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Value">What was measured last, in the unit of its kind.</param>
/// <param name="Limit">The limit that it passed.</param>
/// <param name="Subject">Which token, protocol or source; null when it is about the wallet as a whole.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="SeenAt">When its condition was last known to hold.</param>
/// <param name="LeftAt">Since when its condition has been gone without a break; null while it holds.</param>
/// <param name="End">How it was closed; null while it is open.</param>
public sealed record WalletAlert(
    string Id,
    WalletAlertKind Kind,
    WalletAlertSeverity Severity,
    double Value,
    double Limit,
    string? Subject,
    DateTimeOffset RaisedAt,
    DateTimeOffset SeenAt,
    DateTimeOffset? LeftAt = null,
    WalletAlertEnd? End = null);

/// <summary>How an alert was closed.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who did it; null when it closed by itself.</param>
public sealed record WalletAlertEnd(DateTimeOffset At, WalletAlertEndReason Reason, string? By);

/// <summary>What alerts are about.</summary>
public enum WalletAlertKind
{
    /// <summary>The worse of health ratio and health factor is low.</summary>
    LiquidationRisk,

    /// <summary>The assets' daily volatility is high; a fraction.</summary>
    HighVolatility,

    /// <summary>Much of the assets is one token; its share.</summary>
    Concentration,

    /// <summary>A token is hardly traded; its daily volume in dollars.</summary>
    LowLiquidity,

    /// <summary>The value at risk is large; as a share of the net worth.</summary>
    ValueAtRisk,

    /// <summary>Something that the figures rest on is old; its age in minutes.</summary>
    StaleSource,
}

/// <summary>How urgent an alert is.</summary>
public enum WalletAlertSeverity
{
    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>To be acted upon now.</summary>
    Critical,
}

/// <summary>Why an alert was closed.</summary>
public enum WalletAlertEndReason
{
    /// <summary>What was measured is back on the right side of its limit.</summary>
    Recovered,

    /// <summary>There is nothing any more that it could be about: the debt is repaid, the assets are gone.</summary>
    NothingLeft,

    /// <summary>Somebody closed it. It is raised again only when it becomes worse, or comes back after it was gone.</summary>
    Manual,

    /// <summary>The wallet is no longer watched.</summary>
    Untracked,
}
