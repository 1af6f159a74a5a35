using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.OrderFlow.Tests;

/// <summary>Values of numpy, pandas, scipy and statsmodels (tests/Golden/OrderFlow).</summary>
public class OrderFlowGoldenTests
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Golden.Rows("OrderFlow/order_flow.csv").Count)];

    public static TheoryData<int> QuoteRows => [.. Enumerable.Range(0, Golden.Rows("OrderFlow/quotes_expected.csv").Count)];

    internal static BestQuote[] Quotes =>
        [.. Golden.Rows("OrderFlow/quotes.csv").Select(r => new BestQuote(Golden.Number(r[0]), Golden.Number(r[1]), Golden.Number(r[2]), Golden.Number(r[3])))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Numbers_equal_the_reference(int index)
    {
        var row = Golden.Rows("OrderFlow/order_flow.csv")[index];
        Same(List(row[5]), Of(row[0], List(row[1]), List(row[2]), List(row[3]), List(row[4])), row[0] == "impact" ? 1e-9 : 1e-11);
    }

    [Theory]
    [MemberData(nameof(QuoteRows))]
    public void Numbers_of_quotes_equal_the_reference(int index)
    {
        var (row, quotes) = (Golden.Rows("OrderFlow/quotes_expected.csv")[index], Quotes);
        switch (row[0])
        {
            case "imbalance":
                var expected = List(row[3]);
                Same(expected, [.. quotes.Zip(quotes.Skip(1)).Select(p => OrderFlowImbalance.Of(p.First, p.Second))], 0);
                Assert.Equal(expected.Sum(), OrderFlowImbalance.Of(quotes), 9);
                break;
            case "weighted mid":
                Same(List(row[3]), [.. quotes.Select(WeightedMid.Of)], 1e-14);
                break;
            default:
                var (buckets, spreads) = (int.Parse(row[1]), int.Parse(row[2]));
                var model = Microprice.Fit(quotes, 0.01, buckets, spreads);
                double[] found = [.. from s in Enumerable.Range(1, spreads) from b in Enumerable.Range(0, buckets) select model.Adjustment(b, s)];
                Assert.All(List(row[3]).Zip(found), p => Assert.Equal(p.First, p.Second, 1e-12));
                Assert.Equal(buckets * spreads, found.Length);
                break;
        }
    }

    private static double[] Of(string kind, double[] numbers, double[] first, double[] second, double[] third)
    {
        switch (kind)
        {
            case "vpin sides": return Vpin.FromSides(first, [.. second.Select(s => s == 1)], numbers[0], (int)numbers[1]);
            case "vpin bulk": return Vpin.FromBulk(first, second, numbers[0], (int)numbers[1]);
            case "impact":
                var fit = PriceImpact.Fit(first, second);
                return [fit.Slope, fit.SlopeError, fit.Intercept, fit.RSquared];
            case "vwap rolling":
                var results = new double[first.Length];
                Vwap.Rolling(first, second, third, 10 * numbers[0], results);
                return results;
            case "vwap": return [Vwap.Of(first, second)];
            case "twap": return [Twap.Of(first, second, numbers[0], numbers[1])];
            case "impact coefficient": return [SquareRootImpact.Coefficient(first, second, third, numbers)];
            case "half-life": return [BookShape.HalfLife(first, numbers[0])!.Value];
            case "depth mid": return [WeightedMid.OfDepth(first, second, third, numbers)];
            case "slope": return [BookShape.Slope(numbers[0], first, second), BookShape.DepthWithin(numbers[0], first, second, 5)];
            default: throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private static void Same(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), p => Assert.Equal(p.First, p.Second, tolerance * Math.Max(1e-3, Math.Abs(p.First))));
    }

    private static double[] List(string text) => text.Length == 0 ? [] : [.. text.Split(' ').Select(Golden.Number)];
}
