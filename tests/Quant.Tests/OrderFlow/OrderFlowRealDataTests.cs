using LiquidityRisk.Quant.Quoting;
using LiquidityRisk.Quant.Tests;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Quant.OrderFlow.Tests;

/// <summary>What the measures say of real books and trades; skipped where the data is not at hand.</summary>
public class OrderFlowRealDataTests
{
    // Reference: pandas 1.5.3 and statsmodels 0.13.5 on the same file.
    [Theory]
    [InlineData(10, 0.002896255556745079, 4.387917429581743, 0.145582331464716)]
    [InlineData(60, 0.004360276691527667, 5.188660916904769, 0.5993072655771112)]
    public void Order_flow_explains_the_moves_of_apple_on_one_morning(int seconds, double slope, double ratio, double rSquared)
    {
        // Price in dollars, size in hundreds of shares.
        var rows = Rows("lobster_aapl_messages_l1.csv").Where(r => r[10] == "1").ToList();
        var quotes = rows.Select(r => new BestQuote(Golden.Number(r[8]) / 1e4, Golden.Number(r[9]) / 100, Golden.Number(r[6]) / 1e4, Golden.Number(r[7]) / 100)).ToArray();
        var blocks = rows.Select((r, i) => (Block: (int)(Golden.Number(r[0]) / seconds), Index: i)).GroupBy(x => x.Block).Select(g => (First: g.First().Index, Last: g.Last().Index)).ToList();
        double[] flows = [.. blocks.Select(b => OrderFlowImbalance.Of(quotes.AsSpan(b.First..(b.Last + 1))))];
        double[] moves = [.. blocks.Select(b => quotes[b.Last].Mid - quotes[b.First].Mid)];

        var fit = PriceImpact.Fit(moves, flows);

        Assert.Equal(slope, fit.Slope, 1e-12);
        Assert.Equal(ratio, fit.Slope / fit.SlopeError, 1e-9);
        Assert.Equal(rSquared, fit.RSquared, 1e-10);
    }

    [Fact]
    public void The_microprice_of_bitcoin_forecasts_better_than_the_mid()
    {
        var quotes = Rows("binance_btcusdt_spot_bbo.csv")
            .Select(r => new BestQuote(Golden.Number(r[2]), Golden.Number(r[3]), Golden.Number(r[4]), Golden.Number(r[5]))).ToArray();
        var half = quotes.Length / 2;
        var model = Microprice.Fit(quotes.AsSpan(0, half), 0.01, 10, 1);
        var (mid, micro, n) = (0.0, 0.0, 0);
        for (var i = half; i + 20 < quotes.Length; i++, n++)
        {
            var later = quotes[i + 20].Mid;
            mid += Math.Pow(later - quotes[i].Mid, 2);
            micro += Math.Pow(later - model.Of(quotes[i]), 2);
        }

        Assert.True(micro < mid, $"{micro / n} against {mid / n}");
        Assert.True(model.Adjustment(9, 1) > 0);
    }

    [Fact]
    public void Toxicity_price_and_fills_of_real_trades_are_plausible()
    {
        var rows = Rows("binance_btcusdt_trades.csv").Where(r => r[0] == "spot" && r[1] == "2").ToList();
        double[] prices = [.. rows.Select(r => Golden.Number(r[4]))], volumes = [.. rows.Select(r => Golden.Number(r[5]))];
        bool[] bought = [.. rows.Select(r => r[6] == "buy")];
        double[] times = [.. rows.Select(r => Golden.Number(r[3]))];
        var bucket = volumes.Sum() / 100;

        var (sides, bulk) = (Vpin.FromSides(volumes, bought, bucket, 20), Vpin.FromBulk(prices, volumes, bucket, 20));
        Assert.InRange(sides.Length, 79, 82);
        Assert.All(sides.Concat(bulk), v => Assert.InRange(v, 0.01, 1));
        Assert.InRange(Vwap.Of(prices, volumes) / Twap.Of(times, prices, times[0], times[^1] + 1), 0.999, 1.001);

        // How far a trade lies above the one before it.
        double[] reach = [.. rows.Skip(1).Select((r, i) => prices[i + 1] - prices[i]).Where(d => d > 0)];
        var fit = TradeReach.Fit(reach, (times[^1] - times[0]) / 1e3, 0);
        Assert.InRange(fit.Decay.Value * reach.Average(), 0.999999, 1.000001);
        Assert.InRange(fit.DecayError / fit.Decay.Value, 0.001, 0.1);
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        return File.ReadLines(Path.Combine(RealData.Folder!, file)).Skip(1).Select(l => l.Split(','));
    }
}
