using System.Text.Json;
using LiquidityRisk.Domain.Wallets.WhatIf;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Realtime;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Wallets.Proof;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Tests;

public class WatchingTests
{
    private readonly WalletWorld _world = new();

    [Fact]
    public async Task A_wallet_that_is_watched_is_analysed_at_once_and_that_is_on_record()
    {
        var wallet = _world.Chain.Borrower(1, 1.05m);

        var document = await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);

        Assert.Equal(1.05m, document.Figures!.Factor!.Value, 5);
        var alert = Assert.Single((await _world.Read.AlertsAsync(wallet, resolved: false, severity: null, CancellationToken.None)).Items, a => a.Kind == "liquidation_risk");
        Assert.Equal(("critical", "aave_v3"), (alert.Severity, alert.Subject));
        var record = Assert.Single((await _world.Audit.ListAsync(WalletRecords.Subject(wallet), null, null, 10, null, CancellationToken.None)).Items);
        Assert.Equal(("wallet_tracked", "ana"), (record.Kind, record.Actor));
    }

    [Fact]
    public async Task Watched_again_nothing_is_recorded_again()
    {
        var wallet = _world.Chain.Borrower(1, 1.5m);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);
        Assert.Single((await _world.Audit.ListAsync(WalletRecords.Subject(wallet), null, null, 10, null, CancellationToken.None)).Items);
    }

    [Fact]
    public async Task A_wallet_is_watched_as_long_as_anybody_wants_it()
    {
        var wallet = _world.Chain.Borrower(1, 1.05m);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);
        await _world.Track.TrackAsync(wallet, "ben", CancellationToken.None);

        Assert.NotNull((await _world.Track.UntrackAsync(wallet, "ana", CancellationToken.None))!.TrackedSince);
        var ended = (await _world.Track.UntrackAsync(wallet, "ben", CancellationToken.None))!;

        Assert.Null(ended.TrackedSince);
        Assert.Empty(ended.Alerts.Open);
        Assert.All(ended.Alerts.Closed, a => Assert.Equal("ben", a.End!.By));
    }

    [Fact]
    public async Task An_alert_comes_with_the_cheapest_rescue_and_trying_it_does_what_it_says()
    {
        var wallet = _world.Chain.Borrower(1, 1.15m);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);

        var alert = (await _world.Read.AlertsAsync(wallet, resolved: false, severity: null, CancellationToken.None)).Items.Single(a => a.Kind == "liquidation_risk");

        var best = alert.Rescue!.Best!;
        Assert.All(alert.Rescue.Alternatives, a => Assert.True(a.CostUsd >= best.CostUsd));
        var tried = (await _world.Simulate.TryAsync(wallet, [.. best.Changes.Select(Change)], CancellationToken.None))!;
        Assert.Equal(best.HealthFactorAfter!.Value, tried.After.Health.HealthFactor!.Value, 4);
        Assert.True(tried.After.Health.HealthFactor >= alert.Rescue.TargetHealthFactor - 0.0001m);
    }

    [Fact]
    public async Task An_alert_closed_by_hand_is_closed_once()
    {
        var wallet = _world.Chain.Borrower(1, 1.05m);
        var document = await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);
        var id = document.Alerts.Open.Single(a => a.Kind == Domain.Wallets.Alerts.WalletAlertKind.LiquidationRisk).Id;

        var first = await _world.Track.ResolveAsync(wallet, id, "ana", CancellationToken.None);
        var second = await _world.Track.ResolveAsync(wallet, id, "ben", CancellationToken.None);

        Assert.Equal(first!.Value.Alert, second!.Value.Alert);
        Assert.Equal("ana", second.Value.Alert.End!.By);
        Assert.Null(await _world.Track.ResolveAsync(wallet, "no such", "ana", CancellationToken.None));
    }

    [Fact]
    public async Task News_are_numbered_without_gaps_and_what_was_missed_is_told_by_the_sweep()
    {
        var wallet = _world.Chain.Borrower(1, 1.6m);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);
        _world.Topics.IsDown = true;
        await Move(0.7m);
        _world.Topics.IsDown = false;

        Assert.Equal(1, await _world.Announce.SweepAsync(CancellationToken.None));
        Assert.Equal(0, await _world.Announce.SweepAsync(CancellationToken.None));
        await Move(1.3m);

        Assert.Equal([1, 2, 3], _world.Topics.Sequences(WalletTopics.Main(wallet)));
        var alerts = _world.Topics.Messages.Where(m => m.Group == WalletTopics.Alerts(wallet)).Select(m => JsonDocument.Parse(m.Json).RootElement).ToList();
        Assert.Contains(alerts, a => a.GetProperty("payload").GetProperty("items").EnumerateArray().Any(i => i.GetProperty("kind").GetString() == "liquidation_risk"));

        async Task Move(decimal factor)
        {
            _world.Time.Advance(TimeSpan.FromMinutes(10));
            foreach (var token in new[] { FakeChain.Weth, TokenSymbol.Eth }) _world.Chain.Prices[token] *= factor;
            await _world.ScanAsync();
        }
    }

    [Fact]
    public async Task The_same_wallet_and_market_give_the_same_answer_on_another_instance()
    {
        var wallet = _world.Chain.Borrower(1, 1.3m);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);

        var (here, there) = (await _world.SummaryAsync(wallet), await new WalletWorld(_world).SummaryAsync(wallet));

        Assert.Equal(JsonSerializer.Serialize(here), JsonSerializer.Serialize(there));
    }

    [Fact]
    public async Task History_has_a_point_an_hour_and_whenever_the_risk_changes_band()
    {
        var wallet = _world.Chain.Borrower(1, 1.6m);
        await _world.WatchAsync(wallet);
        for (var i = 0; i < 13; i++)
        {
            await _world.ScanAsync();
            _world.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var history = await _world.Read.HistoryAsync(wallet, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 100, CancellationToken.None);
        Assert.Equal(3, history.Points.Count);
        Assert.All(history.Points, p => Assert.Equal(1.6m, p.HealthFactor!.Value, 5));
    }

    [Fact]
    public async Task Long_history_is_kept_in_pages_and_read_in_order()
    {
        var wallet = _world.Chain.Borrower(1, 1.6m);
        await _world.WatchAsync(wallet);
        for (var i = 0; i < 3 * WalletBook.PointsPerPage; i++)
        {
            await _world.Track.AnalyseAsync(wallet, refresh: true, [LendingProtocol.AaveV3], CancellationToken.None);
            _world.Time.Advance(TimeSpan.FromHours(1));
        }

        var history = await _world.Read.HistoryAsync(wallet, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 1_000, CancellationToken.None);
        Assert.Equal(3 * WalletBook.PointsPerPage, history.Points.Count);
        Assert.Equal(history.Points.OrderBy(p => p.At), history.Points);
        Assert.Equal(20, (await _world.Read.HistoryAsync(wallet, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 20, CancellationToken.None)).Points.Count);
    }

    [Fact]
    public async Task A_change_that_cannot_be_names_itself()
    {
        var wallet = _world.Chain.Borrower(1, 1.3m);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);

        var refused = await Assert.ThrowsAsync<WalletRefusedException>(() => _world.Simulate.TryAsync(
            wallet,
            [new PriceShock(null, -0.1m), new Repay(LendingProtocol.AaveV3, FakeChain.Usdc, new(1e9m), FromOutside: true)],
            CancellationToken.None));

        Assert.Equal("changes[1]", refused.Field);
    }

    [Fact]
    public async Task A_shock_of_everything_leaves_stablecoins_where_they_are()
    {
        var wallet = _world.Chain.Borrower(1, 2m);
        await _world.Track.TrackAsync(wallet, "ana", CancellationToken.None);

        var tried = (await _world.Simulate.TryAsync(wallet, [new PriceShock(null, -0.25m)], CancellationToken.None))!;

        Assert.Equal(1.5m, tried.After.Health.HealthFactor!.Value, 4);
        Assert.Equal(tried.Before.BorrowedUsd, tried.After.BorrowedUsd);
    }

    [Theory]
    [InlineData("ana", true)]
    [InlineData("eve", false)]
    public async Task A_wallets_topics_are_for_who_has_proven_it(string user, bool allowed)
    {
        var wallet = FakeChain.Address(1);
        var bindings = new WalletBindings(_world.Store, _world.Time);
        await bindings.KeepAsync("ana", new StoredBinding(wallet.Value, _world.Time.GetUtcNow(), _world.Time.GetUtcNow().AddDays(1), "0123456789abcdef"), CancellationToken.None);
        var source = new WalletTopicSource(_world.Book, _world.Announce, bindings);

        foreach (var topic in new[] { WalletTopics.Main(wallet), WalletTopics.Alerts(wallet) })
        {
            Assert.True(source.Knows(topic));
            Assert.Equal(allowed, await source.RefusalAsync(topic, new RealtimeUser(user, Audience.Retail), CancellationToken.None) is null);
            Assert.Null(await source.RefusalAsync(topic, new RealtimeUser("rita", Audience.Professional, SeesAllWallets: true), CancellationToken.None));
            Assert.Null(await source.RefusalAsync(topic, new RealtimeUser("dev", Audience.Retail, Wallet: wallet), CancellationToken.None));
        }
    }

    [Fact]
    public void What_a_token_says_of_its_user_cannot_be_made_up_by_a_name()
    {
        var user = new RealtimeUser("admin|all|x", Audience.Retail);
        Assert.Equal(user, RealtimeUser.Of(user.TokenName));
        var all = new RealtimeUser("rita", Audience.Professional, IsAdmin: true, SeesAllWallets: true, FakeChain.Address(7));
        Assert.Equal(all, RealtimeUser.Of(all.TokenName));
        Assert.Equal(new RealtimeUser("admin", Audience.Retail), RealtimeUser.Of("admin"));
    }

    private static WalletChange Change(Contracts.Wallets.WalletChangeRequest change) => change.Type switch
    {
        "repay" => new Repay(LendingProtocol.AaveV3, TokenSymbol.Parse(change.Asset!), new(change.Amount!.Value), change.FromOutside is true),
        "deposit" => new Deposit(LendingProtocol.AaveV3, TokenSymbol.Parse(change.Asset!), new(change.Amount!.Value), change.FromOutside is true),
        "withdraw" => new Withdraw(LendingProtocol.AaveV3, TokenSymbol.Parse(change.Asset!), new(change.Amount!.Value)),
        _ => throw new ArgumentException("A rescue changes nothing else.", nameof(change)),
    };
}
