using System.Collections.Concurrent;
using System.Globalization;
using LiquidityRisk.Flows.Ports;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>The connections of the hub and the groups they are in.</summary>
internal sealed class PubSubHub(PubSubTokens tokens, IServer server, IConfiguration configuration) : ITopicPublisher, IRealtimeConnections
{
    private readonly Lock _membership = new();
    private readonly ConcurrentDictionary<string, PubSubConnection> _connections = new(StringComparer.Ordinal);

    // Members are replaced, never changed, so that a fan-out needs no lock.
    private readonly ConcurrentDictionary<string, PubSubConnection[]> _groups = new(StringComparer.Ordinal);

    public string Name { get; } = configuration["WebPubSub:Hub"] ?? "liquidityrisk";

    public IEnumerable<PubSubConnection> Connections => _connections.Values;

    /// <summary>Where this process listens.</summary>
    public Uri Address => new(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()
        .Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public void Add(PubSubConnection connection) => _connections[connection.Id] = connection;

    public PubSubConnection? Find(string connectionId) => _connections.GetValueOrDefault(connectionId);

    /// <summary>Removes a connection from the hub and its groups; false when that has been done before.</summary>
    public bool Remove(PubSubConnection connection)
    {
        if (!_connections.TryRemove(connection.Id, out _)) return false;
        foreach (var group in connection.Groups.Keys) Leave(connection, group);
        return true;
    }

    public void Join(PubSubConnection connection, string group)
    {
        lock (_membership)
        {
            if (!_connections.ContainsKey(connection.Id) || !connection.Groups.TryAdd(group, true)) return;
            _groups[group] = [.. _groups.GetValueOrDefault(group, []), connection];
        }
    }

    public void Leave(PubSubConnection connection, string group)
    {
        lock (_membership)
        {
            if (!connection.Groups.TryRemove(group, out _)) return;
            PubSubConnection[] left = [.. _groups[group].Where(c => c != connection)];
            if (left.Length > 0) _groups[group] = left;
            else _groups.TryRemove(group, out _);
        }
    }

    public void SendToGroup(string group, Payload payload, string? fromUserId = null, PubSubConnection? except = null)
    {
        if (!_groups.TryGetValue(group, out var members)) return;
        var frame = ServerFrame.FromGroup(group, fromUserId, payload);
        foreach (var member in members)
            if (member != except) member.Send(frame, sequenced: true);
    }

    public Task PublishAsync(IReadOnlyList<TopicMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages) SendToGroup(message.Group, Payload.OfJson(message.Json));
        return Task.CompletedTask;
    }

    public Task<Uri> GetClientUriAsync(
        string userId, IReadOnlyList<string> joinableGroups, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromMinutes(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, TimeSpan.FromHours(24));
        var address = new UriBuilder(Address) { Path = $"/client/hubs/{Name}" };
        var token = tokens.Issue(address.Uri, userId, joinableGroups.Select(g => $"webpubsub.joinLeaveGroup.{g}"), lifetime);
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        address.Query = string.Create(CultureInfo.InvariantCulture, $"access_token={token}");
        return Task.FromResult(address.Uri);
    }

    public Task JoinAsync(string connectionId, string group, CancellationToken cancellationToken)
    {
        if (Find(connectionId) is { } connection) Join(connection, group);
        return Task.CompletedTask;
    }

    public Task LeaveAsync(string connectionId, string group, CancellationToken cancellationToken)
    {
        if (Find(connectionId) is { } connection) Leave(connection, group);
        return Task.CompletedTask;
    }

    public Task SendAsync(string connectionId, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        Find(connectionId)?.Send(ServerFrame.FromServer(Payload.OfJson(json)), sequenced: true);
        return Task.CompletedTask;
    }
}
