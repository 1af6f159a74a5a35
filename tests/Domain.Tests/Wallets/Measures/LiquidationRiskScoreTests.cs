using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Domain.Wallets.Measures.Tests;

public class LiquidationRiskScoreTests
{
    [Theory]
    [InlineData(8e8, 0)]
    [InlineData(2.0, 0)]
    [InlineData(1.75, 10)]
    [InlineData(1.5, 20)]
    [InlineData(1.35, 40)]
    [InlineData(1.2, 60)]
    [InlineData(1.1, 77.5)]
    [InlineData(1.0, 95)]
    [InlineData(0.5, 97.5)]
    [InlineData(0, 100)]
    public void The_score_passes_through_its_corners(double health, double score) =>
        Assert.Equal(score, LiquidationRiskScore.Of((decimal)health).Value, 1e-9);

    [Fact]
    public void Whoever_owes_nothing_cannot_be_liquidated() => Assert.Equal(0, LiquidationRiskScore.Of(null).Value);

    [Fact]
    public void A_negative_health_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationRiskScore.Of(-0.1m));

    // The mission's formula gives 20.0 just above 1.5 and 7.5 at it.
    [Fact]
    public void It_never_falls_as_health_falls_and_never_jumps() => Prop.ForAll(
        Gen.Choose(0, 30_000).Two().ToArbitrary(),
        pair =>
        {
            var (worse, better) = (Math.Min(pair.Item1, pair.Item2) / 10_000m, Math.Max(pair.Item1, pair.Item2) / 10_000m);
            var (high, low) = (LiquidationRiskScore.Of(worse).Value, LiquidationRiskScore.Of(better).Value);
            const double steepest = 175; // points for one of health, between 1.0 and 1.2
            return high >= low - 1e-9 && high - low <= (steepest * (double)(better - worse)) + 1e-9;
        }).QuickCheckThrowOnFailure();
}
