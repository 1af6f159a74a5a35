using LiquidityRisk.Quant.Tests;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Quant.Risk.Tests;

/// <summary>Forecasts of one day from the 500 before, along four years of daily closes.</summary>
public class RealReturnsTests
{
    private const int Window = 500;
    private const double Decay = 0.94;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Filtered_simulation_is_not_refused_on_real_prices(int column)
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        double[] prices = [.. File.ReadLines(Path.Combine(RealData.Folder, "crypto_daily_close.csv")).Skip(1).Select(l => Golden.Number(l.Split(',')[column]))];
        double[] returns = [.. prices.Skip(1).Zip(prices, (now, before) => Math.Log(now / before))];
        var volatilities = new double[returns.Length + 1];
        var variance = returns.Take(30).Average(r => r * r);
        for (var t = 0; t <= returns.Length; t++)
        {
            volatilities[t] = Math.Sqrt(variance);
            if (t < returns.Length) variance = (Decay * variance) + ((1 - Decay) * returns[t] * returns[t]);
        }

        var (valuesAtRisk, shortfalls) = (new double[returns.Length - Window], new double[returns.Length - Window]);
        for (var t = 0; t < valuesAtRisk.Length; t++)
        {
            var tail = FilteredHistoricalVar.Of(returns.AsSpan(t, Window), volatilities.AsSpan(t, Window), volatilities[t + Window], 0.975);
            (valuesAtRisk[t], shortfalls[t]) = (tail.ValueAtRisk, tail.ExpectedShortfall);
        }

        double[] after = [.. returns.Skip(Window)];
        var hits = KupiecTest.Exceptions(after, valuesAtRisk);
        var statistic = AcerbiSzekelyTest.Statistic(after, valuesAtRisk, shortfalls, 0.975);
        Assert.True(KupiecTest.Of(hits.Count(h => h), hits.Length, 0.975).PValue > 0.05);
        Assert.True(ChristoffersenTest.ConditionalCoverage(hits, 0.975).PValue > 0.05);
        Assert.NotEqual(TrafficLight.Red, BaselTrafficLight.Of(hits.Count(h => h), hits.Length, 0.975).Light);
        Assert.True(AcerbiSzekelyTest.PValue(statistic, hits.Length, 0.975, 5, 2_000, 1) > 0.05, statistic.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
