using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using LiquidityRisk.Units;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Alerts about bonds.</summary>
public sealed class BondAlertsApi(BondAlertBook alerts)
{
    /// <summary>Open alerts of all bonds: the most urgent first, then the newest.</summary>
    [Function(nameof(ListAlerts))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Alerts", typeof(AlertListAnswer))]
    [Query("severity", typeof(AlertSeverity), "Only alerts of this severity.")]
    [Query("isin", typeof(Isin), "Only alerts of this bond.")]
    [Query("limit", typeof(int), "How many alerts.", Default = 100, Min = 1, Max = 500)]
    [Query("cursor", typeof(int), "Where to go on: next_cursor of the page before.", Default = 0, Min = 0, Max = 1_000_000)]
    public async Task<IActionResult> ListAlerts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk/alerts")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Isin? isin = request.Text("isin", maxLength: 20) is { } text ? RequestReading.IsinOrFault(text) : null;
        var answer = await alerts.ListAsync(
            request.OptionalChoice<AlertSeverity>("severity"),
            isin,
            request.Number("cursor", fallback: 0, min: 0, max: 1_000_000),
            request.Number("limit", fallback: 100, min: 1, max: 500),
            cancellationToken);
        return new JsonAnswer<AlertListAnswer>(answer, ContractsJson.Default.AlertListAnswer);
    }

    /// <summary>A bond's alerts, the open ones and those resolved last, newest first.</summary>
    [Function(nameof(ListBondAlerts))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Alerts", typeof(AlertListAnswer))]
    [Path("isin", typeof(Isin), "Which bond.")]
    public async Task<IActionResult> ListBondAlerts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/liquidity-risk/{isin}/alerts")] HttpRequest request,
        string isin,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        return await alerts.OfBondAsync(bond, cancellationToken) is { } answer
            ? new JsonAnswer<AlertListAnswer>(answer, ContractsJson.Default.AlertListAnswer)
            : Problem.NotFound($"Nothing is known about {bond}.");
    }

    /// <summary>Takes note of an alert; done twice, nothing changes.</summary>
    [Function(nameof(AcknowledgeAlert))]
    [Access(Roles.Professional, Roles.RiskManager, Roles.Admin)]
    [Operation("Alerts", typeof(AlertAnswer))]
    [Path("isin", typeof(Isin), "Which bond.")]
    [Path("id", typeof(string), "Which alert.", Example = "US0378331005-StaleData-20260105T0900000000000")]
    public async Task<IActionResult> AcknowledgeAlert(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/liquidity-risk/{isin}/alerts/{id}/acknowledge")] HttpRequest request,
        string isin,
        string id,
        CancellationToken cancellationToken)
    {
        var bond = RequestReading.IsinOrFault(isin);
        return await alerts.AcknowledgeAsync(bond, id, request.Caller().UserId, cancellationToken) is { } alert
            ? new JsonAnswer<AlertAnswer>(alert, ContractsJson.Default.AlertAnswer)
            : Problem.NotFound($"{bond} has no such alert.");
    }
}
