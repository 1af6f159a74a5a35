using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Local.Simulator.Evidence;
using LiquidityRisk.Quant.Statistics;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Local.Simulator.Tests;

/// <summary>The second index on real bonds: its figures are those of the half it was fitted to, and hold on the other half.</summary>
public class SecondIndexEvidenceTests(ITestOutputHelper output)
{
    private static readonly Lazy<List<StudyBond>> Bonds = new(() => [.. SixStudy.Read(RealData.Folder!).SelectMany(s => s.Values)]);

    [Fact]
    public void The_segments_are_those_of_the_half_that_was_fitted()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var fits = SegmentFit.Of(Bonds.Value.FindAll(b => b.IsFittedOn));

        foreach (var (segment, fit) in fits)
        {
            output.WriteLine(FormattableString.Invariant($"{segment}: {fit}"));
            Assert.Equal(Math.Round(fit.Median / 10) * 10, LiquidityIndexModel2.MedianOf(segment).Value);
            Assert.Equal(Math.Round(fit.Sigma, 1), LiquidityIndexModel2.SigmaOf(segment));
        }
    }

    [Theory]
    [InlineData(LiquiditySegment.Government, 0.16)]
    [InlineData(LiquiditySegment.InvestmentGrade, 0.05)]
    [InlineData(LiquiditySegment.Unrated, 0.12)]
    public void Scores_of_the_other_half_are_spread_evenly_over_the_scale(LiquiditySegment segment, double distance)
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        double[] shares = [.. Bonds.Value
            .Where(b => !b.IsFittedOn && b.Second.Segment == segment && b.Second.Value is not null)
            .Select(b => b.Second.Value!.Value.Value / 100)];

        output.WriteLine(FormattableString.Invariant($"{shares.Length} {UniformDistance.Of(shares)}"));
        Assert.InRange(UniformDistance.Of(shares), 0, distance);
    }
}
