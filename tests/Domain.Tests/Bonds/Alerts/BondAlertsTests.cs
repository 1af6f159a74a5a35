using System.Text.Json;
using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Alerts.Tests;

public class BondAlertsTests
{
    private static readonly AlertObservation Calm = AlertStory.Calm;

    public static TheoryData<AlertKind, AlertSeverity> Kinds { get; } = new()
    {
        { AlertKind.LevelChange, AlertSeverity.Info },
        { AlertKind.MarketMakerOffline, AlertSeverity.Warning },
        { AlertKind.NoExitPath, AlertSeverity.Critical },
        { AlertKind.HighRisk, AlertSeverity.Warning },
        { AlertKind.CriticalRisk, AlertSeverity.Critical },
        { AlertKind.StaleData, AlertSeverity.Warning },
        { AlertKind.DataQuality, AlertSeverity.Info },
    };

    /// <summary>The calm bond with one thing wrong.</summary>
    private static AlertObservation Wrong(AlertKind kind) => kind switch
    {
        AlertKind.LevelChange => Calm with { Index = new Score(65) },
        AlertKind.LiquidityDrop => Calm with { Index = new Score(60) },
        AlertKind.MarketMakerOffline => Calm with { MarketMakerOnline = false },
        AlertKind.NoExitPath => Calm with { HasExit = false },
        AlertKind.HighRisk => Calm with { OverallRisk = new Score(60) },
        AlertKind.CriticalRisk => Calm with { OverallRisk = new Score(80) },
        AlertKind.StaleData => Calm with { Freshness = DataFreshness.Stale },
        _ => Calm with { Confidence = new Probability(0.39) },
    };

    [Fact]
    public void A_calm_bond_has_no_alerts_and_its_book_stays_the_same_instance()
    {
        var story = new AlertStory();
        story.At(0, Calm);
        var book = story.Book;
        story.At(0.5, Calm);

        Assert.Empty(story.Changes);
        Assert.Same(book, story.Book);
    }

    [Fact]
    public void An_observation_that_changes_nothing_allocates_nothing()
    {
        var book = BondAlerts.Next(AlertBook.Empty(AlertStory.Isin), Wrong(AlertKind.NoExitPath)).Book;
        for (var i = 0; i < 1_000; i++) book = BondAlerts.Next(book, Wrong(AlertKind.NoExitPath)).Book;
        var seen = Wrong(AlertKind.NoExitPath);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) book = BondAlerts.Next(book, seen).Book;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_condition_raises_once_holds_and_resolves_after_the_hold(AlertKind kind, AlertSeverity severity)
    {
        var story = new AlertStory();
        story.At(0, Calm);
        var raised = Assert.Single(story.At(1, Wrong(kind)));
        Assert.Empty(story.At(1.5, Wrong(kind)));
        Assert.Empty(story.At(60, Wrong(kind)));
        Assert.Empty(story.At(61, Calm));
        Assert.Empty(story.At(62.9, Calm));
        var resolved = Assert.Single(story.At(63, Calm));

        Assert.Equal((AlertChangeKind.Raised, kind, severity), (raised.Kind, raised.Alert.Kind, raised.Alert.Severity));
        Assert.Equal((AlertState.Active, AlertStory.Start.AddMinutes(1)), (raised.Alert.State, raised.Alert.RaisedAt));
        Assert.Equal((AlertChangeKind.Resolved, raised.Alert.Id), (resolved.Kind, resolved.Alert.Id));
        Assert.Equal((AlertState.Resolved, AlertStory.Start.AddMinutes(63)), (resolved.Alert.State, resolved.Alert.ResolvedAt));
        Assert.Equal(AlertStory.Start.AddMinutes(61), resolved.Alert.LeftAt);
        Assert.Empty(story.Book.Open);
        Assert.Equal(resolved.Alert, Assert.Single(story.Book.Resolved));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_condition_that_comes_back_within_the_hold_keeps_its_alert(AlertKind kind, AlertSeverity severity)
    {
        var story = new AlertStory();
        story.At(0, Calm);
        story.At(1, Wrong(kind));
        for (var minute = 2.0; minute < 30; minute += 3)
        {
            story.At(minute, Calm);
            story.At(minute + 1.9, Wrong(kind));
        }

        var alert = Assert.Single(story.Book.Open);
        Assert.Equal(severity, alert.Severity);
        Assert.Single(story.Changes);
        Assert.Null(alert.LeftAt);
    }

    [Fact]
    public void A_drop_of_fifteen_points_within_fifteen_minutes_is_raised_with_its_figures()
    {
        var story = new AlertStory();
        story.At(0, Calm with { Index = new Score(84) });
        story.At(0.4, Calm with { Index = new Score(72) });
        story.At(7, Calm with { Index = new Score(70.5) });
        var drop = story.At(14, Calm with { Index = new Score(69) });

        Assert.Equal(new AlertFigures(84, 69), Assert.Single(drop).Alert.Figures);
        story.At(16, Calm with { Index = new Score(69.2) }); // 84 is out of the window
        story.At(18, Calm with { Index = new Score(69.2) });
        Assert.Equal(AlertChangeKind.Resolved, story.Changes[^1].Kind);
    }

    [Fact]
    public void A_slow_fall_is_no_drop()
    {
        var story = new AlertStory();
        for (var minute = 0; minute < 40; minute++) story.At(minute, Calm with { Index = new Score(84 - (0.9 * minute)) });

        Assert.DoesNotContain(AlertKind.LiquidityDrop, story.Raised);
        Assert.InRange(story.Book.Highs.Count, 1, 16);
    }

    [Fact]
    public void The_settled_level_waits_one_point_beyond_the_border_and_only_falls_are_told()
    {
        var story = new AlertStory();
        foreach (var (minute, index) in new[] { (0, 71.0), (1, 69.1), (2, 70.9), (3, 69.0) }) story.At(minute, Calm with { Index = new Score(index) });
        Assert.Empty(story.Changes);
        story.At(4, Calm with { Index = new Score(68.9) });
        Assert.Equal(new AlertFigures(null, 68.9, LiquidityLevel.Good, LiquidityLevel.Moderate), Assert.Single(story.Changes).Alert.Figures);
        story.At(5, Calm with { Index = new Score(86.1) });
        story.At(7, Calm with { Index = new Score(86.1) });

        Assert.Equal([AlertChangeKind.Raised, AlertChangeKind.Resolved], story.Changes.Select(c => c.Kind));
    }

    [Fact]
    public void A_level_that_falls_further_worsens_its_alert_and_asks_for_attention_again()
    {
        var story = new AlertStory();
        story.At(0, Calm);
        var id = Assert.Single(story.At(1, Calm with { Index = new Score(65) })).Alert.Id;
        Assert.NotNull(story.Acknowledge(id, 2));
        var worse = Assert.Single(story.At(3, Calm with { Index = new Score(61) } with { Index = new Score(48.9) }), c => c.Alert.Kind == AlertKind.LevelChange);

        Assert.Equal((AlertChangeKind.Worsened, id), (worse.Kind, worse.Alert.Id));
        Assert.Equal((AlertState.Active, AlertSeverity.Warning), (worse.Alert.State, worse.Alert.Severity));
        Assert.Equal(new AlertFigures(null, 48.9, LiquidityLevel.Good, LiquidityLevel.Limited), worse.Alert.Figures);
    }

    [Fact]
    public void A_level_that_lasts_a_day_is_the_usual_one()
    {
        var story = new AlertStory();
        story.At(0, Calm);
        story.At(1, Wrong(AlertKind.LevelChange));
        story.At(1 + (24 * 60), Wrong(AlertKind.LevelChange));
        story.At(4 + (24 * 60), Wrong(AlertKind.LevelChange));

        Assert.Empty(story.Book.Open);
    }

    [Fact]
    public void Critical_risk_takes_the_place_of_high_risk_and_gives_it_back()
    {
        var story = new AlertStory();
        foreach (var (minute, risk) in new[] { (0, 65), (1, 82), (2, 79), (3, 70), (5, 70) }) story.At(minute, Calm with { OverallRisk = new Score(risk) });

        Assert.Equal(
            [
                (AlertChangeKind.Raised, AlertKind.HighRisk), (AlertChangeKind.Raised, AlertKind.CriticalRisk),
                (AlertChangeKind.Resolved, AlertKind.HighRisk), (AlertChangeKind.Resolved, AlertKind.CriticalRisk),
                (AlertChangeKind.Raised, AlertKind.HighRisk),
            ],
            story.Changes.Select(c => (c.Kind, c.Alert.Kind)));
        Assert.Equal(story.Raised.Count(), story.Changes.Where(c => c.Kind == AlertChangeKind.Raised).Select(c => c.Alert.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Faulty_data_is_told_and_thin_confidence_of_stale_data_is_not_told_twice()
    {
        var story = new AlertStory();
        story.At(0, Calm with { Freshness = DataFreshness.Stale, Confidence = new Probability(0.1) });
        Assert.Equal([AlertKind.StaleData], story.Raised);
        story.At(1, Calm with { Caveats = [BondCaveat.CrossedMarket] });
        Assert.Equal([AlertKind.StaleData, AlertKind.DataQuality], story.Raised);
    }

    [Fact]
    public void What_is_not_observed_neither_raises_nor_resolves()
    {
        var unknown = new AlertObservation(default, null, null, null, null, null, null, []);
        var story = new AlertStory();
        story.At(0, unknown);
        Assert.Empty(story.Changes);
        story.At(1, Wrong(AlertKind.NoExitPath) with { MarketMakerOnline = false });
        story.At(9, unknown);
        story.At(99, unknown);

        Assert.Equal([AlertKind.MarketMakerOffline, AlertKind.NoExitPath], story.Book.Open.Select(a => a.Kind));
    }

    [Fact]
    public void An_observation_older_than_the_book_changes_nothing()
    {
        var story = new AlertStory();
        story.At(10, Calm);
        var book = story.Book;

        Assert.Empty(story.At(9, Wrong(AlertKind.NoExitPath)));
        Assert.Same(book, story.Book);
    }

    [Fact]
    public void Somebody_can_take_note_once_and_the_alert_still_resolves()
    {
        var story = new AlertStory();
        var id = Assert.Single(story.At(0, Wrong(AlertKind.MarketMakerOffline))).Alert.Id;

        Assert.Null(story.Acknowledge("another"));
        Assert.Equal(AlertState.Acknowledged, story.Acknowledge(id, 1)!.Alert.State);
        Assert.Null(story.Acknowledge(id, 2));
        Assert.Empty(story.At(3, Wrong(AlertKind.MarketMakerOffline)));
        story.At(4, Calm);
        var resolved = Assert.Single(story.At(6, Calm)).Alert;
        Assert.Equal(("mara", AlertStory.Start.AddMinutes(1)), (resolved.AcknowledgedBy, resolved.AcknowledgedAt));
        Assert.Null(story.Acknowledge(id, 7));
        Assert.Throws<ArgumentException>(() => BondAlerts.Acknowledge(story.Book, id, " ", default));
    }

    [Fact]
    public void The_last_twenty_resolved_are_kept()
    {
        var story = new AlertStory();
        for (var i = 0; i < 25; i++)
        {
            story.At(i * 10, Wrong(AlertKind.NoExitPath));
            story.At((i * 10) + 1, Calm);
            story.At((i * 10) + 3, Calm);
        }

        Assert.Equal(20, story.Book.Resolved.Count);
        Assert.Equal(AlertStory.Start.AddMinutes(240), story.Book.Resolved[^1].RaisedAt);
    }

    [Fact]
    public void A_translation_is_read_with_the_inputs_it_was_made_from()
    {
        var inputs = SampleBonds.Inputs(Markets.Example, marketMaker: SampleBonds.MarketMaker(online: false));
        var seen = AlertObservation.Of(BondTranslator.Translate(AlertStory.Isin, inputs, SampleBonds.Now, LiquidityWeights.Standard), inputs);
        var blind = AlertObservation.Of(BondTranslator.Translate(AlertStory.Isin, BondInputs.None, SampleBonds.Now, LiquidityWeights.Standard), BondInputs.None);

        Assert.Equal(85.0, seen.Index!.Value.Value, 0.5);
        Assert.Equal((false, null, null, DataFreshness.RealTime), (seen.MarketMakerOnline, seen.HasExit, seen.OverallRisk, seen.Freshness));
        Assert.Equal(blind with { Now = default, Caveats = [] }, new AlertObservation(default, null, null, null, null, null, null, []));
    }

    [Fact]
    public void A_book_survives_json()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new IsinConverter() },
        };
        var story = new AlertStory();
        story.At(0, Calm);
        story.At(1, Wrong(AlertKind.LevelChange));
        story.Acknowledge(story.Book.Open[0].Id, 2);
        var json = JsonSerializer.Serialize(story.Book, options);
        var read = JsonSerializer.Deserialize<AlertBook>(json, options)!;

        Assert.Contains("\"kind\":\"level_change\",\"severity\":\"info\",\"state\":\"acknowledged\"", json, StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(read, options));
        Assert.Empty(BondAlerts.Next(read, Wrong(AlertKind.LevelChange) with { Now = AlertStory.Start.AddMinutes(3) }).Changes);
    }
}
