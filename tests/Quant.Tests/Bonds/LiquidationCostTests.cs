namespace LiquidityRisk.Quant.Bonds.Tests;

public class LiquidationCostTests
{
    [Fact]
    public void The_cost_is_the_formula_by_hand()
    {
        // 20/2 + ½·20·√(1/(2 + 0.2·10·1)) = 10 + 5 = 15; z(0.975) = 1.959964, doubt 1.959964·5·(1 + 2) = 29.39946
        Assert.Equal(15, LiquidationCost.Of(1, 1, 0.5, 20, 2, 10, 4), 9);
        Assert.Equal(44.39946, LiquidationCost.Of(1, 1, 0.975, 20, 2, 10, 4), 5);
    }

    [Fact]
    public void A_locked_market_still_costs_a_little_and_no_market_costs_more_than_everything()
    {
        Assert.Equal(0.5 + (0.5 * Math.Sqrt(0.5)), LiquidationCost.Of(1, 0, 0.5, 0, 2, 0, 0), 9);
        Assert.Equal(LiquidationCost.Max, LiquidationCost.Of(1e15, 0, 0.99, 19_000, 1, 0, 1_000));
    }

    [Theory]
    [InlineData(0, 1, 0.9, 10, 1, 1, 1)]
    [InlineData(1, -1, 0.9, 10, 1, 1, 1)]
    [InlineData(1, 1, 0.49, 10, 1, 1, 1)]
    [InlineData(1, 1, 1, 10, 1, 1, 1)]
    [InlineData(1, 1, 0.9, -1, 1, 1, 1)]
    [InlineData(1, 1, 0.9, 10, 0, 1, 1)]
    [InlineData(1, 1, 0.9, 10, 1, double.NaN, 1)]
    [InlineData(1, 1, 0.9, 10, 1, 1, double.PositiveInfinity)]
    public void Arguments_outside_of_their_range_are_refused(double q, double h, double a, double s, double d, double v, double age) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationCost.Of(q, h, a, s, d, v, age));

    [Fact]
    public void A_rank_is_one_half_at_the_median_and_follows_the_normal_table()
    {
        Assert.Equal(0.5, LognormalRank.ShareAbove(40, 40, 0.9), 12);
        Assert.Equal(0.158655, LognormalRank.ShareAbove(40 * Math.Exp(0.9), 40, 0.9), 6);
        Assert.Throws<ArgumentOutOfRangeException>(() => LognormalRank.ShareAbove(0, 40, 0.9));
    }
}
