using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Tests;

public sealed class ReconciliationTests
{
    [Fact]
    public async Task Entries_that_nobody_settled_are_settled()
    {
        using var app = new CashMarketFixture();
        await app.PlaceAsync("ann", CashMarketFixture.Limit("SELL", 71, 100));
        await app.AccountAsync("bob");
        app.Store.Arm(3, FaultPoint.Before, isLasting: true); // reserved, in the journal, and then the store is gone
        await Assert.ThrowsAsync<StoreUnavailableException>(() => app.PlaceAsync("bob", CashMarketFixture.Limit("BUY", 71, 40)));
        using var next = new CashMarketFixture(app);

        var proof = await next.Reconcile.SweepAsync(CancellationToken.None);

        Assert.True(proof.Agrees, string.Join(' ', proof.Differences));
        Assert.Equal(10_040, (await Stored(next, "bob")).Account.Holdings.Eua.Available.Value);
        Assert.Equal(60, (await Stored(next, "ann")).Account.Holdings.Eua.Locked.Value);
    }

    [Fact]
    public async Task A_reservation_whose_order_never_came_is_given_back_and_its_order_refused_from_then_on()
    {
        using var app = new CashMarketFixture();
        await app.AccountAsync("bob");
        var (command, order) = (new CommandId(app.NextId()), CashMarketFixture.Limit("BUY", 71, 40));
        app.Store.Arm(2, FaultPoint.Before, isLasting: false); // reserved, and never in the journal
        await Assert.ThrowsAsync<StoreUnavailableException>(() => app.PlaceAsync("bob", order, command));
        Assert.NotEmpty((await Stored(app, "bob")).Account.Reservations);

        await app.Reconcile.SweepAsync(CancellationToken.None);
        Assert.NotEmpty((await Stored(app, "bob")).Account.Reservations); // it may still be under way
        app.Time.Advance(ReconcileMarkets.Forgotten + TimeSpan.FromSeconds(1));
        var proof = await app.Reconcile.SweepAsync(CancellationToken.None);

        Assert.True(proof.Agrees, string.Join(' ', proof.Differences));
        Assert.Empty((await Stored(app, "bob")).Account.Reservations);
        Assert.Equal(1_000_000, (await Stored(app, "bob")).Account.Holdings.Eur.Available.Value);
        var refused = await CashMarketFixture.RefusedAsync(() => app.PlaceAsync("bob", order, command));
        Assert.Equal("given_up", refused.Code);
    }

    [Theory]
    [InlineData("available")]
    [InlineData("locked")]
    [InlineData("funded")]
    [InlineData("reserved")]
    public async Task A_falsified_account_makes_the_proof_fail(string what)
    {
        using var app = new CashMarketFixture();
        await app.PlaceAsync("ann", CashMarketFixture.Limit("SELL", 71, 100));
        Assert.True((await app.Reconcile.SweepAsync(CancellationToken.None)).Agrees);
        await FalsifyAsync(app, DerivedIds.ClientAccount("ann"), d => what switch
        {
            "available" => d with { Account = d.Account with { Holdings = d.Account.Holdings.With(new Holding(CashMarketFixture.Euros(1_000_000.01m), CashMarketFixture.Euros(0))) } },
            "locked" => d with { Account = d.Account with { Holdings = d.Account.Holdings.With(new Holding(new(Asset.Eua, 9_901), new(Asset.Eua, 99))) } },
            "funded" => d with { Funded = d.Funded.Plus(CashMarketFixture.Euros(0.01m)) },
            _ => d with { Account = d.Account with { Reservations = [new(new(app.NextId()), AssetAmounts.Sum(CashMarketFixture.Euros(1)), app.Time.GetUtcNow())] } },
        });
        using var next = new CashMarketFixture(app);

        var proof = await next.Reconcile.ProveAsync(CancellationToken.None);

        Assert.False(proof.Agrees);
        Assert.NotEmpty(proof.Differences);
    }

    [Fact]
    public async Task A_lost_account_makes_the_proof_fail()
    {
        using var app = new CashMarketFixture();
        await app.PlaceAsync("ann", CashMarketFixture.Limit("SELL", 71, 100));
        await app.AccountAsync("bob");
        var key = Key(DerivedIds.ClientAccount("ann"));
        var stored = await app.Documents.ReadAsync<AccountDocument>(key, CancellationToken.None);
        Assert.True(await app.Documents.DeleteAsync(key, stored!.ETag, CancellationToken.None));
        using var next = new CashMarketFixture(app);

        Assert.False((await next.Reconcile.ProveAsync(CancellationToken.None)).Agrees);
    }

    private static async Task<AccountDocument> Stored(CashMarketFixture app, string who) =>
        (await app.Accounts.ReadAsync(DerivedIds.ClientAccount(who), CancellationToken.None))!;

    private static async Task FalsifyAsync(CashMarketFixture app, AccountId id, Func<AccountDocument, AccountDocument> change)
    {
        var stored = await app.Documents.ReadAsync<AccountDocument>(Key(id), CancellationToken.None);
        var head = new AccountHead(id, stored!.Body.Account.Kind, stored.Body.Seq, false, null);
        var written = await app.Documents.WriteAsync(Key(id), change(stored.Body), stored.ETag, new DocumentTags(stored.At, head), CancellationToken.None);
        Assert.True(written.Written);
    }

    private static DocumentKey Key(AccountId id) => new(
        Collections.Accounts, FormattableString.Invariant($"shard-{id.Value.ToByteArray()[0] % 16:00}"), id.Value.ToString("N"));
}
