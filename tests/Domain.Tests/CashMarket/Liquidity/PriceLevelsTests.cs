using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class PriceLevelsTests
{
    private static readonly PartsPerMillion Tolerance = new(1_000);

    private static PriceLevels Of(OrderSide side, decimal mid, int bid = 0, int ask = 0) => PriceLevels.Of(
        side,
        new HalfTicks((int)(mid * 200)),
        LiquiditySettings.StandardLevels,
        new BookSpread(bid == 0 ? null : new Ticks(bid), ask == 0 ? null : new Ticks(ask)),
        Tolerance);

    [Fact]
    public void Bids_are_rounded_down_and_asks_up()
    {
        Assert.Equal([7_222, 7_208, 7_200], Of(OrderSide.Buy, 72.37m).Levels.Select(l => l.Price.Value));
        Assert.Equal([7_252, 7_266, 7_274], Of(OrderSide.Sell, 72.37m).Levels.Select(l => l.Price.Value));
    }

    [Fact]
    public void A_whole_target_is_not_moved()
    {
        Assert.Equal([9_980, 9_960, 9_950], Of(OrderSide.Buy, 100).Levels.Select(l => l.Price.Value));
        Assert.Equal([10_020, 10_040, 10_050], Of(OrderSide.Sell, 100).Levels.Select(l => l.Price.Value));
        Assert.All(Of(OrderSide.Sell, 100).Levels, l => Assert.Equal(0, l.Deviation.Value));
    }

    [Fact]
    public void A_midpoint_between_ticks_is_exact() =>
        Assert.Equal([9_980, 9_960, 9_950], Of(OrderSide.Buy, 100.005m).Levels.Select(l => l.Price.Value));

    [Fact]
    public void A_tick_coarser_than_the_tolerance_is_reported()
    {
        var levels = Of(OrderSide.Sell, 0.50m);

        Assert.True(levels.IsCoarse);
        Assert.Equal([51, 51, 51], levels.Levels.Select(l => l.Price.Value));
        Assert.Equal(17_965, levels.Levels[0].Deviation.Value); // 51 / 50.1 − 1, rounded up
        Assert.False(Of(OrderSide.Sell, 72.37m).IsCoarse);
    }

    [Fact]
    public void A_bid_below_one_tick_is_refused() => Assert.Equal(PlanRefusalReason.PriceOutOfRange, Of(OrderSide.Buy, 0.01m).Fault);

    [Fact]
    public void An_ask_above_the_highest_price_is_refused() =>
        Assert.Equal(PlanRefusalReason.PriceOutOfRange, Of(OrderSide.Sell, 10_000_000m).Fault);

    [Fact]
    public void A_level_moves_clear_of_the_book_within_tolerance()
    {
        Assert.Equal(9_979, Of(OrderSide.Buy, 100, ask: 9_980).Levels[0].Price.Value);
        Assert.Equal(10_021, Of(OrderSide.Sell, 100, bid: 10_020).Levels[0].Price.Value);
    }

    [Fact]
    public void A_level_that_would_have_to_move_further_is_refused()
    {
        Assert.Equal(PlanRefusalReason.WouldCrossBook, Of(OrderSide.Buy, 100, ask: 9_970).Fault);
        Assert.Equal(PlanRefusalReason.WouldCrossBook, Of(OrderSide.Sell, 100, bid: 10_031).Fault);
        Assert.Equal(PlanRefusalReason.WouldCrossBook, Of(OrderSide.Buy, 100, ask: 1).Fault);
    }
}
