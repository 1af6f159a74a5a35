using System.Collections.Concurrent;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Flows.Wallets.Answers;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>
/// Publishes changes of wallets. A message carries the whole state, so that a later one makes up for one that was lost; what could not be
/// published, or was saved by an instance that then died, is published by the sweep.
/// </summary>
public sealed class AnnounceWallets(
    WalletBook book, WalletAnswers answers, ITopicPublisher topics, ILogger<AnnounceWallets> log)
{
    private readonly ConcurrentDictionary<WalletAddress, (long Seq, long AlertSeq)> _published = new();

    /// <summary>Publishes wallets as saved. A failing publisher is logged: the sweep tries again.</summary>
    public async Task PublishAsync(IReadOnlyList<WalletDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0) return;
        try
        {
            var messages = new List<TopicMessage>(documents.Count + 8);
            foreach (var document in documents) messages.AddRange(await MessagesAsync(document, cancellationToken));
            if (messages.Count > 0) await topics.PublishAsync(messages, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Changes of {Count} wallets could not be published and wait for the sweep", documents.Count);
            return;
        }

        foreach (var document in documents)
            _published.AddOrUpdate(
                document.Address,
                (document.Seq, document.AlertSeq),
                (_, known) => (Math.Max(known.Seq, document.Seq), Math.Max(known.AlertSeq, document.AlertSeq)));
    }

    /// <summary>Publishes wallets of which this instance does not know that their last change was published.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var heads = await book.HeadsAsync(cancellationToken);
        var missed = heads.Where(h => Unpublished(h.Address, h.Seq, h.AlertSeq)).Select(h => h.Address).ToList();
        foreach (var chunk in missed.Chunk(100))
        {
            var documents = new List<WalletDocument>(chunk.Length);
            foreach (var address in chunk)
                if (await book.ReadAsync(address, cancellationToken) is { } stored) documents.Add(stored.Body);
            await PublishAsync(documents, cancellationToken);
        }

        return missed.Count;
    }

    /// <summary>Where a wallet's topic stands, as a message for a subscriber; null before the first analysis.</summary>
    public async Task<byte[]?> SnapshotAsync(WalletDocument document, bool alerts, CancellationToken cancellationToken)
    {
        if (alerts)
        {
            var list = WalletAnswers.News(document);
            return TopicMessages.Of("snapshot", WalletTopics.Alerts(document.Address), document.AlertSeq, document.ChangedAt, list, ContractsJson.Default.TopicEnvelopeWalletAlertListAnswer).Json.ToArray();
        }

        return await answers.UpdateAsync(document, cancellationToken) is { } update
            ? TopicMessages.Of("snapshot", WalletTopics.Main(document.Address), document.Seq, document.ChangedAt, update, ContractsJson.Default.TopicEnvelopeWalletUpdatePayload).Json.ToArray()
            : null;
    }

    private async Task<List<TopicMessage>> MessagesAsync(WalletDocument document, CancellationToken cancellationToken)
    {
        var known = _published.GetValueOrDefault(document.Address);
        var messages = new List<TopicMessage>(2);
        if (document.Seq > known.Seq && await answers.UpdateAsync(document, cancellationToken) is { } update)
            messages.Add(TopicMessages.Of("wallet_update", WalletTopics.Main(document.Address), document.Seq, document.ChangedAt, update, ContractsJson.Default.TopicEnvelopeWalletUpdatePayload));
        if (document.AlertSeq > known.AlertSeq)
        {
            var list = WalletAnswers.News(document);
            messages.Add(TopicMessages.Of("alerts_update", WalletTopics.Alerts(document.Address), document.AlertSeq, document.ChangedAt, list, ContractsJson.Default.TopicEnvelopeWalletAlertListAnswer));
        }

        return messages;
    }

    private bool Unpublished(WalletAddress address, long seq, long alertSeq)
    {
        var known = _published.GetValueOrDefault(address);
        return seq > known.Seq || alertSeq > known.AlertSeq;
    }
}
