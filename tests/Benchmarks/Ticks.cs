using System.Globalization;
using System.Text;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Benchmarks;

/// <summary>Quotes of at least 200 bonds, each some cents from the one before, so that every tick is news.</summary>
internal static class Ticks
{
    public static IReadOnlyList<string> Isins(int count) => [.. Enumerable.Range(1, count).Select(n => Enumerable.Range(0, 10)
        .Select(d => string.Create(CultureInfo.InvariantCulture, $"ZZ{n:000000000}{d}"))
        .Single(text => Isin.Parse(text).HasValidCheckDigit))];

    public static decimal Bid(long sequence) => 90m + (sequence / 200 % 1_000 / 100m);

    public static string Quote(string isin, long sequence, DateTimeOffset at) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"type":"microstructure","source":"bench","sequence":{{sequence}},"isin":"{{isin}}","timestamp":"{{at:O}}","payload":{"bid":{{Bid(sequence)}},"ask":{{Bid(sequence) + 0.25m}},"bid_size":1000000,"ask_size":1000000,"l2_depth_qty":5000000,"l2_levels":5,"trades_count":25,"vwap":95.5,"volume_face":10000000,"time_since_last_trade_s":300} }
        """);

    public static OutgoingEvent Event(string isin, long sequence, DateTimeOffset at) =>
        new(isin, Encoding.UTF8.GetBytes(Quote(isin, sequence, at)));

    public static ByteArrayContent Body(IEnumerable<string> quotes)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"events":[{{string.Join(',', quotes)}}]}"""));
        content.Headers.ContentType = new("application/json");
        return content;
    }
}
