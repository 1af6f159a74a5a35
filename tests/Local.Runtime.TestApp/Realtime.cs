using System.Text;
using LiquidityRisk.Flows.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Local.Runtime.TestApp;

/// <summary>Lets clients into the realtime service, publishes to them and answers their events.</summary>
public sealed class Realtime(ITopicPublisher publisher, IRealtimeConnections connections)
{
    [Function(nameof(Negotiate))]
    public async Task<IActionResult> Negotiate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "negotiate/{user}/{group}")] HttpRequest request, string user, string group) =>
        new OkObjectResult((await connections.GetClientUriAsync(user, [group], TimeSpan.FromHours(24), request.HttpContext.RequestAborted)).AbsoluteUri);

    [Function(nameof(Publish))]
    public async Task<IActionResult> Publish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "publish/{group}")] HttpRequest request, string group)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        await publisher.PublishAsync([new TopicMessage(group, body.ToArray())], request.HttpContext.RequestAborted);
        return new NoContentResult();
    }

    [Function(nameof(Upstream))]
    public static async Task<IActionResult> Upstream(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", "post", Route = "v1/realtime/upstream")] HttpRequest request)
    {
        if (HttpMethods.IsOptions(request.Method))
        {
            request.HttpContext.Response.Headers["WebHook-Allowed-Origin"] = "*";
            return new OkResult();
        }

        if (request.Headers["ce-type"] != "azure.webpubsub.user.echo") return new NoContentResult();
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return new ContentResult { ContentType = "application/json", Content = $$"""{"echo":{{await reader.ReadToEndAsync()}}}""" };
    }
}
