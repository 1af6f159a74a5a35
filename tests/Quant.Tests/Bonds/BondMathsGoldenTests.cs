using System.Globalization;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Bonds.Tests;

public class BondMathsGoldenTests
{
    private static DateOnly Day(string text) => Golden.Day(text);

    /// <summary>140 bonds by QuantLib 1.29: tests/Golden/Bonds/quantlib_bonds.py.</summary>
    [Fact]
    public void Prices_yields_durations_and_convexities_agree_with_quantlib()
    {
        var rows = Golden.Rows("Bonds/quantlib_bonds.csv");
        Assert.Equal(140, rows.Count);
        Assert.All(rows, row =>
        {
            var frequency = int.Parse(row[3], CultureInfo.InvariantCulture);
            var dayCount = row[4] == "30/360" ? DayCount.Thirty360 : DayCount.Actual365Fixed;
            var expected = row[5..].Select(Golden.Number).ToArray();
            var flows = CouponCashFlows.Of(Day(row[0]), Day(row[1]), Golden.Number(row[2]), frequency, dayCount);
            var times = flows.Times.Span;
            var amounts = flows.Amounts.Span;
            var y = expected[0];

            Near(expected[1], DiscountFactors.Price(times, amounts, y, frequency));
            Near(expected[2], flows.Accrued);
            Near(expected[3], MacaulayDuration.Of(times, amounts, y, frequency));
            Near(expected[4], ModifiedDuration.Of(times, amounts, y, frequency));
            Near(expected[5], Convexity.Of(times, amounts, y, frequency));
            Assert.Equal(y, YieldToMaturity.Of(flows, expected[1] - flows.Accrued, frequency), 9);
        });
    }

    /// <summary>The example of Microsoft's documentation of PRICE: 5.75 % to 15 Nov 2017 at 6.5 % costs 94.63436162.</summary>
    [Fact]
    public void The_documented_price_of_a_spreadsheet_is_met()
    {
        var flows = CouponCashFlows.Of(Day("2008-02-15"), Day("2017-11-15"), 5.75, 2, DayCount.Thirty360);

        Assert.Equal(94.63436162, DiscountFactors.Price(flows.Times.Span, flows.Amounts.Span, 0.065, 2) - flows.Accrued, 8);
    }

    /// <summary>The example of Microsoft's documentation of YIELD: 5.75 % to 15 Nov 2016 at 95.04287 yields 6.5 %.</summary>
    [Fact]
    public void The_documented_yield_of_a_spreadsheet_is_met() => Assert.Equal(
        0.065, YieldToMaturity.Of(CouponCashFlows.Of(Day("2008-02-15"), Day("2016-11-15"), 5.75, 2, DayCount.Thirty360), 95.04287, 2), 6);

    /// <summary>The examples of Microsoft's documentation of DURATION (10.9191453) and MDURATION (5.73567).</summary>
    [Fact]
    public void The_documented_durations_of_a_spreadsheet_are_met()
    {
        var thirty = CouponCashFlows.Of(Day("2018-07-01"), Day("2048-01-01"), 8, 2, DayCount.Thirty360);
        var eight = CouponCashFlows.Of(Day("2008-01-01"), Day("2016-01-01"), 8, 2, DayCount.Thirty360);

        Assert.Equal(10.9191453, MacaulayDuration.Of(thirty.Times.Span, thirty.Amounts.Span, 0.09, 2), 6);
        Assert.Equal(5.73567, ModifiedDuration.Of(eight.Times.Span, eight.Amounts.Span, 0.09, 2), 5);
    }

    /// <summary>Hull, Options, Futures, and Other Derivatives, ch. 4: 10 %, three years, 12.3673 % semi-annual.</summary>
    [Fact]
    public void The_textbook_bond_of_hull_is_met()
    {
        double[] times = [0.5, 1, 1.5, 2, 2.5, 3];
        double[] amounts = [5, 5, 5, 5, 5, 105];

        Assert.Equal(94.213, DiscountFactors.Price(times, amounts, 0.123673, 2), 3);
        Assert.Equal(2.653, MacaulayDuration.Of(times, amounts, 0.123673, 2), 3);
        Assert.Equal(2.4985, ModifiedDuration.Of(times, amounts, 0.123673, 2), 0.00005); // printed as 2.653/1.0618
    }

    /// <summary>Roll spreads and Amihud's ratio by Python's statistics module: tests/Golden/Bonds/roll_amihud.py.</summary>
    [Fact]
    public void Illiquidity_measures_agree_with_an_independent_computation() => Assert.All(Golden.Rows("Bonds/roll_amihud.csv"), row =>
    {
        double? expected = row[2].Length == 0 ? null : Golden.Number(row[2]);
        var numbers = row[3].Split(' ');
        var actual = row[1] == "roll"
            ? RollSpread.Of([.. numbers.Select(Golden.Number)])
            : AmihudIlliquidity.Of(
                [.. numbers.Select(n => Golden.Number(n.Split(':')[0]))], [.. numbers.Select(n => Golden.Number(n.Split(':')[1]))]);
        Assert.Equal(expected is null, actual is null);
        if (expected is { } e) Near(e, actual!.Value);
    });

    private static void Near(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-10 * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
}
