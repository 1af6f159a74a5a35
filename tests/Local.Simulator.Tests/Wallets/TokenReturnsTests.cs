using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Local.Simulator.Wallets;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Local.Simulator.Tests.Wallets;

/// <summary>Simulated daily returns against the closes that they were fitted to.</summary>
public class TokenReturnsTests(ITestOutputHelper output)
{
    private const int Seeds = 120;
    private const int Days = 730;

    private static readonly (string File, string Token)[] Pairs = [("BTC", "WBTC"), ("ETH", "ETH"), ("LINK", "LINK"), ("UNI", "UNI"), ("AAVE", "AAVE")];
    private static readonly DateOnly First = new(2023, 1, 1);

    private static readonly Lazy<double[][][]> Simulated = new(() => [.. Enumerable.Range(1, Seeds).AsParallel().AsOrdered().Select(seed =>
    {
        var paths = new TokenPaths(seed);
        return Pairs.Select(p => Returns([.. Enumerable.Range(0, Days + 1).Select(d => (double)paths.Close(SimulatedTokens.PlaceOf(p.Token), First.AddDays(d)).Value)])).ToArray();
    })]);

    [Fact]
    public void Volatility_and_tails_are_within_what_the_model_shows_in_two_years()
    {
        var real = Real();
        for (var i = 0; i < Pairs.Length; i++)
        {
            var deviations = Simulated.Value.Select(s => Deviation(s[i])).Order().ToList();
            var tails = Simulated.Value.Select(s => Kurtosis(s[i])).Order().ToList();
            output.WriteLine(FormattableString.Invariant(
                $"{Pairs[i].File}: deviation {Deviation(real[i]):0.0000} in [{deviations[6]:0.0000}, {deviations[60]:0.0000}, {deviations[113]:0.0000}], kurtosis {Kurtosis(real[i]):0.0} in [{tails[6]:0.0}, {tails[60]:0.0}, {tails[113]:0.0}]"));
            Assert.InRange(Deviation(real[i]), deviations[6], deviations[113]); // the middle 90 %
            Assert.Equal(1, deviations[60] / Deviation(real[i]), 0.15);
            Assert.InRange(Kurtosis(real[i]), tails[6], tails[113]);
        }
    }

    [Fact]
    public void Correlations_miss_the_real_ones_by_no_more_than_one_factor_must()
    {
        var real = Real();
        for (var i = 0; i < Pairs.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var own = Simulated.Value.Average(s => Correlation(s[i], s[j]));
                output.WriteLine(FormattableString.Invariant($"{Pairs[i].File}/{Pairs[j].File}: {Correlation(real[i], real[j]):0.000} simulated {own:0.000}"));
                Assert.Equal(Correlation(real[i], real[j]), own, 0.12);
            }
    }

    /// <summary>What the fit rests on, so that another file does not pass for this one.</summary>
    [Fact]
    public void The_file_is_the_one_that_was_fitted()
    {
        var real = Real();

        Assert.All(real, r => Assert.Equal(Days, r.Length));
        Assert.Equal(0.02531, Deviation(real[0]), 0.00002);
        Assert.Equal(0.02933, Deviation(real[1]), 0.00002);
        Assert.Equal(0.8091, Correlation(real[0], real[1]), 0.0001);
    }

    [Fact]
    public void Staked_ether_moves_with_ether_and_earns_its_yield()
    {
        var paths = new TokenPaths(7);
        double At(string token, DateOnly day) => (double)paths.Close(SimulatedTokens.PlaceOf(token), day).Value;
        var (early, late) = (new DateOnly(2025, 7, 2), new DateOnly(2026, 7, 2));

        Assert.Equal(1.2072, At("wstETH", early) / At("ETH", early), 0.012); // 3112.68 / 2578.46
        Assert.Equal(0.030, Math.Log(At("wstETH", late) / At("ETH", late)) - Math.Log(At("wstETH", early) / At("ETH", early)), 0.012);
        Assert.Equal(At("ETH", late), At("WETH", late), 1e-6);
        Assert.All(new[] { "USDC", "USDT", "DAI" }, s => Assert.Equal(1, At(s, late), 0.006));
    }

    [Fact]
    public void A_day_ends_where_the_next_begins_and_moves_in_between_as_much_as_days_do()
    {
        var paths = new TokenPaths(7);
        var ether = SimulatedTokens.PlaceOf("ETH");
        var squares = new List<double>();
        for (var day = new DateOnly(2025, 1, 1); day < new DateOnly(2026, 1, 1); day = day.AddDays(1))
        {
            var midnight = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            Assert.Equal(paths.Close(ether, day.AddDays(-1)), paths.Price(ether, midnight));
            var hours = Enumerable.Range(0, 25).Select(h => Math.Log((double)paths.Price(ether, midnight.AddHours(h)).Value)).ToList();
            squares.Add(hours.Zip(hours.Skip(1), (a, b) => (b - a) * (b - a)).Sum());
        }

        var daily = Returns([.. Enumerable.Range(0, 366).Select(d => (double)paths.Close(ether, new DateOnly(2024, 12, 31).AddDays(d)).Value)]);
        Assert.Equal(1, Math.Sqrt(squares.Average()) / Deviation(daily), 0.2);
    }

    private static double[][] Real()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var rows = CsvRows.Read(Path.Combine(RealData.Folder!, "crypto_daily_close.csv"), r => (Day: r.Date("date")!.Value, Prices: Pairs.Select(p => (double)r.Number(p.File)!.Value).ToArray()))
            .Where(r => r.Day >= First && r.Day <= First.AddDays(Days)).OrderBy(r => r.Day).ToList();
        return [.. Pairs.Select((_, i) => Returns([.. rows.Select(r => r.Prices[i])]))];
    }

    private static double[] Returns(double[] prices) => [.. prices.Zip(prices.Skip(1), (a, b) => Math.Log(b / a))];

    private static double Deviation(double[] values) => Math.Sqrt(Moment(values, 2) * values.Length / (values.Length - 1));

    private static double Kurtosis(double[] values) => Moment(values, 4) / Math.Pow(Moment(values, 2), 2);

    private static double Moment(double[] values, int order)
    {
        var mean = values.Average();
        return values.Average(v => Math.Pow(v - mean, order));
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Average() / Math.Sqrt(Moment(a, 2) * Moment(b, 2));
    }
}
