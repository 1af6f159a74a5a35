using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Realtime;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Operations, for administrators.</summary>
public sealed class OperationTopicSource(OperationBook operations, TimeProvider time) : ITopicSource
{
    private const int Shown = 50;

    /// <inheritdoc/>
    public bool Knows(string topic) => topic == CashMarketTopics.Operations;

    /// <inheritdoc/>
    public IReadOnlyList<string> Groups(string topic, RealtimeUser user) => [topic];

    /// <inheritdoc/>
    public ValueTask<TopicRefusal?> RefusalAsync(string topic, RealtimeUser user, CancellationToken cancellationToken) =>
        new(user.IsAdmin ? null : new TopicRefusal("not_allowed", "Operations are for administrators."));

    /// <inheritdoc/>
    public async Task<byte[]?> SnapshotAsync(string topic, RealtimeUser user, CancellationToken cancellationToken)
    {
        var (items, cursor) = await operations.ListAsync(null, null, Shown, null, cancellationToken);
        var last = items.SelectMany(i => i.Log).Select(l => l.Number).DefaultIfEmpty(0).Max();
        return TopicMessages.Of(
            "snapshot",
            topic,
            last,
            time.GetUtcNow(),
            new OperationListAnswer([.. items.Select(OperationAnswers.Summary)], cursor),
            ContractsJson.Default.TopicEnvelopeOperationListAnswer).Json.ToArray();
    }
}
