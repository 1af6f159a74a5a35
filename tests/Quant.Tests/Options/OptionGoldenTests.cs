using System.Globalization;
using LiquidityRisk.Quant.Tests;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Quant.Options.Tests;

/// <summary>Against QuantLib 1.29 and mpmath (tests/Golden/Options/options.py), the figures printed by Haug (1998), and a day of Deribit.</summary>
public class OptionGoldenTests
{
    private static readonly DateTimeOffset Snapshot = new(2024, 1, 8, 11, 19, 41, TimeSpan.Zero);

    [Fact]
    public void Price_and_greeks_equal_quantlibs_and_those_of_sixty_digits()
    {
        var rows = Golden.Rows("Options/options.csv");
        Assert.Equal(300, rows.Count);
        foreach (var row in rows)
        {
            var n = row.Skip(1).Select(Golden.Number).ToArray();
            var option = new EuropeanOption(Type(row[0]), n[0], n[1], n[2], n[4], n[5]);
            var g = BlackScholesGreeks.Of(option, n[3]);
            double[] ours = [g.Price, g.Delta, g.Gamma, g.Vega, g.Theta, g.Rho, g.DividendRho, g.Price, g.Vanna, g.Volga, g.Charm];
            for (var i = 0; i < ours.Length; i++)
            {
                var tolerance = (i == 7 ? 1e-12 : 1e-9) * Math.Max(i == 7 ? 1e-290 : 1, Math.Abs(n[6 + i]));
                Assert.True(Math.Abs(ours[i] - n[6 + i]) <= tolerance, $"{string.Join(',', row)}: number {i} is {ours[i]:R}");
            }
        }
    }

    [Fact]
    public void Haugs_printed_figures_are_met_to_their_four_decimals()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);

        var rows = File.ReadLines(Path.Combine(RealData.Folder, "haug_european_reference.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.Equal(54, rows.Count);
        Assert.All(rows, row =>
        {
            var n = row[2..9].Select(Golden.Number).ToArray();
            Assert.InRange(Math.Abs(Quantity(row[0], new EuropeanOption(Type(row[1]), n[1], n[0], n[4], n[3], n[2]), n[5]) - n[6]), 0, 5.6e-5);
        });
    }

    // E. G. Haug (1998), The Complete Guide to Option Pricing Formulas, pages 2-8, 24, 27 and 11-16.
    [Theory]
    [InlineData("price", "call", 60, 65, 0.25, 0.08, 0, 0.30, 2.1334)]
    [InlineData("price", "put", 100, 95, 0.5, 0.10, 0.05, 0.20, 2.4648)]
    [InlineData("price", "put", 19, 19, 0.75, 0.10, 0.10, 0.28, 1.7011)]
    [InlineData("price", "call", 42, 40, 0.75, 0.04, 0.08, 0.35, 5.0975)]
    [InlineData("delta", "put", 105, 100, 0.5, 0.10, 0.10, 0.36, -0.3566)]
    [InlineData("elasticity", "put", 105, 100, 0.5, 0.10, 0.10, 0.36, -4.8775)]
    [InlineData("gamma", "call", 55, 60, 0.75, 0.10, 0, 0.30, 0.0278)]
    [InlineData("vega", "put", 55, 60, 0.75, 0.10, 0, 0.30, 18.9358)]
    [InlineData("rho", "call", 72, 75, 1, 0.09, 0, 0.19, 38.7325)]
    [InlineData("dividendRho", "put", 500, 490, 0.25, 0.08, 0.05, 0.15, 42.2254)]
    public void Haugs_examples_come_out_as_printed(
        string quantity, string type, double spot, double strike, double years, double rate, double dividends, double volatility, double printed) =>
        Assert.Equal(printed, Quantity(quantity, new EuropeanOption(Type(type), spot, strike, years, rate, dividends), volatility), 4);

    [Fact]
    public void Volatility_is_found_again_from_prices_far_in_the_wings()
    {
        var rows = Golden.Rows("Options/implied.csv");
        Assert.True(rows.Count > 150);
        foreach (var row in rows)
        {
            var n = row.Skip(1).Select(Golden.Number).ToArray();
            var option = new EuropeanOption(Type(row[0]), 100, n[0], n[1], n[2], n[3]);
            Assert.True(Math.Abs(BlackScholes.Price(option, n[4]) / n[5] - 1) < 1e-11, string.Join(',', row));
            Assert.True(
                Math.Abs(ImpliedVolatility.Of(option, n[5]) - n[4]) < Math.Max(1e-10, NaiveOptions.Blur(option, n[4], n[5])), string.Join(',', row));
        }
    }

    [Fact]
    public void Deribits_marks_have_the_volatility_that_bisection_finds()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);

        var rows = File.ReadLines(Path.Combine(RealData.Folder, "deribit_eth_options_20240108.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.Equal(684, rows.Count);
        var solved = 0;
        foreach (var row in rows)
        {
            var expiry = DateTimeOffset.ParseExact(row[2] + " 08", "yyyy-MM-dd HH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            var future = Golden.Number(row[11]);
            var option = EuropeanOption.OnFuture(
                Type(row[4] == "C" ? "call" : "put"), future, Golden.Number(row[3]), (expiry - Snapshot).TotalDays / 365, 0);
            try
            {
                var found = ImpliedVolatility.Of(option, Golden.Number(row[8]) * future);
                Assert.Equal(NaiveOptions.Volatility(option, Golden.Number(row[8]) * future), found, 8);
                Assert.InRange(found, 0.3, 3);
                solved++;
            }
            catch (Exception e) when (e is ArgumentOutOfRangeException or ArithmeticException)
            {
                Assert.True(Golden.Number(row[8]) * future <= Math.Max(0, (row[4] == "C" ? 1 : -1) * (future - option.Strike)) + 1e-9);
            }
        }

        Assert.InRange(solved, 680, 684);
    }

    private static double Quantity(string quantity, EuropeanOption option, double volatility)
    {
        var g = BlackScholesGreeks.Of(option, volatility);
        return quantity switch
        {
            "price" => g.Price,
            "delta" => g.Delta,
            "gamma" => g.Gamma,
            "vega" => g.Vega,
            "theta" => g.Theta,
            "theta_per_day" => g.Theta / 365,
            "rho" => g.Rho,
            "dividendRho" => g.DividendRho,
            _ => BlackScholesGreeks.Elasticity(option, volatility),
        };
    }

    private static OptionType Type(string text) => text == "call" ? OptionType.Call : OptionType.Put;
}

/// <summary>The formula as textbooks print it, and bisection: slow, short, obviously right.</summary>
internal static class NaiveOptions
{
    public static double Price(in EuropeanOption o, double volatility)
    {
        var s = volatility * Math.Sqrt(o.Years);
        var d1 = (Math.Log(o.Spot / o.Strike) + (((o.Rate - o.DividendYield) + (volatility * volatility / 2)) * o.Years)) / s;
        var eta = o.Type == OptionType.Call ? 1 : -1;
        return eta * ((o.Spot * Math.Exp(-o.DividendYield * o.Years) * Phi(eta * d1)) - (o.Strike * Math.Exp(-o.Rate * o.Years) * Phi(eta * (d1 - s))));
    }

    public static double Volatility(in EuropeanOption option, double price)
    {
        var (low, high) = (1e-6, 20.0);
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (Price(option, middle) < price) low = middle;
            else high = middle;
        }

        return low;
    }

    /// <summary>What rounding alone (of the price, and of A and B when in the money) does to the volatility.</summary>
    public static double Blur(in EuropeanOption option, double volatility, double price)
    {
        var vega = BlackScholesGreeks.Of(option, volatility).Vega;
        var inMoney = BlackScholes.Price(option, 0) > 0;
        return vega == 0 ? double.MaxValue : 8.0 / (1L << 52) * (inMoney ? Math.Max(price, option.Strike) + option.Spot : price) / vega;
    }

    private static double Phi(double z) => 0.5 * MathNet.Numerics.SpecialFunctions.Erfc(-z / Math.Sqrt(2));
}
