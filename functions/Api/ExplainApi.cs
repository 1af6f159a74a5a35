using LiquidityRisk.Contracts;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Where figures come from.</summary>
public sealed class ExplainApi(ExplainFigure explain)
{
    /// <summary>The tree from a published figure down to the events that it rests on.</summary>
    [Function(nameof(Explain))]
    [Access(Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Audit", typeof(ExplanationAnswer))]
    [Path("id", typeof(string), "The figure: lr.{isin} for all, or for example lr.{isin}.liquidity_index, .overall_risk, .risk.credit, .exit.auction.", Example = "lr.US0378331005.liquidity_index")]
    public async Task<IActionResult> Explain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/explain/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => await explain.ExplainAsync(id, cancellationToken) is { } answer
        ? new JsonAnswer<ExplanationAnswer>(answer, ContractsJson.Default.ExplanationAnswer)
        : Problem.NotFound("There is no such figure.");
}
