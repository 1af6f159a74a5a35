using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Realtime;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>Accounts: a client has his own, administrators have all.</summary>
public sealed class AccountTopicSource(AccountBook accounts) : ITopicSource
{
    /// <inheritdoc/>
    public bool Knows(string topic) => CashMarketTopics.TryParseAccount(topic, out _);

    /// <inheritdoc/>
    public IReadOnlyList<string> Groups(string topic, RealtimeUser user) => [topic];

    /// <inheritdoc/>
    public ValueTask<TopicRefusal?> RefusalAsync(string topic, RealtimeUser user, CancellationToken cancellationToken) => new(
        CashMarketTopics.TryParseAccount(topic, out var account) && (user.IsAdmin || account == DerivedIds.ClientAccount(user.UserId))
            ? null
            : new TopicRefusal("not_allowed", "This is not your account."));

    /// <inheritdoc/>
    public async Task<byte[]?> SnapshotAsync(string topic, RealtimeUser user, CancellationToken cancellationToken)
    {
        if (!CashMarketTopics.TryParseAccount(topic, out var id) || await accounts.ReadAsync(id, cancellationToken) is not { } document) return null;
        return TopicMessages.Of(
            "snapshot", topic, document.Seq, document.ChangedAt, AccountAnswers.Account(document), ContractsJson.Default.TopicEnvelopeAccountAnswer).Json.ToArray();
    }
}
