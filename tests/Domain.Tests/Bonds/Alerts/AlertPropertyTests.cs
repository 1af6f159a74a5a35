using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Alerts.Tests;

public class AlertPropertyTests
{
    private const double Noise = 0.99; // around a threshold: less than half of the two points between entering and leaving

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(2_000);
    private static readonly AlertObservation Calm = AlertStory.Calm;

    /// <summary>Steps of 0 to 300 seconds with noise from −1 to 1.</summary>
    private static readonly Arbitrary<List<(int Seconds, double Noise)>> Paths = (
        from seconds in Gen.Choose(0, 300)
        from noise in Gen.Choose(-1_000, 1_000)
        select (seconds, noise / 1_000.0)).ListOf().Select(l => l.ToList()).ToArbitrary();

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    [InlineData(70)]
    [InlineData(85)]
    public void Noise_around_a_border_of_the_levels_is_told_at_most_once(double border) => AtMostOnce(
        AlertKind.LevelChange, noise => Calm with { Index = new Score(border + (Noise * noise)) });

    [Fact]
    public void Noise_around_the_drop_threshold_is_told_at_most_once() => Check.One(Often, Prop.ForAll(Paths, path =>
    {
        var story = new AlertStory();
        story.At(0, Calm with { Index = new Score(90) });
        Walk(story, path, noise => Calm with { Index = new Score(75 + (Noise * noise)) });
        return story.Raised.Count(k => k == AlertKind.LiquidityDrop) <= 1;
    }));

    [Theory]
    [InlineData(60, AlertKind.HighRisk)]
    [InlineData(80, AlertKind.HighRisk)]
    [InlineData(80, AlertKind.CriticalRisk)]
    public void Noise_around_a_border_of_risk_is_told_at_most_once(double border, AlertKind kind) => AtMostOnce(
        kind, noise => Calm with { OverallRisk = new Score(border + (Noise * noise)) });

    [Fact]
    public void Noise_around_thin_confidence_is_told_at_most_once() => AtMostOnce(
        AlertKind.DataQuality, noise => Calm with { Confidence = new Probability(0.4 + (0.099 * noise)) });

    [Fact]
    public void Data_that_ages_and_is_refreshed_late_is_told_at_most_once() => AtMostOnce(
        AlertKind.StaleData, noise => Calm with { Freshness = noise > 0 ? DataFreshness.Stale : DataFreshness.Delayed });

    [Fact]
    public void At_most_one_alert_of_a_kind_is_open_ids_are_unique_and_memory_is_bounded() => Check.One(Often, Prop.ForAll(Paths, path =>
    {
        var story = new AlertStory();
        Walk(story, path, Wild);
        var raised = story.Changes.Where(c => c.Kind == AlertChangeKind.Raised).Select(c => c.Alert.Id).ToList();
        return story.Book.Open.DistinctBy(a => a.Kind).Count() == story.Book.Open.Count
            && raised.Distinct(StringComparer.Ordinal).Count() == raised.Count
            && story.Book.Highs.Count <= 16 && story.Book.Resolved.Count <= 20
            && !(story.Book.OpenOf(AlertKind.HighRisk) is not null && story.Book.OpenOf(AlertKind.CriticalRisk) is not null);
    }));

    [Fact]
    public void Every_observation_delivered_twice_and_late_ones_in_between_change_nothing() => Check.One(Often, Prop.ForAll(Paths, path =>
    {
        var (once, twice) = (new AlertStory(), new AlertStory());
        var minute = 0.0;
        foreach (var (seconds, noise) in path)
        {
            minute += seconds / 60.0;
            once.At(minute, Wild(noise));
            twice.At(minute, Wild(noise));
            twice.At(minute, Wild(noise));
            if ((twice.Book.AsOf - AlertStory.Start).TotalMinutes is > 0 and var last) twice.At(last - 0.01, Wild(-noise));
        }

        return once.Changes.SequenceEqual(twice.Changes) && once.Book.Open.SequenceEqual(twice.Book.Open);
    }));

    private static AlertObservation Wild(double noise) => Calm with
    {
        Index = new Score(50 + (45 * noise)),
        OverallRisk = new Score(60 - (40 * noise)),
        HasExit = noise > -0.5,
        MarketMakerOnline = noise < 0.7,
        Confidence = new Probability(0.5 + (noise / 2)),
    };

    private static void AtMostOnce(AlertKind kind, Func<double, AlertObservation> observe) => Check.One(Often, Prop.ForAll(Paths, path =>
    {
        var story = new AlertStory();
        Walk(story, path, observe);
        return story.Raised.Count(k => k == kind) <= 1;
    }));

    private static void Walk(AlertStory story, List<(int Seconds, double Noise)> path, Func<double, AlertObservation> observe)
    {
        var seconds = 1;
        foreach (var step in path) story.At((seconds += step.Seconds) / 60.0, observe(step.Noise));
    }
}
