namespace LiquidityRisk.Flows.Ports;

/// <summary>Pushes messages to everybody who has joined a topic group (Web PubSub).</summary>
public interface ITopicPublisher
{
    /// <summary>Sends each message to its group, in the order given; returns when the service has accepted all of them.</summary>
    Task PublishAsync(IReadOnlyList<TopicMessage> messages, CancellationToken cancellationToken);
}

/// <summary>A message for one group of connections.</summary>
/// <param name="Group">The group, for example <c>lr.CH0012345678</c>.</param>
/// <param name="Json">UTF-8 JSON.</param>
public readonly record struct TopicMessage(string Group, ReadOnlyMemory<byte> Json);

/// <summary>Lets clients in and steers single connections (Web PubSub).</summary>
public interface IRealtimeConnections
{
    /// <summary>An address with an access token that lets one user connect.</summary>
    /// <param name="userId">Who connects.</param>
    /// <param name="joinableGroups">Groups that the connection may join and leave by itself.</param>
    /// <param name="lifetime">How long the token is accepted, 1 minute to 24 hours.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<Uri> GetClientUriAsync(
        string userId, IReadOnlyList<string> joinableGroups, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Puts a connection into a group; nothing happens when it is already in or gone.</summary>
    Task JoinAsync(string connectionId, string group, CancellationToken cancellationToken);

    /// <summary>Takes a connection out of a group; nothing happens when it is not in it or gone.</summary>
    Task LeaveAsync(string connectionId, string group, CancellationToken cancellationToken);

    /// <summary>Sends to one connection; nothing happens when it is gone.</summary>
    Task SendAsync(string connectionId, ReadOnlyMemory<byte> json, CancellationToken cancellationToken);
}
