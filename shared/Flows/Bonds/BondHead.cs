using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Flows.Bonds.Answers;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>What lists and timers see of a bond.</summary>
/// <param name="Item">The row.</param>
/// <param name="Pending">Announcements and audit records still waiting in the document.</param>
/// <param name="ObservedAt">When its market was last looked at; null for never.</param>
/// <param name="RiskAsOf">When its risk was scored.</param>
/// <param name="KnownStale">Whether an alert says that the look is old.</param>
/// <param name="Resolving">Whether an alert's condition has gone, so that it is resolved if that lasts.</param>
/// <param name="Alerts">Alerts that are not resolved.</param>
public sealed record BondHead(
    BondListItem Item,
    int Pending,
    DateTimeOffset? ObservedAt,
    DateTimeOffset RiskAsOf,
    bool KnownStale,
    bool Resolving,
    IReadOnlyList<AlertAnswer> Alerts)
{
    /// <summary>The head of a document.</summary>
    public static BondHead Of(BondDocument document, BondTranslation t) => new(
        ListAnswers.Row(document, t),
        document.Outbox.Count + document.Unfiled.Count,
        t.Liquidity?.ObservedAt,
        document.State!.Risk.AsOf,
        document.Alerts.OpenOf(AlertKind.StaleData) is not null,
        document.Alerts.Open.Any(a => a.LeftAt is not null),
        [.. document.Alerts.Open.Select(a => AlertNews.Answer(document, a))]);
}
