using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Tests;

public class LiquidityIndexModel2Tests
{
    private static readonly Arbitrary<(Microstructure Market, int Size, int Hours, int Confidence, int More)> Cases = (
        from bid in Gen.Choose(100, 20_000)
        from gap in Gen.Choose(0, 3_000)
        from depth in Gen.Choose(1, 10_000_000)
        from volume in Gen.Choose(0, 10_000_000)
        from age in Gen.Choose(0, 5_000_000)
        from size in Gen.Choose(1, 10_000_000)
        from hours in Gen.Choose(0, 500)
        from confidence in Gen.Choose(50, 98)
        from more in Gen.Choose(1, 1_000_000)
        select (Markets.Of(bid / 100m, (bid + gap) / 100m, depth, volume, age), size, hours, confidence, more)).ToArbitrary();

    private static void Holds(Func<CostSurface, (int Size, int Hours, int Confidence, int More), bool> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(10_000),
        Prop.ForAll(Cases, c => law(CostSurface.Of(c.Market).Surface!, (c.Size, c.Hours, c.Confidence, c.More))));

    private static double At(CostSurface surface, decimal size, double hours, double confidence) =>
        surface.At(new FaceAmount(size), TimeSpan.FromHours(hours), new Probability(confidence / 100)).Value;

    [Fact]
    public void Cost_does_not_fall_with_size() => Holds((s, c) =>
        At(s, c.Size + c.More, c.Hours, c.Confidence) >= At(s, c.Size, c.Hours, c.Confidence));

    [Fact]
    public void Cost_does_not_rise_with_the_horizon() => Holds((s, c) =>
        At(s, c.Size, c.Hours + (c.More / 1_000.0), c.Confidence) <= At(s, c.Size, c.Hours, c.Confidence));

    [Fact]
    public void Cost_does_not_fall_with_confidence() => Holds((s, c) =>
        At(s, c.Size, c.Hours, c.Confidence + (c.More / 1_000_000.0)) >= At(s, c.Size, c.Hours, c.Confidence));

    [Fact]
    public void The_founding_example_by_hand()
    {
        // s 24.8447; q 0.1m, D 2.5m + 0.2·10m = 4.5m: 12.4224 + 12.4224·0.149071 = 14.2742;
        // z 2.326348·¼·24.8447·(1 + √(300/86400)) = 15.3008 → 29.5750; Φ(−ln(29.5750/170)/1.1) = 0.94407
        var rank = LiquidityIndexModel2.Compute(Markets.Example, SampleBonds.Reference("A"));

        Assert.Equal(LiquiditySegment.InvestmentGrade, rank.Segment);
        Assert.Equal(29.5750, rank.Cost!.Value.Value, 1e-4);
        Assert.Equal(94.4, rank.Value!.Value.Value, 1);
        Assert.Equal(LiquidityLevel.Excellent, rank.Level);
    }

    [Fact]
    public void What_is_missing_is_a_reason_and_never_a_number()
    {
        CostSurfaceGap? Gap(Microstructure m)
        {
            var rank = LiquidityIndexModel2.Compute(m, null);
            Assert.Equal((null, null, null), (rank.Value, rank.Level, rank.Cost));
            return rank.Gap;
        }

        Assert.Equal(CostSurfaceGap.NoBid, Gap(Markets.Of(null, 100)));
        Assert.Equal(CostSurfaceGap.NoAsk, Gap(Markets.Of(100, null)));
        Assert.Equal(CostSurfaceGap.CrossedMarket, Gap(Markets.Of(101, 100)));
        Assert.Equal(CostSurfaceGap.NoDepth, Gap(Markets.Of(99, 100, depth: 0)));
        Assert.Equal(CostSurfaceGap.NoDepth, Gap(Markets.Of(99, 100, depth: null)));
        Assert.Equal(CostSurfaceGap.NoTrade, Gap(Markets.Of(99, 100, secondsSinceTrade: null)));
    }

    [Fact]
    public void The_index_does_not_rise_with_spread_or_age_nor_fall_with_depth_or_volume()
    {
        double Index(Microstructure m) => LiquidityIndexModel2.Compute(m, null).Value!.Value.Value;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(10_000),
            Prop.ForAll(Cases, c =>
            {
                var m = c.Market;
                var index = Index(m);
                return Index(m with { Bid = new BondPrice(m.Bid!.Value.PercentOfFace / 2) }) <= index
                    && Index(m with { TimeSinceLastTrade = m.TimeSinceLastTrade!.Value + TimeSpan.FromSeconds(c.More) }) <= index
                    && Index(m with { DepthFace = new FaceAmount(m.DepthFace!.Value.Value + c.More) }) >= index
                    && Index(m with { VolumeFace = new FaceAmount(m.VolumeFace!.Value.Value + c.More) }) >= index;
            }));
    }

    [Fact]
    public void Segments_follow_issuer_and_rating()
    {
        Assert.Equal(LiquiditySegment.Government, LiquidityIndexModel2.SegmentOf(SampleBonds.Reference("AAA", IssuerClass.Government)));
        Assert.Equal(LiquiditySegment.InvestmentGrade, LiquidityIndexModel2.SegmentOf(SampleBonds.Reference("BBB-")));
        Assert.Equal(LiquiditySegment.Unrated, LiquidityIndexModel2.SegmentOf(null));
        Assert.Equal(LiquiditySegment.SpeculativeGrade, LiquidityIndexModel2.SegmentOf(SampleBonds.Reference("BB+")));
        Assert.Equal(LiquiditySegment.SpeculativeGrade, LiquidityIndexModel2.SegmentOf(SampleBonds.Reference("B", IssuerClass.Government)));
    }

    [Fact]
    public void The_same_cost_near_the_usual_is_more_liquid_among_unrated_bonds_which_usually_cost_more()
    {
        // 200 bp of spread, an hour after a trade: the cost lies between the two medians.
        var market = Markets.Of(99.30m, 100.70m, depth: 200_000, volume: 0, secondsSinceTrade: 3_600);
        double Index(BondReference? reference) => LiquidityIndexModel2.Compute(market, reference).Value!.Value.Value;

        Assert.True(Index(SampleBonds.Reference("AA")) < Index(null));
    }
}
