using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Market data in, and what could not be used of it.</summary>
public sealed class MarketDataApi(SubmitMarketData submit, DeadLetters deadLetters, ResubmitDeadLetter resubmit)
{
    /// <summary>Takes in market data; each event is judged on its own.</summary>
    [Function(nameof(SubmitMarketDataEvents))]
    [Access(Roles.Feed, Roles.Admin)]
    [Operation("Market data", typeof(MarketDataAnswer), Body = typeof(MarketDataRequest), Status = StatusCodes.Status202Accepted)]
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

    /// <summary>Events that could not be used, newest first, with the reason.</summary>
    [Function(nameof(ListDeadLetters))]
    [Access(Roles.RiskManager, Roles.Admin)]
    [Operation("Market data", typeof(DeadLetterAnswer))]
    [Query("cursor", typeof(string), "Where to go on: next_cursor of the page before.", MaxLength = 500)]
    [Query("limit", typeof(int), "How many events.", Default = 50, Min = 1, Max = 500)]
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

    /// <summary>Sends an event that could not be used again, as corrected.</summary>
    [Function(nameof(ResubmitEvent))]
    [Access(Roles.RiskManager, Roles.Admin)]
    [Operation("Market data", typeof(EventAcceptance), Body = typeof(ResubmitRequest), Status = StatusCodes.Status202Accepted)]
    [Path("id", typeof(string), "The letter's id.", Example = "market-data-17-0123456789ab")]
    public async Task<IActionResult> ResubmitEvent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/market-data/dead-letters/{id}/resubmit")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        if (id.Length > 200 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) return NoLetter();
        var body = await request.JsonAsync(ContractsJson.Default.ResubmitRequest, cancellationToken);
        return await resubmit.ResubmitAsync(id, body.Event, request.Caller().UserId, cancellationToken) switch
        {
            null => NoLetter(),
            { Accepted: true } sent => new JsonAnswer<EventAcceptance>(sent, ContractsJson.Default.EventAcceptance, StatusCodes.Status202Accepted),
            var refused => Problem.Unprocessable(refused.Field is null ? "event" : "event." + refused.Field, refused.Message!),
        };
    }

    private static Problem NoLetter() => Problem.NotFound("There is no such dead letter.");
}
