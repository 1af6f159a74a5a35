using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Realtime;

/// <summary>
/// Puts a connection onto topics and tells it where they stand: first the group, then a snapshot, so that no news falls
/// between the two. A client drops updates whose <c>seq</c> is not above the snapshot's.
/// </summary>
public sealed class SubscribeToTopics(
    BondBook book, BondSettings settings, ExitQualityBook quality, IRealtimeConnections connections, TimeProvider time)
{
    /// <summary>Most topics in one request.</summary>
    public const int MaxTopics = 200;

    /// <summary>Subscribes; a topic that cannot be had is answered with an <c>error</c> event and the others go on.</summary>
    public async Task SubscribeAsync(string connectionId, RealtimeUser user, TopicRequest request, CancellationToken cancellationToken)
    {
        foreach (var topic in Topics(request))
        {
            if (!BondTopics.TryParse(topic, out var isin, out var part))
                await RefuseAsync(connectionId, topic, "unknown_topic", "There is no such topic.", cancellationToken);
            else if (await book.ReadAsync(isin, cancellationToken) is null)
                await RefuseAsync(connectionId, topic, "unknown_bond", "Nothing is known about this bond.", cancellationToken);
            else
                await SubscribeAsync(connectionId, user, topic, isin, part, cancellationToken);
        }
    }

    /// <summary>Ends subscriptions; unknown topics are ignored.</summary>
    public async Task UnsubscribeAsync(string connectionId, RealtimeUser user, TopicRequest request, CancellationToken cancellationToken)
    {
        foreach (var topic in Topics(request))
        {
            await connections.LeaveAsync(connectionId, topic, cancellationToken);
            await connections.LeaveAsync(connectionId, BondTopics.Group(topic, user.Audience), cancellationToken);
        }
    }

    /// <summary>Answers a request that cannot be read with an <c>error</c> event.</summary>
    public Task RefuseAsync(string connectionId, CancellationToken cancellationToken) =>
        RefuseAsync(connectionId, "", "malformed_request", "An object with topic or topics is expected.", cancellationToken);

    private static IEnumerable<string> Topics(TopicRequest request) =>
        (request.Topics ?? []).Append(request.Topic).OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxTopics);

    private async Task SubscribeAsync(
        string connectionId, RealtimeUser user, string topic, Isin isin, BondTopic part, CancellationToken cancellationToken)
    {
        await connections.JoinAsync(connectionId, topic, cancellationToken);
        await connections.JoinAsync(connectionId, BondTopics.Group(topic, user.Audience), cancellationToken);
        if (await book.ReadAsync(isin, cancellationToken) is not { Body: var document }) return;
        if (document.Translation(settings.Weights) is not { } translation) return;
        var snapshot = new TopicEnvelope<SnapshotPayload>(
            "snapshot",
            topic,
            document.Sequences.GetValueOrDefault(topic),
            time.GetUtcNow(),
            Snapshot(document, translation, part, user.Audience),
            new TopicMeta(SnakeCase.Of(translation.Freshness), Rounded.Probability(translation.Confidence).Value));
        var json = JsonSerializer.SerializeToUtf8Bytes(snapshot, ContractsJson.Default.TopicEnvelopeSnapshotPayload);
        await connections.SendAsync(connectionId, json, cancellationToken);
    }

    private SnapshotPayload Snapshot(BondDocument document, BondTranslation t, BondTopic part, Audience audience)
    {
        bool Has(BondTopic topic) => part is BondTopic.All || part == topic;
        return new(
            t.Isin,
            t.AsOf,
            part == BondTopic.All ? RiskAnswers.Summary(t.Isin, t.Risk!) : null,
            Has(BondTopic.Liquidity) && t.Liquidity is not null ? LiquidityAnswers.Profile(t) : null,
            Has(BondTopic.Exit) ? ExitAnswers.Paths(t.Exits!, audience, quality.Gates) : null,
            Has(BondTopic.Exit) ? ExitAnswers.BestPath(t.Exits) : null,
            part == BondTopic.All ? [.. t.Exits!.Warnings.Select(RiskAnswers.Warning)] : null,
            Has(BondTopic.Alerts) ? [.. document.Alerts.Open.Select(a => AlertNews.Answer(document, a))] : null,
            Has(BondTopic.Liquidity) ? RetailNarrative.Of(quality.Gates.Apply(t), NarrativeLanguage.English) : null);
    }

    private async Task RefuseAsync(
        string connectionId, string topic, string code, string message, CancellationToken cancellationToken)
    {
        var error = new TopicEnvelope<TopicError>("error", topic, 0, time.GetUtcNow(), new TopicError(code, message), null);
        var json = JsonSerializer.SerializeToUtf8Bytes(error, ContractsJson.Default.TopicEnvelopeTopicError);
        await connections.SendAsync(connectionId, json, cancellationToken);
    }
}
