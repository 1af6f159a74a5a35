using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Simulator.CashMarket;

namespace LiquidityRisk.Local.Simulator.Tests.CashMarket;

public class CarbonMarketTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_hour_keeps_books_tight_and_bounded_and_loses_nothing()
    {
        using var rig = new CarbonRig(ordersPerSecond: 0.1);
        await rig.Opening.CreateAsync(Cancellation);
        await rig.Market.OpenAsync(Cancellation);
        var widths = new List<double>();

        await rig.RunAsync(TimeSpan.FromHours(1), replica =>
        {
            var (bids, asks) = (replica.Tape.Book.Bids, replica.Tape.Book.Asks);
            widths.Add(10_000.0 * (asks[0].Price - bids[0].Price) / bids[0].Price.Value);
            return asks[0].Price > bids[0].Price && MostOfOne(replica) <= ClientMind.MostOpen;
        });

        var proof = await rig.Reconcile.ProveAsync(Cancellation);
        Assert.True(proof.Agrees, string.Join("; ", proof.Differences));
        Assert.InRange(widths.Average(), 2, 60);
        Assert.InRange(widths.Max(), 2, 300);
        foreach (var market in rig.Markets.All)
        {
            var tape = await market.TapeAsync(Cancellation);
            Assert.InRange(tape.Sequence, 300, 700);
            Assert.InRange(tape.Trades.Length, 30, 200);
            Assert.InRange(tape.Book.Bids.Sum(l => l.Quantity.Value), 1_000, 200_000);
            Assert.InRange(tape.Book.Asks.Sum(l => l.Quantity.Value), 1_000, 200_000);
        }
    }

    [Fact]
    public async Task Opening_fills_the_books_at_once_and_a_restart_goes_on_from_there()
    {
        using var first = new CarbonRig();
        await first.Opening.CreateAsync(Cancellation);
        await first.Market.OpenAsync(Cancellation);
        var opened = await first.StateAsync();

        using var second = new CarbonRig(restartOf: first);
        await second.Opening.CreateAsync(Cancellation);
        await second.Market.OpenAsync(Cancellation);
        var before = await first.Markets.All[0].ReadAsync(r => r.Tape.Book.Asks[0].Price.Euros, Cancellation);
        Assert.Equal(opened, await second.StateAsync());
        await second.RunAsync(TimeSpan.FromMinutes(1));

        Assert.NotEqual(opened, await second.StateAsync());
        var after = await second.Markets.All[0].ReadAsync(r => r.Tape.Book.Asks[0].Price.Euros, Cancellation);
        Assert.InRange(after / before, 0.98m, 1.02m);
        Assert.Equal(OpeningMakers.All.Count, (await second.Makers.ListAsync(null, Cancellation)).Items.Count);
        Assert.True((await second.Reconcile.ProveAsync(Cancellation)).Agrees);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_market_and_another_seed_another()
    {
        async Task<List<string>> RunAsync(int seed)
        {
            using var rig = new CarbonRig(seed);
            await rig.Market.OpenAsync(Cancellation);
            await rig.RunAsync(TimeSpan.FromSeconds(10));
            return await rig.StateAsync();
        }

        var state = await RunAsync(7);
        Assert.Equal(state, await RunAsync(7));
        Assert.NotEqual(state, await RunAsync(8));
    }

    [Fact]
    public async Task Makers_are_left_alone_where_somebody_else_has_created_one()
    {
        using var rig = new CarbonRig();
        await rig.Makers.CreateAsync(new("Ana's provider", "LIQUIDITY_PROVIDER", 1_000, null, null), new Guid(1, 2, 3, new byte[8]), "ana", Cancellation);

        await rig.Opening.CreateAsync(Cancellation);

        Assert.Single((await rig.Makers.ListAsync(null, Cancellation)).Items);
    }

    [Fact]
    public async Task Creation_that_was_cut_short_is_finished_and_both_types_come_with_balances_that_fit()
    {
        using var rig = new CarbonRig();
        await rig.Makers.CreateAsync(OpeningMakers.All[0], new Guid(1, 2, 3, new byte[8]), "simulator", Cancellation);

        await rig.Opening.CreateAsync(Cancellation);

        var makers = (await rig.Makers.ListAsync(null, Cancellation)).Items;
        Assert.Equal(OpeningMakers.All.Select(m => m.Name).Order(), makers.Select(m => m.Name).Order());
        Assert.All(makers, m => Assert.Equal(m.MmType == "LIQUIDITY_PROVIDER", m.EurBalance > 0));
        Assert.All(makers, m => Assert.Equal(m.MmType == "ASSET_HOLDER", m.EuaBalance + m.CeaBalance > 0));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_tried_again_and_stopping_is_quiet()
    {
        using var rig = new CarbonRig();
        rig.Store.IsUnavailable = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => rig.Market.OpenAsync(Cancellation));
        await rig.Feed.StartAsync(Cancellation);
        await UntilAsync(() => Task.FromResult(rig.Time.GetUtcNow() > new DateTimeOffset(2026, 1, 5, 9, 0, 30, TimeSpan.Zero)), rig);
        Assert.False(rig.Feed.ExecuteTask!.IsCompleted);

        rig.Store.IsUnavailable = false;
        await UntilAsync(async () => (await rig.Markets.All[0].TapeAsync(Cancellation)).Sequence > CarbonMarket.Prepared, rig);
        await rig.Feed.StopAsync(Cancellation);

        Assert.False(rig.Feed.ExecuteTask!.IsFaulted);
    }

    private static async Task UntilAsync(Func<Task<bool>> done, CarbonRig rig)
    {
        for (var i = 0; i < 10_000; i++)
        {
            if (await done()) return;
            rig.Time.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
        }

        Assert.Fail("It never came.");
    }

    private static int MostOfOne(MarketReplica replica) =>
        replica.Orders(OrderSide.Buy).Concat(replica.Orders(OrderSide.Sell)).CountBy(o => o.Account).Max(o => o.Value);
}
