using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Market data in, and what could not be used of it.</summary>
public sealed class MarketDataApi(SubmitMarketData submit, DeadLetters deadLetters)
{
    [Function(nameof(SubmitMarketDataEvents))]
    [Access(Roles.Feed, Roles.Admin)]
    public async Task<IActionResult> SubmitMarketDataEvents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/market-data/events")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var body = await request.JsonAsync(ContractsJson.Default.MarketDataRequest, cancellationToken);
        if (body.Events is not { Count: >= 1 and <= SubmitMarketData.MaxEvents } events)
            return Problem.BadRequest("events", $"A list of 1 to {SubmitMarketData.MaxEvents} events is expected.");
        var answer = await submit.SubmitAsync(events, cancellationToken);
        return new JsonAnswer<MarketDataAnswer>(answer, ContractsJson.Default.MarketDataAnswer, StatusCodes.Status202Accepted);
    }

    [Function(nameof(ListDeadLetters))]
    [Access(Roles.RiskManager, Roles.Admin)]
    public async Task<IActionResult> ListDeadLetters(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/market-data/dead-letters")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var limit = request.Number("limit", fallback: 50, min: 1, max: 500);
        var cursor = request.Text("cursor", maxLength: 500);
        try
        {
            var page = await deadLetters.ListAsync(limit, cursor, cancellationToken);
            return new JsonAnswer<DeadLetterAnswer>(page, ContractsJson.Default.DeadLetterAnswer);
        }
        catch (ArgumentException e) when (cursor is not null)
        {
            return Problem.BadRequest("cursor", e.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
