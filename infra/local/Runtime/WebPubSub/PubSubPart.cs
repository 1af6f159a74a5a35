using System.Net.WebSockets;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>The realtime service as a part of the runtime.</summary>
internal sealed class PubSubPart(PubSubHub hub, PubSubUpstream upstream) : IRuntimePart
{
    public string Name => "web pubsub";

    public bool IsIdle => upstream.IsIdle && hub.Connections.All(c => c.Expiry is not null || c.Outbox.IsEmpty);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Says goodbye to the clients: the web server waits for open sockets before it stops.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var connection in hub.Connections)
            connection.Close(WebSocketCloseStatus.EndpointUnavailable, "The service is shutting down.");
        return Task.CompletedTask;
    }
}

internal static class PubSubServices
{
    public static void AddWebPubSub(this IServiceCollection services)
    {
        services.AddSingleton<PubSubKey>();
        services.AddSingleton<PubSubTokens>();
        services.AddSingleton<PubSubHub>();
        services.AddSingleton<PubSubUpstream>();
        services.AddSingleton<ITopicPublisher>(provider => provider.GetRequiredService<PubSubHub>());
        services.AddSingleton<IRealtimeConnections>(provider => provider.GetRequiredService<PubSubHub>());
        services.AddSingleton<IRuntimeEndpoints, PubSubEndpoint>();
        services.AddPart<PubSubPart>();
    }
}
