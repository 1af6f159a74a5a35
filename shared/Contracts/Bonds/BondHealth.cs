namespace LiquidityRisk.Contracts.Bonds;

/// <summary>Health of the bond translator.</summary>
/// <param name="Status">healthy, degraded (answers are given, but something is old or waiting) or unhealthy.</param>
/// <param name="Timestamp">When it was checked.</param>
/// <param name="Components">What was checked.</param>
/// <param name="ModelVersions">Models and policy in force.</param>
public sealed record BondHealthAnswer(
    string Status, DateTimeOffset Timestamp, IReadOnlyList<ComponentHealth> Components, IReadOnlyDictionary<string, string> ModelVersions);

/// <summary>Health of a part.</summary>
/// <param name="Name">document_store, market_data, announcements or exit_policy.</param>
/// <param name="Status">healthy, degraded or unhealthy.</param>
/// <param name="Detail">What was found, in words.</param>
/// <param name="LatencyMs">How long the part took to answer; null when it was not asked.</param>
public sealed record ComponentHealth(string Name, string Status, string Detail, double? LatencyMs);
