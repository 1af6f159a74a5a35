using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Realtime;
using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Json.Tests;

public class WireFormatTests
{
    private enum Colour
    {
        DeepBlue,
        Red,
    }

    [Fact]
    public void The_founding_documents_microstructure_is_read_field_by_field()
    {
        var read = JsonSerializer.Deserialize(
            """
            {"timestamp":"2024-12-01T10:00:00Z","isin":"IN0012345678","bid":100.50,"ask":100.75,"bid_size":1000000,"ask_size":1000000,
             "l2_depth_qty":5000000,"l2_levels":5,"trades_count":25,"vwap":100.625,"volume_face":10000000,"time_since_last_trade_s":300}
            """,
            ContractsJson.Default.MicrostructurePayload)!;

        Assert.Equal(
            new MicrostructurePayload(
                new(100.50m), new(100.75m), new(1_000_000), new(1_000_000), new(5_000_000), 5, 25, new(100.625m), new(10_000_000), 300, null, "IN0012345678"),
            read);
    }

    [Fact]
    public void The_founding_documents_market_maker_state_is_read_field_by_field()
    {
        var read = JsonSerializer.Deserialize(
            """{"mm_online":true,"mm_inventory_band":[500000,1000000,2000000],"mm_min_spread_bps":10.0,"last_quote_spread_bps":25.0,"quotes_last_24h":45}""",
            ContractsJson.Default.MarketMakerPayload)!;

        Assert.True(read.MmOnline);
        Assert.Equal([500_000m, 1_000_000m, 2_000_000m], read.MmInventoryBand!.Select(a => a.Value));
        Assert.Equal((10, 25, 45), (read.MmMinSpreadBps!.Value.Value, read.LastQuoteSpreadBps!.Value.Value, read.QuotesLast24H));
    }

    [Fact]
    public void A_topic_envelope_has_the_founding_documents_names()
    {
        var envelope = new TopicEnvelope<SnapshotPayload>(
            "snapshot", "lr.US0378331005", 3, DateTimeOffset.UnixEpoch, new(Isin.Parse("US0378331005"), DateTimeOffset.UnixEpoch, null, null, null, null, null, null, "Text."), new("real_time", 0.82));
        var json = JsonSerializer.SerializeToElement(envelope, ContractsJson.Default.TopicEnvelopeSnapshotPayload);

        Assert.Equal(["type", "topic", "seq", "ts", "payload", "meta"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal("US0378331005", json.GetProperty("payload").GetProperty("isin").GetString());
        Assert.Equal(0.82, json.GetProperty("meta").GetProperty("confidence").GetDouble());
    }

    [Theory]
    [InlineData("""{"bid":0}""", "$.bid")]
    [InlineData("""{"bid":-3}""", "$.bid")]
    [InlineData("""{"bid":"100"}""", "$.bid")]
    [InlineData("""{"volume_face":1e300}""", "$.volume_face")]
    public void A_unit_refuses_and_the_error_names_the_field(string json, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ContractsJson.Default.MicrostructurePayload)).Path);

    [Fact]
    public void A_member_given_twice_is_refused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"bid":1,"bid":2}""", ContractsJson.Default.MicrostructurePayload));

    [Fact]
    public void Enums_are_snake_case_and_nothing_else()
    {
        Assert.Equal("deep_blue", SnakeCase.Of(Colour.DeepBlue));
        Assert.True(SnakeCase.TryParse<Colour>("red", out var red));
        Assert.Equal(Colour.Red, red);
        Assert.False(SnakeCase.TryParse<Colour>("Red", out _));
        Assert.False(SnakeCase.TryParse<Colour>("1", out _));
        Assert.Equal("deep_blue, red", SnakeCase.Choices<Colour>());
    }

    [Fact]
    public void A_raw_piece_goes_in_and_comes_out_as_it_is()
    {
        var envelope = new TopicEnvelope<RawJson>("t", "x", 1, DateTimeOffset.UnixEpoch, new("""{"a":[1,2.50]}"""u8.ToArray()), null);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(envelope, ContractsJson.Default.TopicEnvelopeRawJson);
        var back = JsonSerializer.Deserialize(bytes, ContractsJson.Default.TopicEnvelopeRawJson)!;

        Assert.Equal("""{"a":[1,2.50]}""", System.Text.Encoding.UTF8.GetString(back.Payload.Utf8.Span));
    }
}
