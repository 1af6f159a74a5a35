using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

public class BookDepthTests
{
    private static readonly BookDepth Before = new([Level(7_000, 3, 2), Level(6_999, 6, 1)], [Level(7_001, 7, 2), Level(7_002, 5, 1)]);

    [Fact]
    public void Depth_counts_the_orders_of_a_price_together_and_no_deeper_than_asked()
    {
        var market = new FastMarket(MatchingRules.Standard);
        new Desk(market).Buy("mia", 2, 70.00m).Buy("noa", 6, 69.99m).Buy("noa", 1, 70.00m).Sell("mia", 5, 70.02m);

        Assert.Equal([Level(7_000, 3, 2), Level(6_999, 6, 1)], market.Engine.Depth().Bids);
        Assert.Equal([Level(7_002, 5, 1)], market.Engine.Depth().Asks);
        Assert.Equal([Level(7_000, 3, 2)], market.Engine.Depth(1).Bids);
        Assert.Empty(market.Engine.Depth(0).Asks);
    }

    [Fact]
    public void Changes_name_new_changed_and_gone_levels_only()
    {
        var after = new BookDepth([Level(7_000, 1, 1), Level(6_998, 4, 1)], [Level(7_001, 7, 2), Level(7_002, 5, 1)]);
        DepthChange[] changes = [new(OrderSide.Buy, Level(7_000, 1, 1)), new(OrderSide.Buy, Level(6_999, 0, 0)), new(OrderSide.Buy, Level(6_998, 4, 1))];

        Assert.Equal(changes, after.ChangesSince(Before));
        Assert.Equal(after.Bids, Before.With(changes).Bids);
        Assert.Equal(after.Asks, Before.With(changes).Asks);
        Assert.Empty(after.ChangesSince(after));
    }

    [Fact]
    public void From_nothing_every_level_is_a_change() => Assert.Equal(
        [7_000, 6_999, 7_001, 7_002], Before.ChangesSince(BookDepth.Empty).Select(c => c.Level.Price.Value));

    private static DepthLevel Level(int price, long lots, int orders) => new(new Ticks(price), new Lots(lots), orders);
}
