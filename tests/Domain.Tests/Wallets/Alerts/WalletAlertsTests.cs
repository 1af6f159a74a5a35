using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Domain.Wallets.Alerts.Tests;

public class WalletAlertsTests
{
    private static readonly WalletAlertRules Rules = WalletAlertRules.Standard;
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Low_health_raises_a_warning_and_lower_health_makes_it_critical()
    {
        var run = new Run();

        Assert.Empty(run.See(1.21));
        var raised = Assert.Single(run.See(1.19));
        Assert.Equal((WalletAlertChangeKind.Raised, WalletAlertSeverity.Warning, 1.2), (raised.Kind, raised.Alert.Severity, raised.Alert.Limit));
        var worsened = Assert.Single(run.See(1.09));
        Assert.Equal((WalletAlertChangeKind.Worsened, WalletAlertSeverity.Critical, 1.1), (worsened.Kind, worsened.Alert.Severity, worsened.Alert.Limit));
        Assert.Single(run.Book.Open);
    }

    [Fact]
    public void It_closes_by_itself_only_when_health_has_been_back_beyond_the_margin_for_a_while()
    {
        var run = new Run();
        run.See(1.15);

        Assert.Empty(run.See(1.21)); // within the margin: it still holds
        Assert.Null(run.Book.Open[0].LeftAt);
        Assert.Empty(run.See(1.3));
        Assert.NotNull(run.Book.Open[0].LeftAt);
        Assert.Empty(run.See(1.3));
        var closed = Assert.Single(run.See(1.3));
        Assert.Equal(WalletAlertChangeKind.Resolved, closed.Kind);
        Assert.Equal(new WalletAlertEnd(run.Now, WalletAlertEndReason.Recovered, null), closed.Alert.End);
        Assert.Empty(run.Book.Open);
    }

    [Fact]
    public void A_critical_alert_eases_to_a_warning_after_a_while()
    {
        var run = new Run();
        run.See(1.05);

        Assert.Empty(run.See(1.15));
        Assert.Empty(run.See(1.15));
        var eased = Assert.Single(run.See(1.15));
        Assert.Equal((WalletAlertChangeKind.Eased, WalletAlertSeverity.Warning), (eased.Kind, eased.Alert.Severity));
    }

    [Fact]
    public void A_repaid_debt_closes_it_at_once()
    {
        var run = new Run();
        run.See(1.05);

        var closed = Assert.Single(run.See(null, isMoot: true));
        Assert.Equal(WalletAlertEndReason.NothingLeft, closed.Alert.End!.Reason);
    }

    [Fact]
    public void What_was_not_observed_neither_raises_nor_closes()
    {
        var run = new Run();
        Assert.Empty(run.See(null));
        run.See(1.05);
        for (var i = 0; i < 10; i++) Assert.Empty(run.See(null));
        Assert.Single(run.Book.Open);
    }

    [Fact]
    public void An_observation_that_is_late_or_comes_twice_changes_nothing()
    {
        var run = new Run();
        run.See(1.3);
        var (book, changes) = WalletAlerts.Observe(run.Book, [Health(1.0)], Rules, run.Now);
        Assert.Same(run.Book, book);
        Assert.Empty(changes);
        Assert.Empty(WalletAlerts.Observe(run.Book, [Health(1.0)], Rules, run.Now.AddMinutes(-1)).Changes);
    }

    [Fact]
    public void An_alert_closed_by_hand_stays_closed_while_it_lasts()
    {
        var run = new Run();
        run.See(1.15);
        run.Resolve();

        for (var i = 0; i < 5; i++) Assert.Empty(run.See(1.15));
        Assert.Equal(WalletAlertEndReason.Manual, run.Book.Closed[^1].End!.Reason);
    }

    [Fact]
    public void An_alert_closed_by_hand_comes_back_when_it_becomes_worse()
    {
        var run = new Run();
        run.See(1.15);
        run.Resolve();

        Assert.Equal(WalletAlertSeverity.Critical, Assert.Single(run.See(1.05)).Alert.Severity);
    }

    [Fact]
    public void An_alert_closed_by_hand_comes_back_after_it_was_gone()
    {
        var run = new Run();
        run.See(1.15);
        run.Resolve();
        for (var i = 0; i < 3; i++) run.See(1.4);

        Assert.Equal(WalletAlertChangeKind.Raised, Assert.Single(run.See(1.15)).Kind);
    }

    [Fact]
    public void An_alert_that_is_not_open_cannot_be_closed_by_hand() =>
        Assert.Null(WalletAlerts.Resolve(WalletAlertBook.Empty, "LiquidationRisk-20260105T090000000", "ana", Start));

    [Fact]
    public void A_wallet_that_is_no_longer_watched_has_no_open_alerts()
    {
        var run = new Run();
        run.See(1.05);

        var (book, changes) = WalletAlerts.CloseAll(run.Book, WalletAlertEndReason.Untracked, "ana", run.Now);

        Assert.Empty(book.Open);
        Assert.Equal("ana", Assert.Single(changes).Alert.End!.By);
    }

    [Theory]
    [InlineData(WalletAlertKind.HighVolatility, 0.049, 0.051)]
    [InlineData(WalletAlertKind.Concentration, 0.5, 0.51)]
    [InlineData(WalletAlertKind.LowLiquidity, 100_000, 99_999)]
    [InlineData(WalletAlertKind.ValueAtRisk, 0.15, 0.16)]
    [InlineData(WalletAlertKind.StaleSource, 30, 31)]
    public void Every_kind_has_its_limit(WalletAlertKind kind, double allowed, double beyond)
    {
        Assert.Empty(WalletAlerts.Observe(WalletAlertBook.Empty, [new(kind, allowed, null)], Rules, Start).Changes);
        Assert.Single(WalletAlerts.Observe(WalletAlertBook.Empty, [new(kind, beyond, null)], Rules, Start).Changes);
    }

    /// <summary>A path that wobbles about a limit by less than the margin raises its alert once and never closes it.</summary>
    [Fact]
    public void Noise_about_a_limit_does_not_flap() => Prop.ForAll(
        Gen.Choose(-230, 230).Select(n => 1.2 + (n / 10_000.0)).ListOf(60).ToArbitrary(),
        path =>
        {
            var run = new Run();
            var changes = path.SelectMany(health => run.See(health)).ToList();
            return changes.Count == (path.Any(h => h < 1.2) ? 1 : 0);
        }).QuickCheckThrowOnFailure();

    /// <summary>Whatever happens, an alert lives at least as long as conditions must settle, so that there is at most one closing in that time.</summary>
    [Fact]
    public void No_path_closes_more_often_than_it_can_settle() => Prop.ForAll(
        Gen.Choose(90, 160).Select(n => n / 100.0).ListOf(80).ToArbitrary(),
        path =>
        {
            var run = new Run();
            var closings = path.SelectMany(health => run.See(health).Select(c => (c, run.Now))).Where(c => c.c.Kind == WalletAlertChangeKind.Resolved).Select(c => c.Now).ToList();
            return closings.Zip(closings.Skip(1), (a, b) => b - a).All(gap => gap >= Rules.Settle) && run.Book.Open.Count <= 1;
        }).QuickCheckThrowOnFailure();

    private static AlertReading Health(double? value, bool isMoot = false) => new(WalletAlertKind.LiquidationRisk, value, "AaveV3", isMoot);

    private sealed class Run
    {
        public WalletAlertBook Book { get; private set; } = WalletAlertBook.Empty;

        public DateTimeOffset Now { get; private set; } = Start;

        public IReadOnlyList<WalletAlertChange> See(double? health, bool isMoot = false)
        {
            Now += TimeSpan.FromMinutes(10);
            (Book, var changes) = WalletAlerts.Observe(Book, [Health(health, isMoot)], Rules, Now);
            return changes;
        }

        public void Resolve() => Book = WalletAlerts.Resolve(Book, Book.Open[0].Id, "ana", Now)!.Value.Book;
    }
}
