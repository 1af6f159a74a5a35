using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

public class SettlementTests
{
    private readonly Exchange _exchange = new Exchange()
        .Open("mia", AccountKind.AssetHolder, Eua(100))
        .Open("noa", AccountKind.Client, Eur(10_000), Eua(20));

    private int _commands;
    private long _orders;

    [Fact]
    public void A_resting_order_locks_what_it_may_cost()
    {
        Sell("mia", 10, 70.00m);
        Buy("noa", 5, 69.99m);

        Holds("mia", Eua(90), Eua(10));
        Holds("noa", Eur(9_650.05m), Eur(349.95m));
    }

    [Fact]
    public void A_trade_is_paid_at_the_makers_price_and_the_taker_gets_back_what_it_saved()
    {
        Sell("mia", 10, 70.00m);
        Buy("noa", 4, 72.37m);

        Holds("noa", Eur(9_720), Eur(0));
        Holds("noa", Eua(24), Eua(0));
        Holds("mia", Eua(90), Eua(6));
        Holds("mia", Eur(280), Eur(0));
        Assert.Equal(
            """
            mia Trade: 0 EUA available, -4 EUA locked; 90 EUA available, 6 EUA locked
            mia Trade: EUR 280.00 available, EUR 0.00 locked; EUR 280.00 available, EUR 0.00 locked
            noa Release: EUR 289.48 available, EUR -289.48 locked; EUR 10000.00 available, EUR 0.00 locked
            noa Lock: EUR -289.48 available, EUR 289.48 locked; EUR 9710.52 available, EUR 289.48 locked
            noa Unlock: EUR 9.48 available, EUR -9.48 locked; EUR 9720.00 available, EUR 280.00 locked
            noa Trade: EUR 0.00 available, EUR -280.00 locked; EUR 9720.00 available, EUR 0.00 locked
            noa Trade: 4 EUA available, 0 EUA locked; 24 EUA available, 0 EUA locked
            """,
            Statement(7));
    }

    [Fact]
    public void What_is_left_of_an_order_that_does_not_rest_is_unlocked()
    {
        Sell("mia", 3, 70.00m);
        Buy("noa", 10, 70.00m, TimeInForce.ImmediateOrCancel);
        Holds("noa", Eur(9_790), Eur(0));

        Sell("noa", 5, null);
        Holds("noa", Eua(23), Eua(0));
    }

    [Fact]
    public void A_cancelled_order_gives_back_what_is_left_of_it()
    {
        Sell("mia", 10, 70.00m);
        Buy("noa", 4, 70.00m);
        Send(id => new CancelOrder(id, new OrderId(1), Desk.Account("mia")));

        Holds("mia", Eua(96), Eua(0));
    }

    [Fact]
    public void A_replaced_order_locks_the_difference()
    {
        Buy("noa", 10, 60.00m);
        Replace(1, 10, 61.00m);
        Holds("noa", Eur(9_390), Eur(610));

        Replace(1, 4, 61.00m);
        Holds("noa", Eur(9_756), Eur(244));

        Replace(1, 4, 60.00m);
        Holds("noa", Eur(9_760), Eur(240));

        Sell("mia", 3, 65.00m);
        Replace(1, 4, 66.00m); // takes all three at 65, the fourth rests at 66
        Holds("noa", Eur(9_739), Eur(66));
        Holds("noa", Eua(23), Eua(0));
    }

    [Fact]
    public void A_refused_command_ends_its_reservation()
    {
        Sell("mia", 10, 70.00m);
        Send(id => new PlaceOrder(id, Order("noa", OrderSide.Buy, 5, 71.00m) with { PostOnly = true }));

        Holds("noa", Eur(10_000), Eur(0));
        Assert.Equal(TransactionReason.Release, _exchange.Transactions[^1].Reason);
        Assert.Empty(_exchange["noa"].Reservations);
    }

    [Fact]
    public void An_entry_that_comes_twice_changes_nothing()
    {
        Sell("mia", 10, 70.00m);
        var before = _exchange["mia"];
        var again = Settlement.Apply(before, _exchange.Journal[0], Exchange.Now);

        Assert.Same(before, again.Account);
        Assert.Empty(again.Transactions);
        Assert.Null(again.Refusal);
    }

    [Fact]
    public void An_entry_that_overtakes_another_waits_for_it()
    {
        var (before, market) = (_exchange["mia"], CertificateType.Eua);
        Sell("mia", 10, 70.00m);
        Sell("mia", 5, 71.00m);
        Sell("mia", 1, 72.00m);
        var early = Settlement.Apply(before, _exchange.Journal[2], Exchange.Now);
        Assert.Equal(new EntriesMissing(market, 1, 3), early.Refusal);
        Assert.Same(before, early.Account);

        var part = Settlement.Apply(before, [_exchange.Journal[0], _exchange.Journal[2]], Exchange.Now);
        Assert.Equal(new EntriesMissing(market, 2, 3), part.Refusal);
        Assert.Equal(1, part.Account.Applied[market]);
        Assert.Equal(Eua(10), part.Account.Holdings.Eua.Locked);

        var late = Settlement.Apply(part.Account, _exchange.Journal, Exchange.Now);
        Assert.Equal(_exchange["mia"].Holdings, late.Account.Holdings);
        Assert.Equal(3, late.Account.Applied[market]);
    }

    [Fact]
    public void An_entry_that_asks_for_more_than_there_is_leaves_the_account_as_it_was()
    {
        var before = _exchange["noa"];
        _exchange.Append(CertificateType.Eua, new PlaceOrder(Desk.Command(1), Order("noa", OrderSide.Buy, 200, 70.00m)));

        Assert.Equal(new EntryNotCovered(CertificateType.Eua, 1, new(Eur(14_000), Eur(10_000))), _exchange.Refusals.Single());
        Assert.Same(before, _exchange["noa"]);
        Assert.Equal(1, _exchange["mia"].Applied[CertificateType.Eua]);
    }

    [Fact]
    public void A_market_order_to_buy_that_got_into_the_journal_is_paid_from_what_is_available()
    {
        Sell("mia", 3, 70.00m);
        _exchange.Append(CertificateType.Eua, new PlaceOrder(Desk.Command(99), Order("noa", OrderSide.Buy, 5, null)));

        Holds("noa", Eur(9_790), Eur(0));
        Assert.Empty(_exchange.Differences);
    }

    [Fact]
    public void A_trade_of_an_order_that_never_arrived_is_not_believed()
    {
        var trade = new TradeExecuted(
            new(1), new(1), Desk.Account("mia"), new(2), Desk.Account("noa"), OrderSide.Buy, new(7_000), new(1), default, default);
        var entry = new JournalEntry(CertificateType.Eua, 1, Desk.Command(1), [trade]);

        Assert.Equal(new EntryNotSound(CertificateType.Eua, 1, new(2)), Settlement.Apply(_exchange["noa"], entry, Exchange.Now).Refusal);
        Assert.Equal(new EntryNotCovered(CertificateType.Eua, 1, new(Eua(1), Eua(0))), Settlement.Apply(_exchange["mia"], entry, Exchange.Now).Refusal);
    }

    private static AssetAmount Eur(decimal euros) => new(Asset.Eur, euros);

    private static AssetAmount Eua(int lots) => new(Asset.Eua, lots);

    private void Holds(string who, AssetAmount available, AssetAmount locked)
    {
        Assert.Equal(new Holding(available, locked), _exchange[who].Holdings[available.Asset]);
        Assert.Empty(_exchange.Differences);
    }

    private string Statement(int last) => string.Join('\n', _exchange.Transactions.TakeLast(last).Select(t =>
        $"{(t.Account == Desk.Account("mia") ? "mia" : "noa")} {t.Reason}: {t.Available} available, {t.Locked} locked; {t.After}"));

    private NewOrder Order(string who, OrderSide side, long lots, decimal? price, TimeInForce tif = TimeInForce.GoodTillCancelled) => new(
        new OrderId(++_orders), Desk.Account(who), Desk.Owner(who), side, price is { } p ? Desk.Price(p) : null, new Lots(lots), tif);

    private void Buy(string who, long lots, decimal price, TimeInForce tif = TimeInForce.GoodTillCancelled) =>
        Send(id => new PlaceOrder(id, Order(who, OrderSide.Buy, lots, price, tif)));

    private void Sell(string who, long lots, decimal? price) => Send(id => new PlaceOrder(id, Order(who, OrderSide.Sell, lots, price)));

    private void Replace(long order, long lots, decimal price) =>
        Send(id => new ReplaceOrder(id, new OrderId(order), Desk.Account("noa"), Desk.Price(price), new Lots(lots)));

    private void Send(Func<CommandId, IMarketCommand> make) => Assert.True(_exchange.Send(CertificateType.Eua, make(Desk.Command(++_commands))));
}
