using System.Collections.Concurrent;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Units;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>
/// Publishes changes of accounts. A message carries the whole account, so that a later one makes up for one that was lost; what could not
/// be published, or was saved by an instance that then died, is published by the sweep.
/// </summary>
public sealed class AnnounceAccounts(AccountBook accounts, ITopicPublisher topics, ILogger<AnnounceAccounts> log)
{
    private readonly ConcurrentDictionary<AccountId, long> _published = new();

    /// <summary>Publishes accounts as saved. A failing publisher is logged: the sweep tries again.</summary>
    public async Task PublishAsync(IReadOnlyList<AccountDocument> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0) return;
        try
        {
            await topics.PublishAsync([.. documents.Select(Message)], cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Changes of {Count} accounts could not be published and wait for the sweep", documents.Count);
            return;
        }

        foreach (var document in documents)
            _published.AddOrUpdate(document.Account.Id, document.Seq, (_, known) => Math.Max(known, document.Seq));
    }

    /// <summary>Publishes accounts of which this instance does not know that their last change was published.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var missed = await accounts.ReadAllAsync(h => h.Seq > _published.GetValueOrDefault(h.Id), cancellationToken);
        await PublishAsync(missed, cancellationToken);
        return missed.Count;
    }

    private static TopicMessage Message(AccountDocument document) => TopicMessages.Of(
        "account_update",
        CashMarketTopics.Account(document.Account.Id),
        document.Seq,
        document.ChangedAt,
        AccountAnswers.Account(document),
        ContractsJson.Default.TopicEnvelopeAccountAnswer);
}
