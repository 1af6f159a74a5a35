using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Realtime;

/// <summary>
/// Puts a connection onto topics and tells it where they stand: first the group, then a snapshot, so that no news falls
/// between the two. A client drops updates whose <c>seq</c> is not above the snapshot's.
/// </summary>
public sealed class SubscribeToTopics(BondBook book, IRealtimeConnections connections, TimeProvider time)
{
    /// <summary>Most topics in one request.</summary>
    public const int MaxTopics = 200;

    /// <summary>Subscribes; a topic that cannot be had is answered with an <c>error</c> event and the others go on.</summary>
    public async Task SubscribeAsync(string connectionId, TopicRequest request, CancellationToken cancellationToken)
    {
        foreach (var topic in Topics(request))
        {
            if (!BondTopics.TryParse(topic, out var isin))
                await RefuseAsync(connectionId, topic, "unknown_topic", "There is no such topic.", cancellationToken);
            else if (await book.ReadAsync(isin, cancellationToken) is null)
                await RefuseAsync(connectionId, topic, "unknown_bond", "Nothing is known about this bond.", cancellationToken);
            else
                await SubscribeAsync(connectionId, topic, isin, cancellationToken);
        }
    }

    /// <summary>Ends subscriptions; unknown topics are ignored.</summary>
    public async Task UnsubscribeAsync(string connectionId, TopicRequest request, CancellationToken cancellationToken)
    {
        foreach (var topic in Topics(request)) await connections.LeaveAsync(connectionId, topic, cancellationToken);
    }

    /// <summary>Answers a request that cannot be read with an <c>error</c> event.</summary>
    public Task RefuseAsync(string connectionId, CancellationToken cancellationToken) =>
        RefuseAsync(connectionId, "", "malformed_request", "An object with topic or topics is expected.", cancellationToken);

    private static IEnumerable<string> Topics(TopicRequest request) =>
        (request.Topics ?? []).Append(request.Topic).OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxTopics);

    private async Task SubscribeAsync(string connectionId, string topic, Isin isin, CancellationToken cancellationToken)
    {
        await connections.JoinAsync(connectionId, topic, cancellationToken);
        if (await book.ReadAsync(isin, cancellationToken) is not { Body: { Translation: { } t } document }) return;
        var snapshot = new TopicEnvelope<LiquidityPayload>(
            "snapshot",
            topic,
            document.Sequences.GetValueOrDefault(topic),
            time.GetUtcNow(),
            new LiquidityPayload(isin, t.LiquidityProfile, t.RetailNarrative, t.AsOf),
            new TopicMeta(t.DataFreshness, t.ConfidenceOverall.Value));
        var json = JsonSerializer.SerializeToUtf8Bytes(snapshot, ContractsJson.Default.TopicEnvelopeLiquidityPayload);
        await connections.SendAsync(connectionId, json, cancellationToken);
    }

    private async Task RefuseAsync(
        string connectionId, string topic, string code, string message, CancellationToken cancellationToken)
    {
        var error = new TopicEnvelope<TopicError>("error", topic, 0, time.GetUtcNow(), new TopicError(code, message), null);
        var json = JsonSerializer.SerializeToUtf8Bytes(error, ContractsJson.Default.TopicEnvelopeTopicError);
        await connections.SendAsync(connectionId, json, cancellationToken);
    }
}
