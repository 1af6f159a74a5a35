using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Takes market data that came over HTTP: judges each event on its own and sends the good ones to the hub.</summary>
public sealed class SubmitMarketData(MarketEventReader reader, IEventPublisher hubs, TimeProvider time)
{
    /// <summary>The hub that all market data goes through.</summary>
    public const string Hub = "market-data";

    /// <summary>Most events in one request.</summary>
    public const int MaxEvents = 1_000;

    /// <summary>Validates and publishes. The caller has made sure that there are 1 to <see cref="MaxEvents"/> events.</summary>
    public async Task<MarketDataAnswer> SubmitAsync(IReadOnlyList<JsonElement> events, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var results = new List<EventAcceptance>(events.Count);
        var good = new List<OutgoingEvent>(events.Count);
        for (var i = 0; i < events.Count; i++)
        {
            var (e, refusal) = reader.Read(events[i], now);
            results.Add(new EventAcceptance(i, e is not null, refusal?.Code, refusal?.Field, refusal?.Message));
            if (e is not null)
                good.Add(new OutgoingEvent(e.Isin.Value, JsonSerializer.SerializeToUtf8Bytes(events[i], ContractsJson.Default.JsonElement)));
        }

        if (good.Count > 0) await hubs.PublishAsync(Hub, good, cancellationToken);
        return new MarketDataAnswer(good.Count, events.Count - good.Count, results);
    }
}
