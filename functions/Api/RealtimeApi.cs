using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.Functions.Hosting.Http;
using LiquidityRisk.Functions.Hosting.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Api;

/// <summary>Lets clients onto the live topics.</summary>
public sealed class RealtimeApi(IRealtimeConnections connections, SubscribeToTopics subscribe, TimeProvider time)
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(1);

    /// <summary>Where to connect for live topics; join them with the user event `subscribe`.</summary>
    [Function(nameof(Negotiate))]
    [Access(Roles.Retail, Roles.Professional, Roles.RiskManager, Roles.Compliance, Roles.Admin)]
    [Operation("Realtime", typeof(NegotiateAnswer))]
    public async Task<IActionResult> Negotiate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/realtime/negotiate")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var caller = request.Caller();
        var user = new RealtimeUser(
            caller.UserId, request.Audience(), caller.HasAnyOf([Roles.Admin]), caller.HasAnyOf(WalletCallers.ReadersOfAll), request.ClaimedWallet());

        // Topics are joined by the user event "subscribe", where the service decides; the token itself opens no group.
        var url = await connections.GetClientUriAsync(user.TokenName, [], TokenLifetime, cancellationToken);
        return new JsonAnswer<NegotiateAnswer>(
            new NegotiateAnswer(url, time.GetUtcNow() + TokenLifetime), ContractsJson.Default.NegotiateAnswer);
    }

    /// <summary>Receives the Web PubSub service's events (CloudEvents over HTTP, binary mode).</summary>
    [Function(nameof(RealtimeUpstream))]
    [Access(Roles.RealtimeUpstream)]
    [Unmetered]
    [Undocumented("Only the Web PubSub service calls it.")]
    public async Task<IActionResult> RealtimeUpstream(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/realtime/upstream")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var connectionId = request.Headers["ce-connectionId"].ToString();
        var user = RealtimeUser.Of(request.Headers["ce-userId"].ToString());
        var name = request.Headers["ce-eventName"].ToString();
        if (name is "subscribe" or "unsubscribe")
        {
            var topics = await ReadAsync(request, cancellationToken);
            if (topics is null) await subscribe.RefuseAsync(connectionId, cancellationToken);
            else if (name is "subscribe") await subscribe.SubscribeAsync(connectionId, user, topics, cancellationToken);
            else await subscribe.UnsubscribeAsync(connectionId, user, topics, cancellationToken);
        }

        return new StatusCodeResult(StatusCodes.Status204NoContent);
    }

    /// <summary>The service asks once whether this address wants its events (CloudEvents abuse protection).</summary>
    [Function(nameof(RealtimeUpstreamHandshake))]
    [Access]
    [Unmetered]
    [Undocumented("Only the Web PubSub service calls it.")]
    public IActionResult RealtimeUpstreamHandshake(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/v1/realtime/upstream")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["WebHook-Allowed-Origin"] = request.Headers["WebHook-Request-Origin"].ToString();
        return new OkResult();
    }

    private static async Task<TopicRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, ContractsJson.Default.TopicRequest, cancellationToken);
        }
        catch (JsonException)
        {
            // Answered with an error event: a refused delivery would cost the client its connection.
            return null;
        }
    }
}
