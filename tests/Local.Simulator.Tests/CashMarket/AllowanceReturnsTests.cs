using LiquidityRisk.Local.Simulator.CashMarket;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Local.Simulator.Tests.CashMarket;

public class AllowanceReturnsTests
{
    [Fact]
    public void The_figures_are_those_of_phase_4()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var prices = CsvRows.Read(Path.Combine(RealData.Folder!, "eua_daily.csv"), r => (Phase: r.Number("phase"), Price: (double)r.Number("price_eur_per_t")!.Value))
            .Where(r => r.Phase == 4).Select(r => r.Price).ToList();
        var returns = prices.Zip(prices.Skip(1), (a, b) => Math.Log(b / a)).ToList();

        Assert.Equal(843, returns.Count);
        Assert.Equal(AllowanceReturns.DailyVolatility, Math.Sqrt(Moment(returns, 2)), 0.00005);
        Assert.Equal(AllowanceReturns.Kurtosis, Moment(returns, 4) / Math.Pow(Moment(returns, 2), 2), 0.005);
        Assert.Equal(AllowanceReturns.MeanAbsoluteCorrelation, Enumerable.Range(1, 10).Average(lag => AbsoluteCorrelation(returns, lag)), 0.0001);
        Assert.Equal(CertificateLevels.Eua, prices[^1]);
    }

    [Fact]
    public void The_persistence_is_the_one_at_which_the_model_has_the_measured_correlation() =>
        Assert.Equal(AllowanceReturns.MeanAbsoluteCorrelation, Enumerable.Range(1, 10).Average(AllowanceReturns.AbsoluteCorrelation), 0.002);

    [Fact]
    public void Days_of_the_walk_have_the_volatility_and_the_tails_of_the_file()
    {
        var price = new LatentPrice(CertificateLevels.Eua, new Dice(3));
        var returns = new List<double>();
        for (var day = 0; day < 100_000; day++)
        {
            var before = price.Euros;
            price.Advance(AllowanceReturns.Day);
            returns.Add(Math.Log(price.Euros / before));
        }

        Assert.Equal(AllowanceReturns.DailyVolatility, Math.Sqrt(Moment(returns, 2)), 0.0005);
        Assert.Equal(AllowanceReturns.Kurtosis, Moment(returns, 4) / Math.Pow(Moment(returns, 2), 2), 1.0);
        Assert.Equal(AllowanceReturns.AbsoluteCorrelation(1), AbsoluteCorrelation(returns, 1), 0.03);
    }

    [Fact]
    public void Seconds_add_up_to_a_day()
    {
        var returns = new List<double>();
        for (var seed = 0; seed < 400; seed++)
        {
            var price = new LatentPrice(10, new Dice(seed));
            for (var step = 0; step < 600; step++) price.Advance(AllowanceReturns.Day / 600);
            returns.Add(Math.Log(price.Euros / 10));
        }

        // Five standard errors of a standard deviation whose kurtosis is at most that of a day: √((7.8 − 1) / (4·400)) = 6.5 %.
        Assert.Equal(1, Math.Sqrt(Moment(returns, 2)) / AllowanceReturns.DailyVolatility, 0.33);
    }

    private static double Moment(List<double> values, int order)
    {
        var mean = values.Average();
        return values.Average(v => Math.Pow(v - mean, order));
    }

    private static double AbsoluteCorrelation(List<double> returns, int lag)
    {
        var mean = returns.Average();
        var sizes = returns.ConvertAll(r => Math.Abs(r - mean));
        var middle = sizes.Average();
        return sizes.Zip(sizes.Skip(lag), (a, b) => (a - middle) * (b - middle)).Sum() / sizes.Sum(a => (a - middle) * (a - middle));
    }
}
