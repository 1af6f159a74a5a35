using System.Globalization;
using System.Security.Cryptography;
using Azure.Messaging.EventHubs;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace LiquidityRisk.Functions.Feeds;

/// <summary>Takes market data from its hub.</summary>
public sealed class MarketDataFeed(TranslateMarketData translate)
{
    [Function(nameof(ReceiveMarketData))]
    [ExponentialBackoffRetry(10, "00:00:01", "00:01:00")]
    public Task ReceiveMarketData(
        [EventHubTrigger(SubmitMarketData.Hub, Connection = "MarketData")] EventData[] events,
        CancellationToken cancellationToken) =>
        translate.HandleAsync(Array.ConvertAll(events, e => new IncomingEvent(e.EventBody.ToMemory(), Origin(e), Trace(e))), cancellationToken);

    private static string? Trace(EventData e) => e.Properties.TryGetValue(Tracing.TraceParent, out var trace) ? trace as string : null;

    // The same at every delivery and different for every event: place in the partition and a digest of the body.
    private static string Origin(EventData e) => string.Create(
        CultureInfo.InvariantCulture,
        $"{SubmitMarketData.Hub}-{e.SequenceNumber}-{Convert.ToHexStringLower(SHA256.HashData(e.EventBody.ToMemory().Span)[..6])}");
}
