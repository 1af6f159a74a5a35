using System.Text;
using Azure.Messaging.EventHubs;
using LiquidityRisk.Flows.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Local.Runtime.TestApp;

public sealed class Functions(Effects effects, IEventPublisher publisher, TimeProvider time)
{
    private const string Hub = "accepted";

    /// <summary>Accepts an order: two events, published together.</summary>
    [Function(nameof(Accept))]
    public async Task<IActionResult> Accept(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "accept/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        await publisher.PublishAsync(Hub, [Event(id, "a"), Event(id, "b")], cancellationToken);
        return new AcceptedResult();
    }

    [Function(nameof(Count))]
    public async Task<IActionResult> Count([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "count")] HttpRequest request)
    {
        var (applied, ticks) = await effects.CountAsync();
        return new OkObjectResult(new { applied, ticks });
    }

    [Function(nameof(Applied))]
    public IActionResult Applied([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applied")] HttpRequest request) =>
        new OkObjectResult(effects.Applied());

    /// <summary>Applies one event after the other, so that a kill finds batches half done.</summary>
    [Function(nameof(Apply))]
    public async Task Apply([EventHubTrigger(Hub)] EventData[] events)
    {
        foreach (var e in events) await effects.ApplyAsync(e.EventBody.ToString());
    }

    [Function(nameof(Tick))]
    public Task Tick([TimerTrigger("0 * * * * *")] TimerInfo timer) => 
        effects.TickAsync(timer.ScheduleStatus!.Next, timer.IsPastDue, time.GetUtcNow());

    private static OutgoingEvent Event(string id, string part) => new(id, Encoding.UTF8.GetBytes($"{id}-{part}"));
}
