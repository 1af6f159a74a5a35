using System.Text.Json;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.TestKit;

/// <summary>Takes what is published to topics and can be down.</summary>
public sealed class RecordingTopics : ITopicPublisher
{
    private readonly List<TopicMessage> _messages = [];

    public bool IsDown { get; set; }

    public IReadOnlyList<TopicMessage> Messages
    {
        get
        {
            lock (_messages) return [.. _messages];
        }
    }

    /// <summary>The sequence numbers published to a group, in order.</summary>
    public IReadOnlyList<long> Sequences(string group) => [.. Messages
        .Where(m => string.Equals(m.Group, group, StringComparison.Ordinal))
        .Select(m => JsonDocument.Parse(m.Json).RootElement.GetProperty("seq").GetInt64())];

    public Task PublishAsync(IReadOnlyList<TopicMessage> messages, CancellationToken cancellationToken)
    {
        if (IsDown) throw new IOException("The publisher is down.");
        lock (_messages) _messages.AddRange(messages);
        return Task.CompletedTask;
    }
}

/// <summary>Takes what is sent to hubs.</summary>
public sealed class RecordingHubs : IEventPublisher
{
    public List<(string Hub, OutgoingEvent Event)> Events { get; } = [];

    public Task PublishAsync(string hub, IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        Events.AddRange(events.Select(e => (hub, e)));
        return Task.CompletedTask;
    }
}

/// <summary>Takes what is sent to single connections.</summary>
public sealed class RecordingConnections : IRealtimeConnections
{
    public List<(string Connection, string Group)> Joined { get; } = [];

    public List<(string Connection, JsonElement Message)> Sent { get; } = [];

    public Task<Uri> GetClientUriAsync(string userId, IReadOnlyList<string> joinableGroups, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Task.FromResult(new Uri("ws://localhost/client"));

    public Task JoinAsync(string connectionId, string group, CancellationToken cancellationToken)
    {
        Joined.Add((connectionId, group));
        return Task.CompletedTask;
    }

    public Task LeaveAsync(string connectionId, string group, CancellationToken cancellationToken)
    {
        Joined.Remove((connectionId, group));
        return Task.CompletedTask;
    }

    public Task SendAsync(string connectionId, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        Sent.Add((connectionId, JsonDocument.Parse(json).RootElement.Clone()));
        return Task.CompletedTask;
    }
}
