using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Domain.Wallets.Model.Tests;

public class BaselineTests
{
    [Fact]
    public void The_probability_of_past_breaches_is_their_share_and_never_falls()
    {
        // 1 of 4 without a breach, 3 of 4 with one, 2 of 4 with three: the last two are pooled to 5 of 8.
        var baseline = BreachBaseline.Fit([.. Of(0, 1, 4), .. Of(1, 3, 4), .. Of(3, 2, 4)], LiquidationHorizon.Week);

        Assert.Equal([0.25, 0.625, 0.625, 0.625, 0.625], new double[] { 0, 1, 2, 3, 9 }.Select(n => Said(baseline, n)));
        Assert.Equal(0.5, Said(baseline, null));
        Assert.Equal(0, BreachBaseline.Fit([.. Of(0, 1, 4)], LiquidationHorizon.Day).BaseRate);
    }

    [Fact]
    public void First_passage_is_certain_at_a_factor_of_one_and_silent_without_volatility()
    {
        Assert.Equal(1, FirstPassageBaseline.Probability(SimulatedSamples.Sample(0, health: 1).Features, LiquidationHorizon.Day));
        Assert.Null(FirstPassageBaseline.Probability(SimulatedSamples.Sample(0, volatility: null).Features, LiquidationHorizon.Day));
        Assert.Null(FirstPassageBaseline.Probability(SimulatedSamples.Sample(0, health: null).Features, LiquidationHorizon.Day));

        // ln 1.1 over 0.04·√7 is 0.9006, and 2·Φ(−0.9006) = 0.3678 by the normal table.
        Assert.Equal(0.3678, FirstPassageBaseline.Probability(SimulatedSamples.Sample(0, health: 1.1).Features, LiquidationHorizon.Week)!.Value, 4);
    }

    private static IEnumerable<LabelledSample> Of(double breaches, int yes, int count) =>
        Enumerable.Range(0, count).Select(i => SimulatedSamples.Sample(i, week: i < yes, breaches: breaches));

    private static double Said(BreachBaseline baseline, double? breaches) => baseline.Probability(SimulatedSamples.Sample(0, breaches: breaches).Features);
}
