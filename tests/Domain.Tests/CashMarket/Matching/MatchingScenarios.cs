namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>What a trader expects, for both markets. A line of a book is: bids, price, asks; within a price the oldest order stands first.</summary>
public abstract class MatchingScenarios
{
    private protected abstract IMarket Open(SelfTradePolicy policy);

    private Desk NewDesk(SelfTradePolicy policy = SelfTradePolicy.CancelNewest) => new(Open(policy));

    private Desk TwoSided(SelfTradePolicy policy = SelfTradePolicy.CancelNewest) => NewDesk(policy)
        .Sell("mia", 5, 70.02m).Sell("mia", 3, 70.01m).Sell("noa", 4, 70.01m)
        .Buy("mia", 2, 70.00m).Buy("noa", 6, 69.99m).Buy("noa", 1, 70.00m);

    [Fact]
    public void Orders_that_do_not_meet_rest_by_price_and_then_by_time() => Expect(
        TwoSided(),
        "6 accepted\n6 rests 1 at 70.00",
        """
                 | 70.02 | 5
                 | 70.01 | 3 4
             2 1 | 70.00 |
               6 | 69.99 |
        """);

    [Fact]
    public void A_buyer_takes_the_cheapest_and_oldest_first_at_the_sellers_prices() => Expect(
        TwoSided().Buy("bob", 9, 70.02m),
        """
        7 accepted
        7 takes 3 from 2 at 70.01
        7 takes 4 from 3 at 70.01
        7 takes 2 from 1 at 70.02
        """,
        """
                 | 70.02 | 3
             2 1 | 70.00 |
               6 | 69.99 |
        """);

    [Fact]
    public void What_a_limit_order_does_not_get_rests_at_its_limit() => Expect(
        TwoSided().Sell("bob", 5, 70.00m),
        """
        7 accepted
        7 takes 2 from 4 at 70.00
        7 takes 1 from 6 at 70.00
        7 rests 2 at 70.00
        """,
        """
                 | 70.02 | 5
                 | 70.01 | 3 4
                 | 70.00 | 2
               6 | 69.99 |
        """);

    [Fact]
    public void A_market_order_takes_what_there_is_and_its_rest_is_cancelled() => Expect(
        TwoSided().Sell("bob", 12),
        """
        7 accepted
        7 takes 2 from 4 at 70.00
        7 takes 1 from 6 at 70.00
        7 takes 6 from 5 at 69.99
        7 cancelled 3: BookExhausted
        """,
        """
                 | 70.02 | 5
                 | 70.01 | 3 4
        """);

    [Fact]
    public void The_rest_of_an_immediate_or_cancel_order_is_cancelled() => Expect(
        TwoSided().Buy("bob", 9, 70.01m, TimeInForce.ImmediateOrCancel),
        """
        7 accepted
        7 takes 3 from 2 at 70.01
        7 takes 4 from 3 at 70.01
        7 cancelled 2: ImmediateOrCancel
        """,
        """
                 | 70.02 | 5
             2 1 | 70.00 |
               6 | 69.99 |
        """);

    [Fact]
    public void A_fill_or_kill_order_trades_whole_or_not_at_all()
    {
        Assert.Equal("7 accepted\n7 cancelled 8: FillOrKill", TwoSided().Buy("bob", 8, 70.01m, TimeInForce.FillOrKill).Story);
        Assert.Equal("7 accepted\n7 cancelled 13: FillOrKill", TwoSided().Buy("bob", 13, null, TimeInForce.FillOrKill).Story);
        Assert.Equal(
            "7 accepted\n7 takes 3 from 2 at 70.01\n7 takes 4 from 3 at 70.01", TwoSided().Buy("bob", 7, 70.01m, TimeInForce.FillOrKill).Story);
    }

    [Fact]
    public void A_post_only_order_rests_or_is_refused()
    {
        Assert.Equal("refused for 7: WouldTake", TwoSided().Buy("bob", 1, 70.01m, postOnly: true).Story);
        Assert.Equal("7 accepted\n7 rests 1 at 70.00", TwoSided().Buy("bob", 1, 70.00m, postOnly: true).Story);
        Assert.Equal("refused for 7: ContradictoryTerms", TwoSided().Buy("bob", 1, postOnly: true).Story);
        Assert.Equal("refused for 7: ContradictoryTerms", TwoSided().Buy("bob", 1, 69m, TimeInForce.FillOrKill, postOnly: true).Story);
    }

    [Fact]
    public void Only_the_account_of_an_order_cancels_it()
    {
        Assert.Equal("6 cancelled 1: Requested", TwoSided().Cancel("noa", 6).Story);
        Assert.Equal("refused for 6: NotTheAccountsOrder", TwoSided().Cancel("bob", 6).Story);
        Assert.Equal("refused for 9: UnknownOrder", TwoSided().Cancel("bob", 9).Story);
        Assert.Equal("refused for 6: UnknownOrder", TwoSided().Cancel("noa", 6).Cancel("noa", 6).Story);
    }

    [Fact]
    public void Making_an_order_smaller_keeps_its_place() => Expect(
        TwoSided().Replace("mia", 2, 1, 70.01m),
        "2 reduced by 2 to 1: Requested",
        """
                 | 70.02 | 5
                 | 70.01 | 1 4
             2 1 | 70.00 |
               6 | 69.99 |
        """);

    [Fact]
    public void Making_an_order_larger_puts_it_last() => Expect(
        TwoSided().Replace("mia", 2, 9, 70.01m),
        "2 replaced: 9 at 70.01\n2 rests 9 at 70.01",
        """
                 | 70.02 | 5
                 | 70.01 | 4 9
             2 1 | 70.00 |
               6 | 69.99 |
        """);

    [Fact]
    public void A_new_price_puts_an_order_last_there_and_may_trade() => Expect(
        TwoSided().Replace("noa", 5, 5, 70.01m),
        """
        5 replaced: 5 at 70.01
        5 takes 3 from 2 at 70.01
        5 cancelled 2: SelfTrade
        """,
        """
                 | 70.02 | 5
                 | 70.01 | 4
             2 1 | 70.00 |
        """);

    [Fact]
    public void A_replacement_is_refused_when_it_makes_no_sense_or_comes_too_late()
    {
        Assert.Equal("refused for 2: ZeroQuantity", TwoSided().Replace("mia", 2, 0, 70.01m).Story);
        Assert.Equal("refused for 2: NothingToChange", TwoSided().Replace("mia", 2, 3, 70.01m).Story);
        Assert.Equal("refused for 2: NotTheAccountsOrder", TwoSided().Replace("noa", 2, 1, 70.01m).Story);
        Assert.Equal("refused for 2: RemainingChanged", TwoSided().Buy("bob", 1).Replace("mia", 2, 1, 70.01m, believed: 3).Story);
        Assert.Equal("2 reduced by 1 to 1: Requested", TwoSided().Buy("bob", 1).Replace("mia", 2, 1, 70.01m, believed: 2).Story);
        Assert.Equal("refused for 7: WouldTake", TwoSided().Buy("bob", 1, 69m, postOnly: true).Replace("bob", 7, 1, 70.01m).Story);
    }

    [Fact]
    public void An_order_is_refused_when_something_is_missing_or_its_number_is_taken()
    {
        var desk = TwoSided();
        var order = desk.Order("bob", OrderSide.Buy, 1, 69m);
        Assert.Equal("refused for 0: IncompleteOrder", desk.Send(id => new PlaceOrder(id, order with { Id = default })).Story);
        Assert.Equal("refused for 7: IncompleteOrder", desk.Send(id => new PlaceOrder(id, order with { Account = default })).Story);
        Assert.Equal("refused for 7: IncompleteOrder", desk.Send(id => new PlaceOrder(id, order with { Owner = default })).Story);
        Assert.Equal("refused for 7: ZeroQuantity", desk.Send(id => new PlaceOrder(id, order with { Quantity = default })).Story);
        Assert.Equal("refused for 7: InvalidPrice", desk.Send(id => new PlaceOrder(id, order with { Limit = default(Units.Ticks) })).Story);
        Assert.Equal("refused for 1: DuplicateOrder", desk.Send(id => new PlaceOrder(id, order with { Id = new(1) })).Story);
        Assert.Equal("refused for 7: BookFull", desk.Send(id => new PlaceOrder(id, order with { Quantity = new(Units.Lots.Max) })).Story);
        Assert.Equal("7 accepted\n7 rests 1 at 69.00", desk.Send(id => new PlaceOrder(id, order)).Story);
    }

    [Fact]
    public void Meeting_an_order_of_the_same_owner_cancels_the_newest() => Expect(
        TwoSided().Buy("noa/2", 9, 70.02m),
        """
        7 accepted
        7 takes 3 from 2 at 70.01
        7 cancelled 6: SelfTrade
        """,
        """
                 | 70.02 | 5
                 | 70.01 | 4
             2 1 | 70.00 |
               6 | 69.99 |
        """);

    [Fact]
    public void Meeting_an_order_of_the_same_owner_may_cancel_the_oldest() => Expect(
        TwoSided(SelfTradePolicy.CancelOldest).Buy("noa/2", 9, 70.02m),
        """
        7 accepted
        7 takes 3 from 2 at 70.01
        3 cancelled 4: SelfTrade
        7 takes 5 from 1 at 70.02
        7 rests 1 at 70.02
        """,
        """
               1 | 70.02 |
             2 1 | 70.00 |
               6 | 69.99 |
        """);

    [Fact]
    public void Meeting_an_order_of_the_same_owner_may_make_both_smaller()
    {
        Expect(
            TwoSided(SelfTradePolicy.DecrementAndCancel).Buy("noa/2", 9, 70.02m),
            """
            7 accepted
            7 takes 3 from 2 at 70.01
            3 cancelled 4: SelfTrade
            7 reduced by 4 to 2: SelfTrade
            7 takes 2 from 1 at 70.02
            """,
            """
                     | 70.02 | 3
                 2 1 | 70.00 |
                   6 | 69.99 |
            """);
        Assert.Equal(
            "7 accepted\n7 takes 3 from 2 at 70.01\n3 reduced by 1 to 3: SelfTrade\n7 cancelled 1: SelfTrade",
            TwoSided(SelfTradePolicy.DecrementAndCancel).Buy("noa/2", 4, 70.02m).Story);
    }

    [Theory]
    [InlineData(SelfTradePolicy.CancelNewest, 3, true)]
    [InlineData(SelfTradePolicy.CancelNewest, 4, false)]
    [InlineData(SelfTradePolicy.CancelOldest, 8, true)]
    [InlineData(SelfTradePolicy.CancelOldest, 9, false)]
    [InlineData(SelfTradePolicy.DecrementAndCancel, 4, false)]
    public void A_fill_or_kill_order_does_not_count_on_its_own_owner(SelfTradePolicy policy, long lots, bool trades)
    {
        var story = TwoSided(policy).Buy("noa", lots, 70.02m, TimeInForce.FillOrKill).Story;
        Assert.Equal(trades, !story.EndsWith("FillOrKill", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_orders_are_placed_as_one()
    {
        var desk = TwoSided();
        Expect(
            desk.PlaceMany(desk.Order("lea", OrderSide.Buy, 8, 70.00m), desk.Order("lea", OrderSide.Sell, 7, 70.02m)),
            "7 accepted\n7 rests 8 at 70.00\n8 accepted\n8 rests 7 at 70.02",
            """
                     | 70.02 | 5 7
                     | 70.01 | 3 4
               2 1 8 | 70.00 |
                   6 | 69.99 |
            """);
    }

    [Fact]
    public void One_order_that_cannot_be_placed_keeps_all_out()
    {
        var desk = TwoSided();
        var before = desk.Book;
        var good = desk.Order("lea", OrderSide.Buy, 8, 70.00m);
        var sell = desk.Order("lea", OrderSide.Sell, 8, 70.01m);

        Assert.Equal("refused for 0: EmptyBatch", desk.PlaceMany().Story);
        Assert.Equal("refused for 8: WouldTake", desk.PlaceMany(good, sell with { Limit = Desk.Price(70.00m) }).Story);
        Assert.Equal("refused for 7: DuplicateOrder", desk.PlaceMany(good, good).Story);
        Assert.Equal("refused for 1: DuplicateOrder", desk.PlaceMany(good, sell with { Id = new(1) }).Story);
        Assert.Equal("refused for 8: NotResting", desk.PlaceMany(good, sell with { TimeInForce = TimeInForce.ImmediateOrCancel }).Story);
        Assert.Equal("refused for 8: NotResting", desk.PlaceMany(good, sell with { Limit = null }).Story);
        Assert.Equal("refused for 8: BookFull", desk.PlaceMany(good, sell with { Quantity = new(Units.Lots.Max) }).Story);
        Assert.Equal(before, desk.Book);
    }

    [Fact]
    public void Orders_placed_as_one_do_not_meet_each_other()
    {
        var desk = NewDesk();
        Assert.Equal(
            "refused for 2: BatchCrossesItself",
            desk.PlaceMany(desk.Order("lea", OrderSide.Sell, 8, 70.00m), desk.Order("kim", OrderSide.Buy, 8, 70.00m)).Story);
        Assert.Equal("", desk.Book);
    }

    [Fact]
    public void Many_orders_are_cancelled_as_one_or_not_at_all()
    {
        Assert.Equal("2 cancelled 3: Requested\n5 cancelled 6: Requested", TwoSided().CancelMany(("mia", 2), ("noa", 5)).Story);
        Assert.Equal("refused for 9: UnknownOrder", TwoSided().CancelMany(("mia", 2), ("noa", 9)).Story);
        Assert.Equal("refused for 5: NotTheAccountsOrder", TwoSided().CancelMany(("mia", 2), ("mia", 5)).Story);
        Assert.Equal("refused for 2: DuplicateOrder", TwoSided().CancelMany(("mia", 2), ("mia", 2)).Story);
        Assert.Equal("refused for 0: EmptyBatch", TwoSided().CancelMany().Story);
    }

    [Fact]
    public void A_command_that_comes_twice_happens_once()
    {
        var desk = TwoSided();
        var command = new PlaceOrder(Desk.Command(99), desk.Order("bob", OrderSide.Buy, 1, null));
        Assert.Equal("7 accepted\n7 takes 1 from 2 at 70.01", desk.Send(_ => command).Story);
        var before = desk.Book;

        Assert.Equal("", desk.Send(_ => command).Story);
        Assert.Equal(before, desk.Book);
    }

    [Fact]
    public void A_refused_command_that_comes_again_stays_refused()
    {
        var desk = TwoSided();
        var command = new PlaceOrder(Desk.Command(99), desk.Order("bob", OrderSide.Buy, 1, 70.01m, postOnly: true));
        Assert.Equal("refused for 7: WouldTake", desk.Send(_ => command).Story);
        desk.Cancel("mia", 2).Cancel("noa", 3);

        Assert.Equal(CommandOutcome.AlreadyApplied, desk.Market.Apply(command, new MarketEventList()));
    }

    private static void Expect(Desk desk, string story, string book)
    {
        Assert.Equal(story, desk.Story);
        Assert.Equal(book, desk.Book);
    }
}

public sealed class FastMatchingTests : MatchingScenarios
{
    private protected override IMarket Open(SelfTradePolicy policy) => new FastMarket(new MatchingRules(policy, 1_024));
}

public sealed class NaiveMatchingTests : MatchingScenarios
{
    private protected override IMarket Open(SelfTradePolicy policy) => new NaiveMarket(policy);
}
