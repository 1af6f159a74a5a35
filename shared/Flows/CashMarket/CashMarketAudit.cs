using System.Text.Json;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Who did what in the cash market, on record.</summary>
public static class CashMarketAudit
{
    /// <summary>Subject of an account's records.</summary>
    public static string Account(AccountId id) => "account." + id.Value.ToString("N");

    /// <summary>Subject of an operation's records.</summary>
    public static string Operation(Guid id) => "liquidity." + id.ToString("N");

    /// <summary>Subject of a schedule's records.</summary>
    public static string Schedule(string id) => "schedule." + id;

    /// <summary>Files a record.</summary>
    public static Task AppendAsync(
        AuditTrail audit, string subject, string kind, string actor, string detail, string? notes, CancellationToken cancellationToken) =>
        audit.AppendAsync(
            subject, kind, actor, JsonSerializer.Serialize(new CashMarketAct(detail, notes), FlowsJson.Default.CashMarketAct), cancellationToken);
}

/// <summary>Content of a record.</summary>
/// <param name="Detail">What was done, in words.</param>
/// <param name="Notes">What whoever did it said.</param>
public sealed record CashMarketAct(string Detail, string? Notes);
