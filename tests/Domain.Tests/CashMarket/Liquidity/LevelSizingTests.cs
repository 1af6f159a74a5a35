using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class LevelSizingTests
{
    private static ImmutableArray<PriceLevel> Levels(params int[] prices) =>
        [.. LiquiditySettings.StandardLevels.Zip(prices, (rule, price) => new PriceLevel(rule, new(price), default))];

    [Fact]
    public void Each_level_is_sized_at_its_own_price()
    {
        var levels = Levels(7_252, 7_266, 7_274);
        var lots = LevelSizing.Size(Makers.Eur(50_000), levels);

        Assert.Equal([345, 206, 137], lots.Select(l => l.Value)); // 344.73, 206.44, 137.48; one more where most is left
        Assert.Equal(49_952.74m, lots.Zip(levels).Sum(l => l.Second.Price.ValueOf(l.First).Amount));
    }

    [Fact]
    public void An_amount_below_one_lot_buys_none() => Assert.All(LevelSizing.Size(Makers.Eur(71.99m), Levels(7_222, 7_208, 7_200)), l => Assert.True(l.IsZero));

    [Fact]
    public void Nothing_is_lost_and_the_amount_is_never_exceeded() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(
        (from cents in Gen.Choose(0, 2_000_000_000)
         from price in Gen.Choose(1, 100_000)
         from further in Gen.Choose(0, 5_000)
         select (cents, Levels(price, price + further, price + (2 * further)))).ToArbitrary(),
        t =>
        {
            var lots = LevelSizing.Size(Makers.Eur(t.cents / 100m), t.Item2);
            var left = t.cents - lots.Zip(t.Item2).Sum(l => l.First.Value * l.Second.Price.Value);
            return left >= 0 && left < t.Item2[0].Price.Value && lots.Zip(t.Item2).All(l =>
                l.First.Value * l.Second.Price.Value >= (t.cents * (l.Second.Rule.Share.Value / 1_000_000m)) - l.Second.Price.Value);
        }));
}
