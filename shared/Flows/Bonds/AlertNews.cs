using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Narrative.Bonds;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Tells and records what happens to a bond's alerts.</summary>
internal static class AlertNews
{
    private const string EventType = "alert";

    public static BondDocument Announce(
        BondDocument document, BondTranslation t, IReadOnlyList<AlertChange> changes, BondSettings settings) => changes.Aggregate(
        document,
        (d, c) => BondNews.With(d, BondTopic.Alerts, EventType, Answer(d, c.Alert), null, ContractsJson.Default.AlertAnswer, t, settings));

    public static BondDocument Record(
        BondDocument document, IReadOnlyList<AlertChange> changes, DateTimeOffset now, string actor = BondAudit.System) => changes.Aggregate(
        document,
        (d, c) => BondAudit.Record(
            d, "alert_" + SnakeCase.Of(c.Kind), actor, JsonSerializer.Serialize(Answer(d, c.Alert), ContractsJson.Default.AlertAnswer), now));

    public static AlertAnswer Answer(BondDocument document, Alert a) => new(
        a.Id,
        document.Isin,
        document.Inputs.Reference?.Value.Issuer,
        SnakeCase.Of(a.Kind),
        SnakeCase.Of(a.Severity),
        SnakeCase.Of(a.State),
        AlertSentences.Of(a),
        a.RaisedAt,
        a.AcknowledgedBy,
        a.AcknowledgedAt,
        a.ResolvedAt);
}
