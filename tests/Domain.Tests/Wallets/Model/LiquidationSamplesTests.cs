namespace LiquidityRisk.Domain.Wallets.Model.Tests;

public class LiquidationSamplesTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly double?[] Features = [1.3];

    [Fact]
    public void One_sample_is_taken_a_day()
    {
        var (pending, _) = LiquidationSamples.Observe([], Features, isLiquidatable: false, Start);
        (pending, _) = LiquidationSamples.Observe(pending, Features, isLiquidatable: false, Start.AddHours(3));
        Assert.Single(pending);
        (pending, _) = LiquidationSamples.Observe(pending, Features, isLiquidatable: false, Start.AddHours(16));
        Assert.Equal(2, pending.Count);
    }

    [Fact]
    public void A_week_without_liquidation_is_a_no_on_both_horizons()
    {
        var (pending, _) = LiquidationSamples.Observe([], Features, isLiquidatable: false, Start);
        var (left, known) = LiquidationSamples.Observe(pending, null, isLiquidatable: false, Start.AddDays(7).AddSeconds(1));
        Assert.Empty(left);
        Assert.Equal(new LabelledSample(Start, Features, false, false), Assert.Single(known));
    }

    [Fact]
    public void A_liquidation_on_the_first_day_is_a_yes_on_both_at_once()
    {
        var (pending, _) = LiquidationSamples.Observe([], Features, isLiquidatable: false, Start);
        var (_, known) = LiquidationSamples.Observe(pending, null, isLiquidatable: true, Start.AddHours(20));
        Assert.Equal(new LabelledSample(Start, Features, true, true), Assert.Single(known));
    }

    [Fact]
    public void A_liquidation_on_the_third_day_is_a_no_and_a_yes()
    {
        var (pending, _) = LiquidationSamples.Observe([], Features, isLiquidatable: false, Start);
        var (_, known) = LiquidationSamples.Observe(pending, null, isLiquidatable: true, Start.AddDays(2.5));
        Assert.Equal(new LabelledSample(Start, Features, false, true), Assert.Single(known));
    }

    [Fact]
    public void What_is_liquidatable_already_is_nothing_to_predict()
    {
        var (pending, _) = LiquidationSamples.Observe([], Features, isLiquidatable: true, Start);
        Assert.Empty(pending);
    }
}
