using LiquidityRisk.Flows.Realtime;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>The markets' books and trades, for everybody.</summary>
public sealed class MarketTopicSource(Markets markets, TimeProvider time) : ITopicSource
{
    /// <inheritdoc/>
    public bool Knows(string topic) => Find(topic) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<string> Groups(string topic, RealtimeUser user) => [topic];

    /// <inheritdoc/>
    public ValueTask<TopicRefusal?> RefusalAsync(string topic, RealtimeUser user, CancellationToken cancellationToken) => new((TopicRefusal?)null);

    /// <inheritdoc/>
    public async Task<byte[]?> SnapshotAsync(string topic, RealtimeUser user, CancellationToken cancellationToken)
    {
        if (Find(topic) is not { } market) return null;
        var tape = await market.ReadAsync(r => r.Tape, cancellationToken);
        var isBook = topic == CashMarketTopics.Book(market.Certificate);
        var message = isBook
            ? AnnounceMarkets.BookSnapshot(market.Certificate, tape, time.GetUtcNow())
            : AnnounceMarkets.TradesSnapshot(market.Certificate, tape, time.GetUtcNow());
        return message.Json.ToArray();
    }

    private CertificateMarket? Find(string topic) => markets.All.FirstOrDefault(
        m => topic == CashMarketTopics.Book(m.Certificate) || topic == CashMarketTopics.Trades(m.Certificate));
}
