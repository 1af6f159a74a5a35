using System.Collections.Immutable;
using System.Text.Json;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Flows.CashMarket.Liquidity;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Tests;

/// <summary>What is stored comes back as it was.</summary>
public sealed class StoredDocumentTests
{
    private static readonly AccountId Ann = RandomCommands.Account(0);
    private static readonly CommandId Command = new(DerivedIds.Derive("a command"));

    private static readonly NewOrder Order = new(
        new(7), Ann, RandomCommands.Owner(0), OrderSide.Sell, new Ticks(7_001), new Lots(12), TimeInForce.FillOrKill);

    public static TheoryData<IMarketCommand> Commands =>
    [
        new PlaceOrder(Command, Order),
        new PlaceOrder(Command, Order with { Side = OrderSide.Buy, TimeInForce = TimeInForce.GoodTillCancelled, PostOnly = true }),
        new PlaceOrder(Command, Order with { Limit = null, TimeInForce = TimeInForce.ImmediateOrCancel }),
        new PlaceOrder(Command, Order with { Limit = default(Ticks) }),
        new PlaceOrder(Command, Order with { Quantity = default }),
        new PlaceOrder(Command, default),
        new PlaceOrders(Command, []),
        new PlaceOrders(Command, [Order, Order with { Id = new(8), Limit = null }]),
        new CancelOrder(Command, new(7), Ann),
        new CancelOrder(Command, default, default),
        new CancelOrders(Command, []),
        new CancelOrders(Command, [new(new(7), Ann), new(new(8), RandomCommands.Account(1)), default]),
        new ReplaceOrder(Command, new(7), Ann, new Ticks(7_002), new Lots(3)),
        new ReplaceOrder(Command, new(7), Ann, new Ticks(7_002), new Lots(3), new Lots(12)),
        new ReplaceOrder(Command, new(7), Ann, new Ticks(7_002), new Lots(3), default(Lots)),
        new ReplaceOrder(Command, default, default, default, default),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_kind_of_command_is_read_as_written(IMarketCommand command)
    {
        var entry = new JournalDocument(1, new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), "client", command, [], "00-1-2-01");

        var read = RoundTrip(entry);

        Assert.Equal(Parts(command), Parts(read.Asked));
        Assert.Equal((entry.Sequence, entry.At, entry.Source, entry.TraceParent), (read.Sequence, read.At, read.Source, read.TraceParent));
        Assert.Equal(Judged(command), Judged(read.Asked));
    }

    public static TheoryData<IMarketEvent> Events
    {
        get
        {
            var resting = new RestingOrder(new(7), Ann, RandomCommands.Owner(0), OrderSide.Buy, new Ticks(7_001), new Lots(12), PostOnly: true);
            var events = new TheoryData<IMarketEvent>
            {
                new OrderAccepted(Command, Order),
                new OrderAccepted(Command, Order with { Limit = null }),
                new OrderRested(resting),
                new TradeExecuted(new(1), new(7), Ann, new(8), RandomCommands.Account(1), OrderSide.Sell, new Ticks(7_001), new Lots(3), new Lots(9), default),
                new OrderReplaced(Command, resting, new Ticks(7_005), new Lots(20)),
            };
            foreach (var reason in Enum.GetValues<ReduceReason>()) events.Add(new OrderReduced(new(7), Ann, OrderSide.Buy, null, new Lots(1), new Lots(2), reason));
            foreach (var reason in Enum.GetValues<CancelReason>()) events.Add(new OrderCancelled(new(7), Ann, OrderSide.Sell, new Ticks(1), new Lots(2), reason));
            foreach (var reason in Enum.GetValues<RejectReason>()) events.Add(new CommandRejected(Command, reason, reason == RejectReason.EmptyBatch ? default : new(7)));
            return events;
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_kind_of_event_is_read_as_written(IMarketEvent happened) =>
        Assert.Equal(happened, Assert.Single(RoundTrip(new JournalDocument(1, default, "client", new PlaceOrder(Command, Order), [happened], null)).Events));

    [Fact]
    public async Task Everything_that_a_full_day_stores_is_read_as_written()
    {
        using var app = new CashMarketFixture(settings: MarketSettings.Standard with { SnapshotEvery = 5 });
        await StoredDay.PlayAsync(app);

        await SameAsync<JournalDocument>(app, Collections.Market, "EUA", fewest: 10);
        await SameAsync<AccountDocument>(app, Collections.Accounts, fewest: 4, [.. Enumerable.Range(0, 16).Select(i => FormattableString.Invariant($"shard-{i:00}"))]);
        await SameAsync<TransactionPage>(app, Collections.Transactions, DerivedIds.ClientAccount("ann").Value.ToString("N"), fewest: 1);
        await SameAsync<OperationDocument>(app, Collections.Liquidity, "operations", fewest: 4);
        await SameAsync<ScheduleDocument>(app, Collections.Liquidity, "schedules", fewest: 1);
        await SameAsync<TicketCounter>(app, Collections.Liquidity, "numbers", fewest: 1);
        await SameAsync<AnnouncedPosition>(app, Collections.Market, "EUA~announced", fewest: 1);
        await SameAsync<PreviewDocument>(app, Collections.Previews, StoredDay.Preview.ToString("N"), fewest: 1);
    }

    [Fact]
    public async Task A_snapshot_is_the_market_that_it_was_taken_of()
    {
        using var app = new CashMarketFixture(settings: MarketSettings.Standard with { SnapshotEvery = 5 });
        await StoredDay.PlayAsync(app);
        var snapshots = new MarketSnapshots(app.Documents, MarketSettings.Standard);
        var live = await app.Eua.ReadAsync(r => r, CancellationToken.None);

        await snapshots.SaveAsync(CertificateType.Eua, live, CancellationToken.None);
        var read = await snapshots.LoadAsync(CertificateType.Eua, CancellationToken.None);

        Assert.Equal(live.Position, read.Position);
        Assert.Equal(live.Book.Hash, read.Book.Hash);
        Assert.Equal(live.Book.Commands, read.Book.Commands);
        Assert.Equal(live.Book.LastTrade, read.Book.LastTrade);
        Assert.Equal(CashMarketFixture.Text(Head(live)), CashMarketFixture.Text(Head(read)));
        Assert.NotEmpty(read.Makers.Records);
        Assert.NotEmpty(read.Tape.Trades);
    }

    private static SnapshotHead Head(MarketReplica replica) =>
        new(replica.Position, replica.Book.LastTrade, 1, replica.Book.Commands, replica.Tape.State, replica.Makers.Records);

    private static async Task SameAsync<T>(CashMarketFixture app, string collection, string partition, int fewest)
        where T : class => await SameAsync<T>(app, collection, fewest, partition);

    private static async Task SameAsync<T>(CashMarketFixture app, string collection, int fewest, params string[] partitions)
        where T : class
    {
        var count = 0;
        foreach (var partition in partitions)
        {
            foreach (var stored in (await app.Documents.ListAsync<T>(new ListQuery(collection, partition), CancellationToken.None)).Items)
            {
                var (text, again) = (CashMarketFixture.Text(stored.Body), RoundTrip(stored.Body));
                Assert.Equal(text, CashMarketFixture.Text(again));
                count++;
            }
        }

        Assert.True(count >= fewest, $"{count} of {typeof(T).Name} are stored.");
    }

    private static T RoundTrip<T>(T document) => JsonSerializer.Deserialize<T>(CashMarketFixture.Text(document), FlowsJson.Documents)!;

    // A record compares arrays by reference.
    private static List<object> Parts(IMarketCommand command) => command switch
    {
        PlaceOrders c => [c.Id, .. c.Orders],
        CancelOrders c => [c.Id, .. c.Orders],
        _ => [command],
    };

    private static ImmutableArray<IMarketEvent> Judged(IMarketCommand command)
    {
        var events = new MarketEventList();
        new MatchingEngine(MatchingRules.Standard).Apply(command, events);
        return [.. events];
    }
}
