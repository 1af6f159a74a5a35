using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Tests;

public sealed class CertificateMarketTests
{
    private static readonly MarketSettings Few = MarketSettings.Standard with { SnapshotEvery = 50 };
    private static readonly MarketSettings None = MarketSettings.Standard with { SnapshotEvery = int.MaxValue };

    public static TheoryData<int, bool> Streams { get; } = new(
        from seed in Enumerable.Range(1, 4) from snapshots in (bool[])[true, false] select new TheoryDataRow<int, bool>(seed, snapshots));

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task Two_instances_with_interleaved_commands_and_a_cold_one_tell_one_history(int seed, bool snapshots)
    {
        var settings = snapshots ? Few : None;
        using var one = new CashMarketFixture(settings: settings);
        using var two = new CashMarketFixture(one, settings);
        var (commands, turns) = (new RandomCommands(seed), new Random(seed));
        var entries = new List<JournalDocument>();
        for (var i = 0; i < 400; i++)
        {
            one.Time.Advance(TimeSpan.FromMilliseconds(turns.Next(3)));
            entries.Add(await SendAsync(turns.Next(2) == 0 ? one : two, commands));
        }

        using var cold = new CashMarketFixture(one, settings);
        var pictures = new[] { await BookAsync(one), await BookAsync(two), await BookAsync(cold) };
        Assert.Single(pictures.Distinct());
        Assert.Equal(400, pictures[0].Position);
        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), entries.Select(e => e.Sequence));
        var replayed = await new MarketJournal(one.Documents, CertificateType.Eua).AfterAsync(0, CancellationToken.None).ToListAsync(CancellationToken.None);
        Assert.Equal(entries.Select(CashMarketFixture.Text), replayed.Select(CashMarketFixture.Text));
        Assert.Contains(entries, e => e.Events.Any(h => h is TradeExecuted));
    }

    [Fact]
    public async Task Commands_at_the_same_time_on_two_instances_all_find_a_place()
    {
        using var one = new CashMarketFixture();
        using var two = new CashMarketFixture(one);
        var commands = Enumerable.Range(0, 200).Select(i => (Market: i % 2 == 0 ? one : two, Id: DerivedIds.Command("c", $"{i}"))).ToList();

        await Task.WhenAll(commands.Select(c => Task.Run(() => PlaceAsync(c.Market, c.Id))));

        Assert.Equal(await BookAsync(one), await BookAsync(two));
        Assert.Equal(200, (await BookAsync(one)).Position);
    }

    [Theory]
    [InlineData(FaultPoint.Before, true)]
    [InlineData(FaultPoint.After, true)]
    [InlineData(FaultPoint.Before, false)]
    [InlineData(FaultPoint.After, false)]
    public async Task An_append_with_an_unknown_outcome_is_done_once_when_asked_again(FaultPoint point, bool sameInstance)
    {
        using var one = new CashMarketFixture();
        using var two = new CashMarketFixture(one);
        await PlaceAsync(one, DerivedIds.Command("first"));
        var id = DerivedIds.Command("uncertain");
        one.Store.Arm(1, point, isLasting: false);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => PlaceAsync(one, id));
        await PlaceAsync(two, DerivedIds.Command("another"));
        var again = await PlaceAsync(sameInstance ? one : two, id);

        Assert.Equal(point == FaultPoint.After ? 2 : 3, again.Sequence);
        Assert.Equal(3, (await BookAsync(one)).Position);
        Assert.Equal(await BookAsync(one), await BookAsync(two));
    }

    [Fact]
    public async Task A_voided_command_is_never_carried_out_and_one_carried_out_is_found()
    {
        using var app = new CashMarketFixture();
        using var other = new CashMarketFixture(app);
        var (late, done) = (DerivedIds.Command("late"), DerivedIds.Command("done"));
        var carried = await PlaceAsync(app, done);

        Assert.Null(await other.Eua.VoidAsync(late, since: 0, CancellationToken.None));
        Assert.Null(await app.Eua.VoidAsync(late, since: 0, CancellationToken.None));
        Assert.Equal(carried.Sequence, (await other.Eua.VoidAsync(done, since: 0, CancellationToken.None))!.Sequence);
        var arrived = await PlaceAsync(app, late);

        Assert.NotNull(arrived.Rejection);
        Assert.Equal(1, await app.Eua.ReadAsync(r => r.Orders(OrderSide.Buy).Count(), CancellationToken.None));
    }

    [Fact]
    public async Task A_command_that_has_left_the_memory_is_found_in_the_journal()
    {
        var settings = MarketSettings.Standard with { Rules = new(SelfTradePolicy.CancelNewest, 64), SnapshotEvery = 100 };
        using var app = new CashMarketFixture(settings: settings);
        var first = await PlaceAsync(app, DerivedIds.Command("old"));
        for (var i = 0; i < 1_200; i++) await PlaceAsync(app, DerivedIds.Command("c", $"{i}"));
        using var cold = new CashMarketFixture(app, settings);

        var found = await cold.Eua.AppendAsync(
            DerivedIds.Command("old"), MarketSources.Client, since: 0, r => throw new InvalidOperationException("It was carried out before."), CancellationToken.None);

        Assert.Equal(CashMarketFixture.Text(first), CashMarketFixture.Text(found));
    }

    private static Task<JournalDocument> SendAsync(CashMarketFixture app, RandomCommands commands)
    {
        var id = commands.NextId();
        return app.Eua.AppendAsync(id, MarketSources.Client, null, r => commands.Make(id, r), CancellationToken.None);
    }

    private static Task<JournalDocument> PlaceAsync(CashMarketFixture app, CommandId id) => app.Eua.AppendAsync(
        id,
        MarketSources.Client,
        since: null,
        r => new PlaceOrder(id, new(OrderNumbers.At(r.Position + 1, 0), RandomCommands.Account(0), RandomCommands.Owner(0), OrderSide.Buy, new Ticks(7_000), new Lots(1))),
        CancellationToken.None);

    private static Task<(long Position, StateHash Hash)> BookAsync(CashMarketFixture app) =>
        app.Eua.ReadAsync(r => (r.Position, r.Book.Hash), CancellationToken.None);
}
