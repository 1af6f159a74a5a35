using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Quality.Tests;

public class ExitQualityTests
{
    private static readonly DateTimeOffset Now = SampleBonds.Now;

    private static ExitOutcome Outcome(
        ExitVerdict verdict, double probability = 0.8, double? waited = null, double? price = null, ExitPath path = ExitPath.MarketMaker) => new(
        path,
        Now.AddHours(-1),
        new Probability(probability),
        new TimeBand(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)),
        new BondPrice(100),
        verdict,
        waited is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        price is { } p ? new BondPrice((decimal)p) : null);

    private static IEnumerable<ExitOutcome> Tries(int filled, int expired, double probability, ExitPath path = ExitPath.MarketMaker) =>
        Enumerable.Repeat(Outcome(ExitVerdict.Filled, probability, 20, 100, path), filled)
            .Concat(Enumerable.Repeat(Outcome(ExitVerdict.Expired, probability, 60, null, path), expired));

    [Fact]
    public void Adoption_counts_whatever_was_not_rejected() => Assert.Equal(0.75, ExitQuality.Of(
        [Outcome(ExitVerdict.Accepted), Outcome(ExitVerdict.Rejected), Outcome(ExitVerdict.Filled, waited: 20), Outcome(ExitVerdict.Expired, waited: 60)],
        Now).Overall.Adoption!.Value.Value);

    [Fact]
    public void Times_and_prices_are_compared_over_filled_ones()
    {
        var quality = ExitQuality.Of(
            [
                Outcome(ExitVerdict.Filled, waited: 25, price: 99), Outcome(ExitVerdict.Filled, waited: 50, price: 101),
                Outcome(ExitVerdict.Filled, waited: 0), Outcome(ExitVerdict.Filled), Outcome(ExitVerdict.Expired, waited: 500),
            ],
            Now)[ExitPath.MarketMaker];

        Assert.Equal((0.2 + 0.6) / 2, quality.TimeError!.Value, 12); // 20 said: 25 and 50 realised
        Assert.Equal(1.0 / 3, quality.TimeCoverage!.Value, 12); // of 25, 50 and 0 minutes only the first lies in 10 to 40
        Assert.Equal(((1 / 99.0) + (1 / 101.0)) / 2, quality.PriceError!.Value, 12);
    }

    [Fact]
    public void Unsold_ones_count_as_waiting_for_as_long_as_they_were_tried()
    {
        var waiting = ExitQuality.Of(
            [
                Outcome(ExitVerdict.Filled, waited: 10), Outcome(ExitVerdict.Filled, waited: 30), Outcome(ExitVerdict.Expired, waited: 20),
                Outcome(ExitVerdict.Accepted), Outcome(ExitVerdict.Rejected),
            ],
            Now).Overall;

        // four tried: one of four sold at 10; one gone unsold at 20; one of two sold at 30; one still there at 60
        Assert.Equal([(10.0, 4, 0.75), (30.0, 2, 0.375)], waiting.Waiting.Select(p => (p.Time, p.AtRisk, p.Survival)));
        Assert.Equal(TimeSpan.FromMinutes(30), waiting.MedianTime);
    }

    [Fact]
    public void Probabilities_that_beat_the_base_rate_are_published_and_those_that_lose_are_withheld()
    {
        var quality = ExitQuality.Of(
            [
                .. Tries(36, 4, 0.9), .. Tries(4, 36, 0.1),
                .. Tries(10, 30, 0.9, ExitPath.Auction), .. Tries(29, 0, 0.5, ExitPath.RfqBatch),
            ],
            Now);

        Assert.Equal(GateVerdict.Published, quality[ExitPath.MarketMaker].Gate.Verdict);
        Assert.Equal(0.09, quality[ExitPath.MarketMaker].Gate.Brier!.Value, 12);
        Assert.Equal(0.25, quality[ExitPath.MarketMaker].Gate.Baseline!.Value, 12);
        Assert.Equal(1 - (0.09 / 0.25), quality[ExitPath.MarketMaker].Skill!.Value, 12);
        Assert.Equal(0, quality[ExitPath.MarketMaker].CalibrationError!.Value, 12);
        Assert.Equal((GateVerdict.Withheld, 40, false), (quality[ExitPath.Auction].Gate.Verdict, quality[ExitPath.Auction].Gate.Tries, quality[ExitPath.Auction].Gate.MayBeShown));
        Assert.Equal(0.25, quality[ExitPath.Auction].Gate.BaseRate!.Value.Value);
        Assert.Equal((GateVerdict.NotEnoughData, 29, true), (quality[ExitPath.RfqBatch].Gate.Verdict, quality[ExitPath.RfqBatch].Gate.Tries, quality[ExitPath.RfqBatch].Gate.MayBeShown));
        Assert.Equal(149, quality.Overall.Gate.Tries);
    }

    [Fact]
    public void Always_naming_the_base_rate_does_not_lose_to_it() =>
        Assert.Equal(GateVerdict.Published, ExitQuality.Of([.. Tries(15, 15, 0.5)], Now).Overall.Gate.Verdict);

    [Fact]
    public void Without_outcomes_nothing_is_claimed()
    {
        var quality = ExitQuality.Of([], Now);

        Assert.Equal(4, quality.Paths.Count);
        Assert.All(quality.Paths.Append(quality.Overall), q =>
        {
            Assert.Equal(new CalibrationGate(GateVerdict.NotEnoughData, 0, null, null, null), q.Gate);
            Assert.Null(q.Adoption);
            Assert.Null(q.Skill);
            Assert.Null(q.TimeError);
            Assert.Null(q.TimeCoverage);
            Assert.Null(q.PriceError);
            Assert.Null(q.MedianTime);
            Assert.Empty(q.Reliability);
            Assert.Empty(q.Waiting);
        });
    }
}
