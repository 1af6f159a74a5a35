using LiquidityRisk.Flows.Wallets.Scan;
using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Flows.Wallets.Tests;

public class ScanTests
{
    private const int Many = 600;

    [Fact]
    public async Task A_scan_looks_at_every_wallet_although_some_cannot_be_read()
    {
        var world = new WalletWorld();
        for (var i = 1; i <= Many; i++)
        {
            var wallet = world.Chain.Borrower(i, 1.05m + (i * 0.01m));
            await world.WatchAsync(wallet);
            if (i % 100 == 0) world.Chain.Contradictory.Add(wallet);
            if (i % 20 == 7) world.Chain.Unreadable.Add(wallet);
        }

        var scan = await world.ScanAsync();

        Assert.Equal(ScanState.Completed, scan.State);
        Assert.Equal(Many, scan.Shards.Sum(s => s.Wallets));
        Assert.Equal((Many / 100) + (Many / 20), scan.Shards.Sum(s => s.Failed));
        for (var i = 1; i <= Many; i++) Assert.NotNull((await world.DocumentAsync(FakeChain.Address(i))).Figures);
        Assert.Equal(1, world.Chain.QuoteCalls);
    }

    [Fact]
    public async Task A_wallet_whose_worth_no_number_holds_stops_no_other()
    {
        var world = new WalletWorld();
        var (huge, plain) = (world.Chain.Borrower(32, 1.5m), world.Chain.Borrower(64, 1.5m)); // of the same part of a scan
        world.Chain.Balances[huge] = [new(FakeChain.Weth, new(decimal.MaxValue))];
        await world.WatchAsync(huge);
        await world.WatchAsync(plain);

        var scan = await world.ScanAsync();

        Assert.Equal((2, 1), (scan.Shards.Sum(s => s.Wallets), scan.Shards.Sum(s => s.Failed)));
        Assert.NotNull((await world.DocumentAsync(plain)).Figures);
    }

    [Fact]
    public async Task What_failed_is_read_by_the_next_scan()
    {
        var world = new WalletWorld();
        var wallet = world.Chain.Borrower(1, 1.4m);
        await world.WatchAsync(wallet);
        world.Chain.Contradictory.Add(wallet);
        await world.ScanAsync();
        Assert.Empty((await world.DocumentAsync(wallet)).Holdings.Positions);

        world.Chain.Contradictory.Clear();
        world.Time.Advance(TimeSpan.FromMinutes(10));
        var scan = await world.ScanAsync();

        Assert.Equal(0, scan.Shards.Sum(s => s.Failed));
        Assert.Single((await world.DocumentAsync(wallet)).Holdings.Positions);
    }

    [Fact]
    public async Task Two_scans_do_not_overlap()
    {
        var world = new WalletWorld();
        Assert.NotNull(await world.Scan.BeginAsync(CancellationToken.None));
        Assert.Null(await world.Scan.BeginAsync(CancellationToken.None));
        Assert.Null(await new WalletWorld(world).Scan.BeginAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_scan_that_died_makes_room_after_a_while_and_can_do_nothing_more()
    {
        var world = new WalletWorld();
        var dead = await world.Scan.BeginAsync(CancellationToken.None);
        world.Time.Advance(ScanWallets.DeadAfter);

        Assert.NotNull(await world.Scan.BeginAsync(CancellationToken.None));
        Assert.False(await world.Scan.OpenAsync(dead!, CancellationToken.None));
        Assert.False(await world.Scan.ScanAsync(dead!, 0, CancellationToken.None));
    }

    [Fact]
    public async Task A_step_that_is_delivered_twice_is_done_once()
    {
        var world = new WalletWorld();
        var wallet = world.Chain.Borrower(1, 1.05m);
        await world.WatchAsync(wallet);
        var id = (await world.Scan.BeginAsync(CancellationToken.None))!;
        await world.Scan.OpenAsync(id, CancellationToken.None);
        for (var twice = 0; twice < 2; twice++)
            for (var shard = 0; shard < WalletBook.Shards; shard++) Assert.True(await world.Scan.ScanAsync(id, shard, CancellationToken.None));
        await world.Scan.FinishAsync(id, CancellationToken.None);
        await world.Scan.FinishAsync(id, CancellationToken.None);

        var scan = (await world.Scans.CurrentAsync(CancellationToken.None))!;
        Assert.Equal(WalletBook.Shards, scan.Shards.Count);
        Assert.Equal(1, scan.Shards.Sum(s => s.Wallets));
        Assert.Equal(1, (await world.DocumentAsync(wallet)).AlertSeq);
    }

    [Fact]
    public async Task A_scan_with_a_part_missing_has_failed()
    {
        var world = new WalletWorld();
        var id = (await world.Scan.BeginAsync(CancellationToken.None))!;
        await world.Scan.OpenAsync(id, CancellationToken.None);
        await world.Scan.ScanAsync(id, 3, CancellationToken.None);
        await world.Scan.FinishAsync(id, CancellationToken.None);

        Assert.Equal(ScanState.Failed, (await world.Scans.CurrentAsync(CancellationToken.None))!.State);
        Assert.NotNull(await world.Scan.BeginAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Wallets_that_nobody_watches_are_left_alone()
    {
        var world = new WalletWorld();
        var wallet = world.Chain.Borrower(1, 1.05m);
        await world.Track.TrackAsync(wallet, "ana", CancellationToken.None);
        await world.Track.UntrackAsync(wallet, "ana", CancellationToken.None);

        Assert.Equal(0, (await world.ScanAsync()).Shards.Sum(s => s.Wallets));
    }

    [Fact]
    public async Task A_source_that_is_down_leaves_what_was_known_with_its_age_and_raises_an_alert()
    {
        var world = new WalletWorld();
        var wallet = world.Chain.Borrower(1, 1.6m);
        await world.WatchAsync(wallet);
        await world.ScanAsync();
        var before = await world.SummaryAsync(wallet);

        world.Chain.Down.UnionWith([SourceName.TheGraph, SourceName.CoinGecko, SourceName.Etherscan, SourceName.DefiLlama]);
        world.Time.Advance(TimeSpan.FromMinutes(40));
        await world.ScanAsync();
        var after = await world.SummaryAsync(wallet);

        Assert.Equal(before.Health, after.Health);
        var graph = after.DataFreshness.Single(f => f.Source == "the_graph:aave_v3");
        Assert.Equal(("stale", "down"), (graph.Status, graph.Fault));
        Assert.Contains(after.Caveats, c => c.Contains("the_graph:aave_v3", StringComparison.Ordinal));
        Assert.Contains(after.Alerts, a => a.Kind == "stale_source");
        Assert.Equal("degraded", (await world.Status.ReadAsync(CancellationToken.None)).Status);
    }

    [Fact]
    public async Task The_markets_mood_is_kept_while_nobody_tells_a_newer_one()
    {
        var world = new WalletWorld();
        await world.ScanAsync();
        world.Chain.FearGreed = 20;
        world.Chain.Down.Add(SourceName.AlternativeMe);
        world.Time.Advance(TimeSpan.FromMinutes(10));
        await world.ScanAsync();
        var stale = (await world.Archive.LatestAsync(CancellationToken.None))!;
        world.Chain.Down.Clear();
        world.Time.Advance(TimeSpan.FromMinutes(10));
        await world.ScanAsync();
        var fresh = (await world.Archive.LatestAsync(CancellationToken.None))!;

        Assert.Equal((61, 20), (stale.View.FearGreed, fresh.View.FearGreed));
        var reading = stale.Inputs.Sources.Single(s => s.Source == SourceName.AlternativeMe);
        Assert.Equal((SourceFault.Down, stale.Inputs.AsOf - TimeSpan.FromMinutes(10)), (reading.Fault, reading.AsOf));
    }

    [Fact]
    public async Task History_is_asked_for_once_a_day()
    {
        var world = new WalletWorld();
        await world.ScanAsync();
        var asked = world.Chain.HistoryCalls;
        world.Time.Advance(TimeSpan.FromMinutes(10));
        await world.ScanAsync();
        Assert.Equal(asked, world.Chain.HistoryCalls);
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.ScanAsync();
        Assert.Equal(2 * asked, world.Chain.HistoryCalls);
    }

    [Fact]
    public async Task A_token_without_a_market_price_has_its_protocols_own()
    {
        var world = new WalletWorld();
        var wallet = world.Chain.Borrower(1, 1.6m);
        world.Chain.Prices.Remove(FakeChain.Weth);
        world.Chain.OraclePrices[FakeChain.Weth] = new(2_000);
        await world.WatchAsync(wallet);
        await world.ScanAsync();

        Assert.Equal(1.6m, (await world.SummaryAsync(wallet)).Health.HealthFactor!.Value, 5);
    }
}
