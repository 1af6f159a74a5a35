using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Local.Simulator.Market;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests;

/// <summary>The importers and the simulator's figures against the real files and what their description says of them.</summary>
public class RealFilesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static string Folder
    {
        get
        {
            Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
            return RealData.Folder!;
        }
    }

    private static List<EventReading> Read(Snapshot snapshot)
    {
        var reader = new MarketEventReader(MarketEventRules.Standard with { RequireIsinCheckDigit = true });
        return [.. snapshot.Rows.Select((row, i) => reader.Read(row(Now, i).Body, Now))];
    }

    [Fact]
    public void The_six_list_comes_whole_with_its_one_crossed_quote_refused()
    {
        var snapshots = SixBondList.Read(Folder).ToList();
        var read = snapshots.ConvertAll(Read);
        var quotes = read.Skip(1).Select(s => s.Select(r => r.Event?.Input).OfType<Microstructure>().ToList()).ToList();

        Assert.Equal([2_933, 2_878, 2_870, 2_867], snapshots.Select(s => s.Rows.Count));
        Assert.Equal(["crossed_market"], read.SelectMany(s => s).Select(r => r.Refusal?.Code).OfType<string>());
        // 565, 1,593 and 1,818 rows have both sides; the crossed one of them is refused.
        Assert.Equal(565 + 1_593 + 1_818 - 1, quotes.Sum(q => q.Count(m => m.Mid is not null)));
    }

    [Fact]
    public void The_moscow_panel_comes_whole()
    {
        var snapshots = MoexBondPanel.Read(Folder).ToList();

        Assert.Equal(500, snapshots[0].Rows.Count);
        Assert.Equal(File.ReadLines(Path.Combine(Folder, "moex_bonds_panel.csv")).Count() - 1, snapshots.Skip(1).Sum(s => s.Rows.Count));
        Assert.All(Read(snapshots[0]).Concat(Read(snapshots[^1])), r => Assert.Null(r.Refusal));
    }

    [Theory]
    [InlineData("AAA")]
    [InlineData("AA")]
    [InlineData("A")]
    [InlineData("BBB")]
    [InlineData("BB")]
    [InlineData("NR")]
    public void A_segment_trades_as_its_bonds_did(string band)
    {
        var ratings = CsvRows.Read(Path.Combine(Folder, "six_bonds_static.csv"), r => (Isin: r.Text("isin")!, Rating: r.Text("rating")))
            .ToDictionary(r => r.Isin, r => r.Rating?.TrimEnd('+', '-') ?? "NR", StringComparer.Ordinal);
        var rows = CsvRows.Read(Path.Combine(Folder, "six_bonds_quotes.csv"), r => (
                Isin: r.Text("isin")!, Day: r.Text("snapshot"), Bid: r.Number("bid_price"), Ask: r.Number("ask_price"),
                Sizes: (decimal?[])[r.Number("bid_volume"), r.Number("ask_volume")],
                Traded: (r.Number("onmarket_volume") ?? 0) + (r.Number("offbook_volume") ?? 0)))
            .Where(r => string.Equals(ratings.GetValueOrDefault(r.Isin, "NR"), band, StringComparison.Ordinal))
            .ToList();
        var segment = Segment.All.Single(s => string.Equals(s.Rating.ToString(), band, StringComparison.Ordinal));
        var spreads = rows.Where(r => r.Ask > r.Bid)
            .Select(r => Math.Log(BasisPoints.Spread(new BondPrice(r.Bid!.Value), new BondPrice(r.Ask!.Value)).Value)).ToList();
        var last = rows.Where(r => r.Day == "2023-06-20").ToList();

        Assert.Equal(segment.SpreadBps, Math.Exp(Median(spreads)), 0.06);
        Assert.Equal(segment.SpreadLogSd, Deviation(spreads), 0.006);
        Assert.Equal((decimal)segment.QuoteFace, Median(rows.SelectMany(r => r.Sizes).Where(s => s > 0).Select(s => s!.Value)));
        Assert.Equal(segment.TwoSided, last.Count(r => r.Bid is not null && r.Ask is not null) / (double)last.Count, 0.001);
        Assert.Equal(segment.TradedShare, rows.Count(r => r.Traded > 0) / (double)rows.Count, 0.0006);
        Assert.Equal((decimal)segment.DayFace, Median(rows.Where(r => r.Traded > 0).Select(r => r.Traded)));
    }

    private static T Median<T>(IEnumerable<T> values)
        where T : System.Numerics.INumber<T>
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / (T.One + T.One);
    }

    private static double Deviation(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Count);
    }
}
