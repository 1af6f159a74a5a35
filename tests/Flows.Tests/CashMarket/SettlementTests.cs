using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Tests;

public sealed class SettlementTests
{
    private static readonly string[] Traders = ["ann", "bob", "kim"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Messages_that_come_twice_late_and_out_of_order_lead_to_the_same_accounts(int seed)
    {
        var random = new Random(seed);
        using var app = new CashMarketFixture();
        foreach (var trader in Traders) await app.AccountAsync(trader);
        using var untouched = new CashMarketFixture(app);
        var messages = new List<MarketEventsMessage>();
        for (var i = 0; i < 60; i++) await TradeAsync(app, random);
        var end = await app.Eua.ReadAsync(r => r.Position, CancellationToken.None);
        for (var from = 1L; from <= end; from += random.Next(1, 5)) messages.Add(new("EUA", from, Math.Min(end, from + random.Next(0, 4))));
        messages.Add(new("EUA", end, end));
        var expected = await SettledAsync(app);

        // The same history for accounts that heard of nothing so far.
        var settled = new CashMarketFixture(app);
        foreach (var batch in messages.Concat(messages).OrderBy(_ => random.Next()).Chunk(1 + random.Next(7)))
            await settled.Settle.HandleAsync(batch, CancellationToken.None);

        Assert.Equal(expected, await SettledAsync(settled));
        Assert.True((await settled.Reconcile.ProveAsync(CancellationToken.None)).Agrees);
        settled.Dispose();
    }

    [Fact]
    public async Task An_account_that_was_asleep_follows_batch_by_batch_as_one_that_followed_at_once()
    {
        using var app = new CashMarketFixture();
        await app.AccountAsync("ann");
        await app.PlaceAsync("ann", CashMarketFixture.Limit("SELL", 71, 100));
        for (var i = 0; i < 10; i++) await TakeWithoutSettlingAsync(app, lots: 5);
        using var other = new CashMarketFixture(app);
        for (var sequence = 11L; sequence > 1; sequence--) await other.Settle.HandleAsync([new("EUA", sequence, sequence)], CancellationToken.None);

        var account = (await other.AccountAsync("ann")).Account;

        Assert.Equal(50, account.Holdings.Eua.Locked.Value);
        Assert.Equal(1_000_000 + (50 * 71), account.Holdings.Eur.Available.Value);
        Assert.True((await other.Reconcile.ProveAsync(CancellationToken.None)).Agrees);
    }

    // Bob's order reaches the journal; nobody settles and nobody announces it.
    private static async Task TakeWithoutSettlingAsync(CashMarketFixture app, int lots)
    {
        var bob = (await app.AccountAsync("bob")).Account;
        var id = new CommandId(app.NextId());
        await app.Accounts.ChangeAsync(
            bob.Id,
            d => new(d.With(Reserving.Reserve(d.Account, id, AssetAmounts.Sum(CashMarketFixture.Euros(71 * lots)), app.Time.GetUtcNow()), app.Time.GetUtcNow())),
            CancellationToken.None);
        await app.Eua.AppendAsync(
            id,
            MarketSources.Client,
            null,
            r => new Domain.CashMarket.Matching.PlaceOrder(id, new(
                OrderNumbers.At(r.Position + 1, 0), bob.Id, bob.Owner, Domain.CashMarket.Matching.OrderSide.Buy, new Ticks(7_100), new Lots(lots))),
            CancellationToken.None);
    }

    private static async Task TradeAsync(CashMarketFixture app, Random random)
    {
        var order = CashMarketFixture.Limit(random.Next(2) == 0 ? "BUY" : "SELL", 70 + (random.Next(-5, 6) / 100m), random.Next(1, 20));
        try
        {
            await app.PlaceAsync(Traders[random.Next(3)], order);
        }
        catch (CashMarketRefusedException e)
        {
            Assert.Equal("self_trade", e.Code);
        }
    }

    private static async Task<string> SettledAsync(CashMarketFixture app)
    {
        var accounts = new List<string>();
        foreach (var trader in Traders)
        {
            var document = (await app.Accounts.ReadAsync(DerivedIds.ClientAccount(trader), CancellationToken.None))!;
            var followed = await app.Settle.FollowAsync(document, CancellationToken.None);
            // How many transactions have left in pages depends on how often the document was saved.
            accounts.Add(CashMarketFixture.Text(followed with { Latest = [.. followed.Latest.TakeLast(AccountBook.PageSize)] }));
        }

        return string.Join('\n', accounts);
    }
}
