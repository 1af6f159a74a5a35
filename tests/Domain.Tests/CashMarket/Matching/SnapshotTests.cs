using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

public class SnapshotTests
{
    private static readonly MatchingRules Rules = new(SelfTradePolicy.CancelNewest, 4);

    private static readonly RestingOrder Bid = new(
        new OrderId(1), Desk.Account("ann"), Desk.Owner("ann"), OrderSide.Buy, new Ticks(7_000), new Lots(5), PostOnly: false);

    private static readonly RestingOrder Ask = Bid with { Id = new OrderId(2), Side = OrderSide.Sell, Price = new Ticks(7_002) };

    public static TheoryData<string, BookSnapshot> Impossible => new()
    {
        { "an ask among the bids", Snapshot([Ask], []) },
        { "a better price behind a worse one", Snapshot([Bid, Bid with { Id = new OrderId(3), Price = new Ticks(7_001) }], []) },
        { "one order twice", Snapshot([Bid, Bid], []) },
        { "a crossed book", Snapshot([Bid], [Ask with { Price = Bid.Price }]) },
        { "an order for nothing", Snapshot([Bid with { Remaining = default }], []) },
        { "more than can be counted", Snapshot([Bid, Bid with { Id = new OrderId(3), Remaining = new Lots(Lots.Max) }], []) },
    };

    [Fact]
    public void A_restored_market_is_the_one_that_was_left()
    {
        var snapshot = Snapshot([Bid], [Ask]) with { Position = 7, LastTrade = new TradeId(3), Commands = [Desk.Command(8), Desk.Command(9)] };
        var engine = MatchingEngine.Restore(Rules, snapshot);
        var again = engine.Snapshot();

        Assert.Equal((snapshot.Position, snapshot.LastTrade, snapshot.Hash), (again.Position, again.LastTrade, again.Hash));
        Assert.Equal(snapshot.Bids, again.Bids);
        Assert.Equal(snapshot.Asks, again.Asks);
        Assert.Equal(snapshot.Commands, again.Commands);
        Assert.Equal((new Ticks(7_000), new Ticks(7_002)), (engine.BestBid, engine.BestAsk));
        Assert.Equal(Bid, engine.Find(Bid.Id));
        Assert.Null(engine.Find(new OrderId(9)));
    }

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void A_snapshot_of_no_possible_market_is_refused(string why, BookSnapshot snapshot)
    {
        Assert.NotEmpty(why);
        Assert.Throws<ArgumentException>(() => MatchingEngine.Restore(Rules, snapshot));
    }

    [Fact]
    public void The_fingerprint_sees_every_part_of_an_order_and_their_order()
    {
        StateHash Hash(params RestingOrder[] bids) => StateHash.Of(bids, []);
        RestingOrder[] variants =
        [
            Bid, Bid with { Id = new OrderId(9) }, Bid with { Account = Desk.Account("bob") }, Bid with { Owner = Desk.Owner("bob") },
            Bid with { Price = new Ticks(6_999) }, Bid with { Remaining = new Lots(4) }, Bid with { PostOnly = true }, Bid with { Side = OrderSide.Sell },
        ];
        var hashes = variants.Select(v => Hash(v)).Append(Hash()).Append(StateHash.Of([], [Bid])).Append(Hash(Bid, Ask)).Append(Hash(Ask, Bid)).ToList();

        Assert.Equal(hashes.Count, hashes.Distinct().Count());
        Assert.Equal(Hash(Bid), Hash(Bid with { }));
    }

    [Fact]
    public void The_latest_commands_are_known_again_and_older_ones_are_not()
    {
        var engine = new MatchingEngine(Rules);
        CommandOutcome Send(int command) =>
            engine.Apply(new CancelOrder(Desk.Command(command), Bid.Id, Bid.Account), new MarketEventList());
        foreach (var command in Enumerable.Range(1, 5)) Assert.Equal(CommandOutcome.Rejected, Send(command));

        Assert.Equal(CommandOutcome.AlreadyApplied, Send(2));
        Assert.Equal(CommandOutcome.Rejected, Send(1)); // four are remembered: 2 to 5
        Assert.Equal([3, 4, 5, 1], engine.Snapshot().Commands.Select(c => (int)BitConverter.ToInt64(c.Value.ToByteArray(), 8)));
        Assert.Equal(6, engine.Position);
    }

    [Fact]
    public void A_command_without_an_id_is_a_fault_of_the_program() => Assert.Throws<ArgumentException>(
        () => new MatchingEngine(Rules).Apply(new CancelOrder(default, Bid.Id, Bid.Account), new MarketEventList()));

    [Fact]
    public void A_book_grows_as_far_as_its_orders_and_prices_go()
    {
        var engine = new MatchingEngine(MatchingRules.Standard);
        var events = new MarketEventList();
        var random = new Random(1);
        for (var i = 1; i <= 20_000; i++)
        {
            var buy = random.Next(2) == 0;
            engine.Apply(
                new PlaceOrder(Desk.Command(i), new NewOrder(
                    new OrderId(i), Bid.Account, Bid.Owner, buy ? OrderSide.Buy : OrderSide.Sell, new Ticks(random.Next(1, 500_000) + (buy ? 0 : 500_000)), new Lots(1))),
                events);
        }

        var snapshot = engine.Snapshot();
        Assert.Equal(20_000, snapshot.Bids.Length + snapshot.Asks.Length);
        Assert.Equal(snapshot.Bids.OrderByDescending(o => o.Price).ThenBy(o => o.Id), snapshot.Bids);
        Assert.Equal(snapshot.Asks.OrderBy(o => o.Price).ThenBy(o => o.Id), snapshot.Asks);
        foreach (var order in snapshot.Bids.Concat(snapshot.Asks).OrderBy(o => o.Id.Value * 7_919 % 20_011))
            engine.Apply(new CancelOrder(Desk.Command(20_000 + order.Id.Value), order.Id, order.Account), events);
        Assert.Equal(StateHash.Of([], []), engine.Hash);
        Assert.Empty(engine.Depth().Bids);
    }

    private static BookSnapshot Snapshot(RestingOrder[] bids, RestingOrder[] asks) => new(0, default, [.. bids], [.. asks], []);
}
