using System.Net;
using Azure;
using Azure.Core;
using Azure.Messaging.WebPubSub;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Lets clients onto Web PubSub and steers their connections.</summary>
internal sealed class WebPubSubConnections(WebPubSubServiceClient service) : IRealtimeConnections
{
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(24);

    public Task<Uri> GetClientUriAsync(
        string userId, IReadOnlyList<string> joinableGroups, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, ShortestLifetime);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, LongestLifetime);
        var roles = joinableGroups.Select(group => $"webpubsub.joinLeaveGroup.{group}");
        return service.GetClientAccessUriAsync(lifetime, userId, roles, cancellationToken);
    }

    public Task JoinAsync(string connectionId, string group, CancellationToken cancellationToken) =>
        UnlessGoneAsync(context => service.AddConnectionToGroupAsync(group, connectionId, context), cancellationToken);

    public Task LeaveAsync(string connectionId, string group, CancellationToken cancellationToken) =>
        UnlessGoneAsync(context => service.RemoveConnectionFromGroupAsync(group, connectionId, context), cancellationToken);

    public Task SendAsync(string connectionId, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) => UnlessGoneAsync(
        context => service.SendToConnectionAsync(connectionId, RequestContent.Create(json), ContentType.ApplicationJson, context),
        cancellationToken);

    // Clients come and go; one that is gone needs nothing any more.
    private static async Task UnlessGoneAsync(Func<RequestContext, Task<Response>> call, CancellationToken cancellationToken)
    {
        try
        {
            await call(new RequestContext { CancellationToken = cancellationToken });
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            return;
        }
    }
}
