using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Local.Runtime.Tests.WebPubSub;

public sealed record Delivery(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Type => Headers["ce-type"];

    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>The app's event handler; what it answers depends on the user or the event.</summary>
public static class Upstream
{
    public static ConcurrentDictionary<string, ConcurrentQueue<Delivery>> Deliveries { get; } = new(StringComparer.Ordinal);

    public static IEnumerable<Delivery> For(string connectionId) => Deliveries.GetValueOrDefault(connectionId, []);

    [Function(nameof(TestUpstream))]
    public static async Task<IActionResult> TestUpstream(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", "post", Route = "v1/realtime/upstream")] HttpRequest request)
    {
        var response = request.HttpContext.Response;
        if (HttpMethods.IsOptions(request.Method))
        {
            response.Headers["WebHook-Allowed-Origin"] = request.Headers["WebHook-Request-Origin"];
            return new OkResult();
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Deliveries.GetOrAdd(headers["ce-connectionId"], _ => new()).Enqueue(new Delivery(headers, body.ToArray()));
        return (headers["ce-eventName"], headers.GetValueOrDefault("ce-userId")) switch
        {
            ("connect", "blocked") => new StatusCodeResult(StatusCodes.Status403Forbidden),
            ("connect", "member") => new OkObjectResult(new { userId = "renamed", groups = new[] { "lobby" }, roles = new[] { "webpubsub.sendToGroup.lobby" } }),
            ("state", _) => WithState(response),
            ("text", _) => new ContentResult { ContentType = "text/plain", Content = "héllo" },
            ("json", _) => new ContentResult { ContentType = "application/json", Content = """{"ok":true}""" },
            ("binary", _) => new FileContentResult([1, 2, 3], "application/octet-stream"),
            ("bad", _) => new StatusCodeResult(StatusCodes.Status500InternalServerError),
            _ => new NoContentResult(),
        };
    }

    private static NoContentResult WithState(HttpResponse response)
    {
        response.Headers["ce-connectionState"] = "remember";
        return new NoContentResult();
    }
}
