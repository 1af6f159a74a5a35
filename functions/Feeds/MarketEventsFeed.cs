using System.Text.Json;
using Azure.Messaging.EventHubs;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.CashMarket;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Feeds;

/// <summary>Settles what happened in the certificate markets.</summary>
public sealed class MarketEventsFeed(SettleAccounts settle)
{
    [Function(nameof(SettleMarketEvents))]
    [ExponentialBackoffRetry(10, "00:00:01", "00:01:00")]
    public Task SettleMarketEvents(
        [EventHubTrigger(AnnounceMarkets.Hub, Connection = "MarketData")] EventData[] events, CancellationToken cancellationToken) =>
        settle.HandleAsync(
            [.. events.Select(e => JsonSerializer.Deserialize(e.EventBody.ToMemory().Span, ContractsJson.Default.MarketEventsMessage)).OfType<MarketEventsMessage>()],
            cancellationToken);
}
