using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>An alert about a bond.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Isin">Which bond.</param>
/// <param name="Issuer">Its issuer; null when unknown.</param>
/// <param name="AlertType">liquidity_drop, level_change, market_maker_offline, no_exit_path, high_risk, critical_risk, stale_data or data_quality.</param>
/// <param name="Severity">info, warning or critical.</param>
/// <param name="State">active, acknowledged or resolved.</param>
/// <param name="Message">What happened, in words.</param>
/// <param name="Timestamp">When it was raised.</param>
/// <param name="AcknowledgedBy">Who acknowledged it; null when nobody did.</param>
/// <param name="AcknowledgedAt">When.</param>
/// <param name="ResolvedAt">When it resolved; null while it is open.</param>
public sealed record AlertAnswer(
    string Id,
    Isin Isin,
    string? Issuer,
    string AlertType,
    string Severity,
    string State,
    string Message,
    DateTimeOffset Timestamp,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ResolvedAt);

/// <summary>Alerts, newest first.</summary>
/// <param name="Items">The alerts.</param>
/// <param name="Total">How many match the filter.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
/// <param name="BySeverity">How many open alerts there are of each severity, whatever the filter.</param>
public sealed record AlertListAnswer(
    IReadOnlyList<AlertAnswer> Items, int Total, string? NextCursor, IReadOnlyDictionary<string, int> BySeverity);
