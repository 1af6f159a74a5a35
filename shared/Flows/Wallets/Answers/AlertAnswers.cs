using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Narrative.Wallets;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>Alerts as they are told.</summary>
internal static class AlertAnswers
{
    /// <summary>One alert; a rescue, when there is one, goes before all advice.</summary>
    public static WalletAlertAnswer Of(WalletAddress wallet, WalletAlert alert, IReadOnlyList<RescueAnswer> rescues)
    {
        var rescue = alert.Kind == WalletAlertKind.LiquidationRisk && alert.End is null
            ? rescues.FirstOrDefault(r => string.Equals(r.Protocol, Name(alert.Subject), StringComparison.Ordinal)) ?? (rescues.Count > 0 ? rescues[0] : null)
            : null;
        string[] plans = rescue?.Best is { } best ? [best.Summary, .. rescue.Alternatives.Where(a => !a.IsDominated).Take(2).Select(a => a.Summary)] : [];
        return new(
            alert.Id,
            wallet.ToString(),
            SnakeCase.Of(alert.Kind),
            SnakeCase.Of(alert.Severity),
            WalletAlertSentences.Message(alert),
            plans.Length > 0 ? plans : WalletAlertSentences.Advice(alert),
            alert.Value,
            alert.Limit,
            Name(alert.Subject),
            alert.RaisedAt,
            alert.SeenAt,
            alert.End?.At,
            alert.End is { } end ? SnakeCase.Of(end.Reason) : null,
            alert.End?.By,
            rescue);
    }

    /// <summary>The most urgent first, then the newest.</summary>
    public static IEnumerable<WalletAlert> Ordered(IEnumerable<WalletAlert> alerts) =>
        alerts.OrderByDescending(a => a.Severity).ThenByDescending(a => a.RaisedAt);

    /// <summary>A protocol's wire name; any other name as it is.</summary>
    public static string? Name(string? subject) => Enum.TryParse<LendingProtocol>(subject, out var protocol) ? SnakeCase.Of(protocol) : subject;
}
