using System.Globalization;
using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Accounts;

namespace LiquidityRisk.Flows.CashMarket.Tests;

public sealed class TransactionPageTests
{
    [Theory]
    [InlineData(28, 50)]
    [InlineData(29, 1)]
    [InlineData(30, 32)]
    [InlineData(61, 31)]
    [InlineData(62, 32)]
    [InlineData(63, 33)]
    [InlineData(64, 7)]
    [InlineData(200, 50)]
    public async Task Pages_follow_on_each_other_over_the_borders_and_sum_to_the_holding(int deposits, int most)
    {
        using var app = new CashMarketFixture();
        var id = (await app.AccountAsync("ann")).Account.Id;
        for (var i = 1; i <= deposits; i++)
            await app.Fund.FundClientAsync(id, new("EUR", i % 7 == 0 ? -i : i + 0.01m, null), new(app.NextId()), "ana", CancellationToken.None);

        using var cold = new CashMarketFixture(app);
        var account = await cold.AccountAsync("ann");
        var all = await AllAsync(cold, account, most);

        Assert.Equal(Enumerable.Range(1, deposits + 3).Reverse().Select(n => (long)n), all.Select(t => t.Number));
        foreach (var asset in Assets.All)
        {
            var own = all.Where(t => t.AssetType == AccountAnswers.Of(asset)).ToList();
            Assert.Equal(account.Account.Holdings[asset].Available.Value, own.Sum(t => t.Available));
            Assert.Equal(account.Account.Holdings[asset].Available.Value, own[0].AvailableAfter);
        }
    }

    [Fact]
    public async Task A_page_that_was_written_before_a_crash_is_not_written_differently_after_it()
    {
        using var app = new CashMarketFixture();
        var id = (await app.AccountAsync("ann")).Account.Id;
        for (var i = 0; i < 60; i++) await app.Fund.FundClientAsync(id, new("EUR", 1, null), new(app.NextId()), "ana", CancellationToken.None);
        app.Store.Arm(2, TestKit.FaultPoint.Before, isLasting: true); // the page is there, the account still has its transactions
        await Assert.ThrowsAsync<Ports.StoreUnavailableException>(
            () => app.Fund.FundClientAsync(id, new("EUR", 1, null), new(app.NextId()), "ana", CancellationToken.None));

        using var next = new CashMarketFixture(app);
        for (var i = 0; i < 5; i++) await next.Fund.FundClientAsync(id, new("EUR", 2, null), new(DerivedIds.Derive($"{i}")), "ana", CancellationToken.None);

        var all = await AllAsync(next, await next.AccountAsync("ann"), 10);
        Assert.Equal(Enumerable.Range(1, 68).Reverse().Select(n => (long)n), all.Select(t => t.Number));
        Assert.Equal(1_000_070, all.Where(t => t.AssetType == "EUR").Sum(t => t.Available));
    }

    private static async Task<List<TransactionAnswer>> AllAsync(CashMarketFixture app, AccountDocument account, int most)
    {
        var all = new List<TransactionAnswer>();
        for (var before = long.MaxValue; ;)
        {
            var page = await app.Fund.TransactionsAsync(account, before, most, CancellationToken.None);
            all.AddRange(page.Items);
            if (page.Cursor is null) return all;
            Assert.Equal(most, page.Items.Count);
            before = long.Parse(page.Cursor, CultureInfo.InvariantCulture);
        }
    }
}
