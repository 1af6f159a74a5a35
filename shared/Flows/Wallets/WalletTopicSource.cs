using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Flows.Wallets.Proof;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>Wallets: whoever has proven one has its topics, risk managers and compliance have all.</summary>
public sealed class WalletTopicSource(WalletBook book, AnnounceWallets announce, WalletBindings bindings) : ITopicSource
{
    /// <inheritdoc/>
    public bool Knows(string topic) => WalletTopics.TryParse(topic, out _, out _);

    /// <inheritdoc/>
    public IReadOnlyList<string> Groups(string topic, RealtimeUser user) =>
        WalletTopics.TryParse(topic, out var address, out var isAlerts) ? [isAlerts ? WalletTopics.Alerts(address) : WalletTopics.Main(address)] : [];

    /// <inheritdoc/>
    public async ValueTask<TopicRefusal?> RefusalAsync(string topic, RealtimeUser user, CancellationToken cancellationToken)
    {
        if (!WalletTopics.TryParse(topic, out var address, out _)) return new("unknown_topic", "There is no such topic.");
        return user.SeesAllWallets || user.Wallet == address || await bindings.IsBoundAsync(user.UserId, address, cancellationToken)
            ? null
            : new("not_allowed", "This wallet is not proven to be yours.");
    }

    /// <inheritdoc/>
    public async Task<byte[]?> SnapshotAsync(string topic, RealtimeUser user, CancellationToken cancellationToken) =>
        WalletTopics.TryParse(topic, out var address, out var isAlerts) && await book.ReadAsync(address, cancellationToken) is { } stored
            ? await announce.SnapshotAsync(stored.Body, isAlerts, cancellationToken)
            : null;
}
