using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Realtime;

/// <summary>
/// Puts a connection onto topics and tells it where they stand: first the group, then a snapshot, so that no news falls
/// between the two. A client drops updates whose <c>seq</c> is not above the snapshot's.
/// </summary>
public sealed class SubscribeToTopics(IEnumerable<ITopicSource> sources, IRealtimeConnections connections, TimeProvider time)
{
    /// <summary>Most topics in one request.</summary>
    public const int MaxTopics = 200;

    private readonly ITopicSource[] _sources = [.. sources];

    /// <summary>Subscribes; a topic that cannot be had is answered with an <c>error</c> event and the others go on.</summary>
    public async Task SubscribeAsync(string connectionId, RealtimeUser user, TopicRequest request, CancellationToken cancellationToken)
    {
        foreach (var topic in Topics(request))
        {
            if (SourceOf(topic) is not { } source)
                await RefuseAsync(connectionId, topic, new("unknown_topic", "There is no such topic."), cancellationToken);
            else if (await source.RefusalAsync(topic, user, cancellationToken) is { } refusal)
                await RefuseAsync(connectionId, topic, refusal, cancellationToken);
            else
                await SubscribeAsync(connectionId, source, topic, user, cancellationToken);
        }
    }

    /// <summary>Ends subscriptions; unknown topics are ignored.</summary>
    public async Task UnsubscribeAsync(string connectionId, RealtimeUser user, TopicRequest request, CancellationToken cancellationToken)
    {
        foreach (var topic in Topics(request))
            foreach (var group in SourceOf(topic)?.Groups(topic, user) ?? [])
                await connections.LeaveAsync(connectionId, group, cancellationToken);
    }

    /// <summary>Answers a request that cannot be read with an <c>error</c> event.</summary>
    public Task RefuseAsync(string connectionId, CancellationToken cancellationToken) =>
        RefuseAsync(connectionId, "", new("malformed_request", "An object with topic or topics is expected."), cancellationToken);

    private static IEnumerable<string> Topics(TopicRequest request) =>
        (request.Topics ?? []).Append(request.Topic).OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxTopics);

    private ITopicSource? SourceOf(string topic) => Array.Find(_sources, s => s.Knows(topic));

    private async Task SubscribeAsync(
        string connectionId, ITopicSource source, string topic, RealtimeUser user, CancellationToken cancellationToken)
    {
        foreach (var group in source.Groups(topic, user)) await connections.JoinAsync(connectionId, group, cancellationToken);
        if (await source.SnapshotAsync(topic, user, cancellationToken) is { } json) await connections.SendAsync(connectionId, json, cancellationToken);
    }

    private async Task RefuseAsync(string connectionId, string topic, TopicRefusal refusal, CancellationToken cancellationToken)
    {
        var error = new TopicEnvelope<TopicError>("error", topic, 0, time.GetUtcNow(), new TopicError(refusal.Code, refusal.Message), null);
        var json = JsonSerializer.SerializeToUtf8Bytes(error, ContractsJson.Default.TopicEnvelopeTopicError);
        await connections.SendAsync(connectionId, json, cancellationToken);
    }
}
