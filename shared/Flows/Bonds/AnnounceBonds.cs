using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Telemetry;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>
/// Files the audit records and publishes the announcements that were saved with their bonds, and sweeps up those that got stuck.
/// </summary>
public sealed class AnnounceBonds(
    BondBook book, AuditTrail audit, PolicyArchive policies, ITopicPublisher topics, ServiceMetrics metrics, TimeProvider time, ILogger<AnnounceBonds> log)
{
    /// <summary>The sweep leaves younger bonds to whoever is publishing them.</summary>
    public static readonly TimeSpan SweepAge = TimeSpan.FromSeconds(10);

    /// <summary>Files and publishes what waits in the documents. A failing store or publisher is logged: the sweep tries again.</summary>
    public async Task PublishAsync(IReadOnlyList<BondDocument> documents, CancellationToken cancellationToken)
    {
        await Task.WhenAll(documents.Select(d => FileAsync(d, cancellationToken)));
        var entries = documents.SelectMany(book.Unpublished).ToList();
        var messages = entries.SelectMany(Messages).ToList();
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

        var now = time.GetUtcNow();
        foreach (var entry in entries) metrics.NoteDelivery(now - entry.Ts);
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
        if (await book.ReadAsync(isin, cancellationToken) is not { Body: var body } stored) return false;
        if (body.Outbox.Count + body.Unfiled.Count == 0) return false;
        await PublishAsync([stored.Body], cancellationToken);
        await book.SaveAsync(stored.Body, stored.ETag, cancellationToken);
        return true;
    }

    private async Task FileAsync(BondDocument document, CancellationToken cancellationToken)
    {
        var records = book.Unfiled(document);
        if (records.Count == 0) return;
        try
        {
            await policies.KeepAsync(cancellationToken);
            await audit.FileAsync(records.Select(r => (r.Record, (object?)r.Point)), cancellationToken);
            book.MarkFiled(document.Isin, records[^1].Record.Sequence);
        }
        catch (StoreUnavailableException e)
        {
            log.LogWarning(e, "{Count} audit records of {Isin} could not be filed and wait for the sweep", records.Count, document.Isin);
        }
    }

    private static IEnumerable<TopicMessage> Messages(OutboxEntry entry)
    {
        foreach (var (topic, sequence) in entry.Topics)
        {
            if (entry.RetailPayload is not { } masked)
            {
                yield return new(topic, Envelope(entry, topic, sequence, entry.Payload));
                continue;
            }

            yield return new(BondTopics.Group(topic, Audience.Professional), Envelope(entry, topic, sequence, entry.Payload));
            yield return new(BondTopics.Group(topic, Audience.Retail), Envelope(entry, topic, sequence, masked));
        }
    }

    private static byte[] Envelope(OutboxEntry entry, string topic, long sequence, RawJson payload) => JsonSerializer.SerializeToUtf8Bytes(
        new TopicEnvelope<RawJson>(entry.Type, topic, sequence, entry.Ts, payload, entry.Meta, entry.TraceParent), ContractsJson.Default.TopicEnvelopeRawJson);
}
