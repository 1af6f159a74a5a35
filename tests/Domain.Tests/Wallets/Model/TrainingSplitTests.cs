using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Domain.Wallets.Model.Tests;

public class TrainingSplitTests
{
    [Fact]
    public void No_part_knows_an_outcome_of_a_later_one()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            LabelledSample[] samples = [.. Enumerable.Range(0, random.Next(1, 300)).Select(_ => SimulatedSamples.Sample(Math.Round(random.NextDouble() * random.Next(1, 200), random.Next(3))))];
            var split = TrainingSplit.Of(samples, SimulatedSamples.Later);

            var (tune, judge) = (split.Tune.Concat(split.Judge).Min(s => s.At), split.Judge.Min(s => s.At));
            Assert.All(split.Learn, s => Assert.True(s.At.AddDays(7) < tune));
            Assert.All(split.Tune, s => Assert.True(s.At.AddDays(7) < judge));
            Assert.Equal(samples.Length, split.Offered);
            Assert.Equal(samples.Where(s => s.At >= judge).OrderBy(s => s.At), split.Judge);
            Assert.Equal(split.Learn.Concat(split.Tune).Concat(split.Judge).Distinct().Count(), split.Learn.Count + split.Tune.Count + split.Judge.Count);
        }
    }

    [Fact]
    public void A_year_of_days_is_divided_at_sixty_and_seventy_five_hundredths_less_a_week_each()
    {
        var split = TrainingSplit.Of([.. Enumerable.Range(0, 400).Select(i => SimulatedSamples.Sample(399 - i))], SimulatedSamples.Later);

        Assert.Equal((240 - 7, 60 - 7, 100), (split.Learn.Count, split.Tune.Count, split.Judge.Count));
        Assert.Equal(SimulatedSamples.Start.AddDays(300), split.Judge[0].At);
    }

    [Fact]
    public void Too_few_samples_too_short_a_period_and_a_single_outcome_are_refused_by_name()
    {
        var few = TrainingSplit.Of(SimulatedSamples.Planted(99, 1), SimulatedSamples.Later);
        var hurried = TrainingSplit.Of([.. Enumerable.Range(0, 200).Select(i => SimulatedSamples.Sample(i / 10.0, i % 2 == 0, i % 2 == 0))], SimulatedSamples.Later);
        var calm = TrainingSplit.Of([.. Enumerable.Range(0, 400).Select(i => SimulatedSamples.Sample(i, i < 300 && i % 2 == 0, i % 2 == 0))], SimulatedSamples.Later);

        Assert.Equal(new TrainingRefusal(TrainingFault.TooFewSamples, 99, 100), few.Refusal(100));
        Assert.Equal(TrainingFault.PeriodTooShort, hurried.Refusal(100)!.Fault);
        Assert.Equal(new TrainingRefusal(TrainingFault.OneOutcome, 400, 100, TrainingPart.Judge, LiquidationHorizon.Day, Outcome: false), calm.Refusal(100));
        Assert.Throws<ArgumentException>(() => LiquidationTraining.Train(calm, 1, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Null(TrainingSplit.Of(SimulatedSamples.Planted(1_000, 1), SimulatedSamples.Later).Refusal(100));
    }

    [Fact]
    public void What_may_not_be_known_of_all_wallets_yet_is_left_out()
    {
        var split = TrainingSplit.Of([.. Enumerable.Range(0, 400).Select(i => SimulatedSamples.Sample(i))], SimulatedSamples.Start.AddDays(300));

        Assert.Equal(293, split.Offered);
        Assert.Equal(SimulatedSamples.Start.AddDays(292), split.Judge[^1].At);
    }

    [Fact]
    public void No_samples_are_too_few() => Assert.Equal(TrainingFault.TooFewSamples, TrainingSplit.Of([], SimulatedSamples.Later).Refusal(1)!.Fault);
}
