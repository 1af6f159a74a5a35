using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiquidityRisk.Adapters.Wallets.CoinGecko;

/// <summary>The part of a coin's market that is used. Numbers are checked one by one, so that one coin's nonsense spoils no other's price.</summary>
internal sealed record CoinMarketWire(
    string Id,
    [property: JsonPropertyName("current_price")] JsonElement? CurrentPrice = null,
    [property: JsonPropertyName("total_volume")] JsonElement? TotalVolume = null,
    [property: JsonPropertyName("last_updated")] DateTimeOffset? LastUpdated = null);

/// <summary>A coin's history.</summary>
/// <param name="Prices">Pairs of milliseconds since 1970 and a price.</param>
internal sealed record MarketChartWire(IReadOnlyList<IReadOnlyList<decimal?>> Prices);
