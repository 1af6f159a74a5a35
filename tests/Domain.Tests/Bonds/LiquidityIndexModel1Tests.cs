using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Tests;

public class LiquidityIndexModel1Tests
{
    private static LiquidityIndex Compute(Microstructure market) => LiquidityIndexModel1.Compute(market, LiquidityWeights.Standard);

    [Fact]
    public void The_founding_example_scores_as_its_formula_says_by_hand()
    {
        // spread 0.25/100.625 = 24.8447 bp → 50.3106; depth 0.5·1000 → 100; turnover 100 − 300/3600; volume 200 → 100
        // 0.30·50.3106 + 0.25·100 + 0.25·99.9167 + 0.20·100 = 85.0723
        var index = Compute(Markets.Example);

        Assert.Equal(85.0723, index.Value!.Value.Value, 4);
        Assert.Equal([50.3106, 100, 99.9167, 100], index.Components.Select(c => Math.Round(c.Score!.Value.Value, 4)));
        Assert.Equal(85.0723, index.Components.Sum(c => c.Contribution), 4);
    }

    [Fact]
    public void A_one_sided_market_has_an_unbounded_spread_and_scores_nothing_for_it()
    {
        var index = Compute(Markets.Of(null, 100.75m));

        Assert.Equal(LiquidityNote.OneSidedMarket, index.Components[0].Note);
        Assert.Equal(default(Score), index.Components[0].Score);
        Assert.Equal(69.9792, index.Value!.Value.Value, 4);
    }

    [Fact]
    public void An_empty_market_without_trading_scores_zero()
    {
        var index = Compute(Markets.Of(null, null, depth: 0, volume: 0, secondsSinceTrade: 1e6));

        Assert.Equal(0, index.Value!.Value.Value);
        Assert.Equal(LiquidityLevel.Poor, index.Level);
    }

    [Fact]
    public void Without_volume_depth_is_left_out_and_the_rest_carries_its_weight()
    {
        var index = Compute(Markets.Of(100, 100, volume: 0, secondsSinceTrade: 0));

        Assert.Null(index.Components[1].Score);
        Assert.Equal(LiquidityNote.NoVolume, index.Components[1].Note);
        Assert.Equal(0.75, index.AssessedWeight.Value, 12);
        Assert.Equal(((0.30 * 100) + (0.25 * 100)) / 0.75, index.Value!.Value.Value, 9);
    }

    [Fact]
    public void An_unknown_last_trade_is_left_out()
    {
        var index = Compute(Markets.Of(100, 100, secondsSinceTrade: null));

        Assert.Null(index.Components[2].Score);
        Assert.Equal(100, index.Value!.Value.Value, 9);
    }

    [Fact]
    public void A_crossed_market_has_no_spread_score()
    {
        var index = Compute(Markets.Of(101, 100) with { IsFlaggedCrossed = true });

        Assert.Null(index.Components[0].Score);
        Assert.Equal(LiquidityNote.CrossedMarket, index.Components[0].Note);
    }

    [Fact]
    public void A_price_alone_is_not_enough_for_an_index()
    {
        var index = Compute(new Microstructure(null, null, null, null, null, null, null, new BondPrice(99), null, TimeSpan.FromDays(1)));

        Assert.Null(index.Value);
        Assert.Null(index.Level);
        Assert.NotNull(index.Reason);
    }

    [Theory]
    [InlineData(85, LiquidityLevel.Excellent)]
    [InlineData(84.999, LiquidityLevel.Good)]
    [InlineData(70, LiquidityLevel.Good)]
    [InlineData(69.999, LiquidityLevel.Moderate)]
    [InlineData(50, LiquidityLevel.Moderate)]
    [InlineData(49.999, LiquidityLevel.Limited)]
    [InlineData(30, LiquidityLevel.Limited)]
    [InlineData(29.999, LiquidityLevel.Poor)]
    public void Levels_begin_at_their_bounds(double index, LiquidityLevel level) =>
        Assert.Equal(level, LiquidityIndexModel1.LevelOf(new Score(index)));

    [Fact]
    public void A_wider_spread_and_an_older_trade_never_raise_the_index()
    {
        var gen =
            from bid in Gen.Choose(1, 20_000)
            from gap in Gen.Choose(0, 5_000)
            from wider in Gen.Choose(0, 5_000)
            from depth in Gen.Choose(0, 10_000_000)
            from volume in Gen.Choose(0, 10_000_000)
            from age in Gen.Choose(0, 1_000_000)
            from older in Gen.Choose(0, 1_000_000)
            select (bid: bid / 100m, gap: gap / 100m, wider: wider / 100m, depth, volume, age, older);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(gen.ToArbitrary(), c =>
        {
            var tight = Compute(Markets.Of(c.bid, c.bid + c.gap, c.depth, c.volume, c.age)).Value!.Value.Value;
            var wide = Compute(Markets.Of(c.bid, c.bid + c.gap + c.wider, c.depth, c.volume, c.age)).Value!.Value.Value;
            var stale = Compute(Markets.Of(c.bid, c.bid + c.gap, c.depth, c.volume, (double)c.age + c.older)).Value!.Value.Value;
            return wide <= tight + 1e-9 && stale <= tight + 1e-9 && tight is >= 0 and <= 100;
        }));
    }

    [Fact]
    public void Weights_that_do_not_sum_to_one_are_refused() =>
        Assert.Throws<ArgumentException>(() => new LiquidityWeights(new(0.3), new(0.3), new(0.3), new(0.3)));
}
