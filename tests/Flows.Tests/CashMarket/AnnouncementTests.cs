using System.Text.Json;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;
using static LiquidityRisk.Flows.CashMarket.Tests.CashMarketFixture;

namespace LiquidityRisk.Flows.CashMarket.Tests;

public sealed class AnnouncementTests
{
    private static readonly string Book = CashMarketTopics.Book(CertificateType.Eua);
    private static readonly string Trades = CashMarketTopics.Trades(CertificateType.Eua);

    [Fact]
    public async Task Over_two_instances_every_change_of_the_book_and_every_trade_is_told_in_order()
    {
        using var one = new CashMarketFixture();
        using var two = new CashMarketFixture(one);
        for (var i = 0; i < 40; i++)
        {
            var app = i % 3 == 0 ? two : one;
            await app.PlaceAsync(i % 2 == 0 ? "ann" : "bob", Limit(i % 2 == 0 ? "SELL" : "BUY", 70, 1 + i));
        }

        var end = await one.Eua.ReadAsync(r => r.Position, CancellationToken.None);
        foreach (var app in (CashMarketFixture[])[one, two])
        {
            await app.AnnounceMarkets.SweepAsync(CancellationToken.None);
            Assert.Equal(Enumerable.Range(1, (int)end).Select(i => (long)i), app.Topics.Sequences(Book));
            Assert.Equal(Enumerable.Range(1, app.Topics.Sequences(Trades).Count).Select(i => (long)i), app.Topics.Sequences(Trades));
        }

        Assert.Equal(one.Topics.Sequences(Trades), two.Topics.Sequences(Trades));
    }

    [Fact]
    public async Task The_changes_add_up_to_the_book()
    {
        using var app = new CashMarketFixture();
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var side = i % 2 == 0 ? "SELL" : "BUY";
            await app.PlaceAsync(i % 2 == 0 ? "ann" : "bob", Limit(side, 70 + (random.Next(-4, 5) / 100m), random.Next(1, 30)));
        }

        var levels = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var change in app.Topics.Messages.Where(m => m.Group == Book).Select(m => JsonDocument.Parse(m.Json).RootElement.GetProperty("payload")))
        foreach (var side in (string[])["bids", "asks"])
        foreach (var level in change.GetProperty(side).EnumerateArray())
            levels[$"{side} {level.GetProperty("price").GetDecimal():F2}"] = level.GetProperty("quantity").GetInt64();

        var book = MarketAnswers.Book(CertificateType.Eua, await app.Eua.TapeAsync(CancellationToken.None));
        var expected = book.Bids.Select(l => $"bids {l.Price:F2} {l.Quantity}").Concat(book.Asks.Select(l => $"asks {l.Price:F2} {l.Quantity}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), levels.Where(l => l.Value > 0).Select(l => $"{l.Key} {l.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_failing_publisher_did_not_take_is_told_by_the_sweep()
    {
        using var app = new CashMarketFixture();
        await app.PlaceAsync("ann", Limit("SELL", 71, 100));
        app.Topics.IsDown = true;
        await app.PlaceAsync("ann", Limit("SELL", 72, 100));
        await app.PlaceAsync("bob", Limit("BUY", 71, 30));
        await app.AnnounceMarkets.SweepAsync(CancellationToken.None);
        app.Topics.IsDown = false;
        Assert.Equal([1], app.Topics.Sequences(Book));

        await app.AnnounceMarkets.SweepAsync(CancellationToken.None);
        Assert.Equal(2, await app.AnnounceAccounts.SweepAsync(CancellationToken.None));

        Assert.Equal([1, 2, 3], app.Topics.Sequences(Book));
        Assert.Equal([1], app.Topics.Sequences(Trades));
        var bob = await app.Accounts.ReadAsync(DerivedIds.ClientAccount("bob"), CancellationToken.None);
        Assert.Equal(bob!.Seq, app.Topics.Sequences(CashMarketTopics.Account(bob.Account.Id))[^1]);
        Assert.Equal(0, await app.AnnounceAccounts.SweepAsync(CancellationToken.None));
    }

    [Fact]
    public async Task After_a_long_gap_an_instance_that_starts_tells_where_the_market_stands()
    {
        using var app = new CashMarketFixture();
        await app.PlaceAsync("ann", Limit("SELL", 71, 100));
        app.Topics.IsDown = true;
        for (var i = 0; i < 1_100; i++)
        {
            var id = new CommandId(app.NextId());
            await app.Eua.AppendAsync(id, MarketSources.Client, null, _ => new CancelOrder(id, new(1), RandomCommands.Account(0)), CancellationToken.None);
        }


        using var next = new CashMarketFixture(app);
        await next.AnnounceMarkets.SweepAsync(CancellationToken.None);
        await next.PlaceAsync("bob", Limit("BUY", 70, 1));

        var types = next.Topics.Messages.Where(m => m.Group == Book)
            .Select(m => JsonDocument.Parse(m.Json).RootElement).Select(m => (m.GetProperty("type").GetString(), m.GetProperty("seq").GetInt64()));
        Assert.Equal([("snapshot", 1_101L), ("book_update", 1_102L)], types);
        var settled = next.Hubs.Events.Select(e => JsonDocument.Parse(e.Event.Body).RootElement).First();
        Assert.Equal((1, 1_101), (settled.GetProperty("from").GetInt64(), settled.GetProperty("to").GetInt64()));
    }

    [Fact]
    public async Task A_write_that_failed_is_not_announced()
    {
        using var app = new CashMarketFixture();
        await app.AccountAsync("bob");
        app.Store.Arm(2, FaultPoint.Before, isLasting: false);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => app.PlaceAsync("bob", Limit("BUY", 70, 1)));
        await app.AnnounceMarkets.SweepAsync(CancellationToken.None);

        Assert.Empty(app.Topics.Sequences(Book));
    }
}
