using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Publishes the announcements that were saved with their bonds, and sweeps up those that got stuck.</summary>
public sealed class AnnounceBonds(BondBook book, ITopicPublisher topics, TimeProvider time, ILogger<AnnounceBonds> log)
{
    /// <summary>The sweep leaves younger bonds to whoever is publishing them.</summary>
    public static readonly TimeSpan SweepAge = TimeSpan.FromSeconds(10);

    /// <summary>Publishes what the outboxes hold. A failing publisher is logged: the sweep tries again.</summary>
    public async Task PublishAsync(IReadOnlyList<BondDocument> documents, CancellationToken cancellationToken)
    {
        var messages = documents.SelectMany(book.Unpublished).SelectMany(Messages).ToList();
        if (messages.Count == 0) return;
        try
        {
            await topics.PublishAsync(messages, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "{Count} announcements could not be published and wait for the sweep", messages.Count);
            return;
        }

        foreach (var document in documents) book.MarkPublished(document.Isin, document.LastNumber);
    }

    /// <summary>Publishes announcements left behind by a crash or a failing publisher, and empties the outboxes of quiet bonds.</summary>
    /// <returns>How many bonds had something left.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - SweepAge;
        var swept = 0;
        foreach (var shard in BondBook.ShardNames)
        {
            foreach (var head in await book.ListShardAsync(shard, cancellationToken))
            {
                if (head.Pending == 0 || head.Item.AsOf > before) continue;
                if (await SweepAsync(head.Item.Isin, cancellationToken)) swept++;
            }
        }

        return swept;
    }

    private async Task<bool> SweepAsync(Isin isin, CancellationToken cancellationToken)
    {
        if (await book.ReadAsync(isin, cancellationToken) is not { Body.Outbox.Count: > 0 } stored) return false;
        await PublishAsync([stored.Body], cancellationToken);
        await book.SaveAsync(stored.Body, stored.ETag, cancellationToken);
        return true;
    }

    private static IEnumerable<TopicMessage> Messages(OutboxEntry entry) => entry.Topics.Select(topic =>
        new TopicMessage(topic.Key, JsonSerializer.SerializeToUtf8Bytes(
            new TopicEnvelope<RawJson>(entry.Type, topic.Key, topic.Value, entry.Ts, entry.Payload, entry.Meta),
            ContractsJson.Default.TopicEnvelopeRawJson)));
}
