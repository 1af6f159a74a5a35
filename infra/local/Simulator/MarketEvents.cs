using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator;

/// <summary>Writes market-data events as a feed would send them.</summary>
internal static class MarketEvents
{
    public static OutgoingEvent Quote(Isin isin, string source, long sequence, DateTimeOffset at, MicrostructurePayload payload) =>
        Envelope(isin, source, sequence, at, MarketDataTypes.Microstructure, JsonSerializer.SerializeToElement(payload, ContractsJson.Default.MicrostructurePayload));

    public static OutgoingEvent Reference(Isin isin, string source, long sequence, DateTimeOffset at, BondReferencePayload payload) =>
        Envelope(isin, source, sequence, at, MarketDataTypes.BondReference, JsonSerializer.SerializeToElement(payload, ContractsJson.Default.BondReferencePayload));

    public static OutgoingEvent MarketMaker(Isin isin, string source, long sequence, DateTimeOffset at, MarketMakerPayload payload) =>
        Envelope(isin, source, sequence, at, MarketDataTypes.MarketMakerState, JsonSerializer.SerializeToElement(payload, ContractsJson.Default.MarketMakerPayload));

    public static OutgoingEvent Auction(Isin isin, string source, long sequence, DateTimeOffset at, AuctionPayload payload) =>
        Envelope(isin, source, sequence, at, MarketDataTypes.Auction, JsonSerializer.SerializeToElement(payload, ContractsJson.Default.AuctionPayload));

    public static OutgoingEvent RiskArtifact(Isin isin, string source, long sequence, DateTimeOffset at, RiskArtifactPayload payload) =>
        Envelope(isin, source, sequence, at, MarketDataTypes.RiskArtifact, JsonSerializer.SerializeToElement(payload, ContractsJson.Default.RiskArtifactPayload));

    private static OutgoingEvent Envelope(
        Isin isin, string source, long sequence, DateTimeOffset at, string type, JsonElement payload) => new(
        isin.Value,
        JsonSerializer.SerializeToUtf8Bytes(
            new MarketDataEvent(type, source, sequence, isin.Value, at, payload), ContractsJson.Default.MarketDataEvent));
}
