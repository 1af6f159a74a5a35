using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.CashMarket.Liquidity.Tests.Makers;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class ReferencePriceTests
{
    private static readonly LastTrade Trade = new(new(7_100), Now.AddHours(-1));

    private static ReferencePrice? Choose(BookView book, params LiquidityMaker[] makers) => ReferencePrice.Choose(book, makers, Settings, Now);

    [Fact]
    public void The_midpoint_comes_first_and_is_exact() =>
        Assert.Equal(new(new HalfTicks(14_473), ReferenceSource.Midpoint), Choose(Book(7_236, 7_237, Trade)));

    [Fact]
    public void Makers_own_quotes_do_not_count()
    {
        var book = Book(7_000, 7_400, Trade) with
        {
            Bids = [Order(3, OrderSide.Buy, 7_300, account: 1), Order(1, OrderSide.Buy, 7_000)],
            Asks = [Order(4, OrderSide.Sell, 7_310, account: 2), Order(2, OrderSide.Sell, 7_400)],
        };

        Assert.Equal(14_400, Choose(book, Provider(1, 0), Holder(2, 0, active: false))!.Value.Price.Value);
        Assert.Equal(14_610, Choose(book)!.Value.Price.Value);
    }

    [Fact]
    public void Nor_do_those_of_another_account_of_a_makers_owner()
    {
        var book = Book(7_000, 7_400) with { Bids = [Order(3, OrderSide.Buy, 7_300, account: 77, owner: 5), Order(1, OrderSide.Buy, 7_000)] };

        Assert.Equal(14_400, Choose(book, Provider(1, 0, owner: 5))!.Value.Price.Value);
    }

    [Fact]
    public void Without_both_sides_the_last_trade_counts() =>
        Assert.Equal(new(new HalfTicks(14_200), ReferenceSource.LastTrade), Choose(Book(7_000, 0, Trade)));

    [Fact]
    public void An_old_trade_does_not() =>
        Assert.Equal(new(new HalfTicks(15_000), ReferenceSource.Default), Choose(Book(0, 7_400, Trade with { At = Now.AddDays(-1).AddTicks(-1) })));

    [Fact]
    public void Nor_one_that_has_not_happened_yet() =>
        Assert.Equal(ReferenceSource.Default, Choose(Book(0, 7_400, Trade with { At = Now.AddSeconds(1) }))!.Value.Source);

    [Fact]
    public void Without_anything_there_is_none() =>
        Assert.Null(ReferencePrice.Choose(Book(0, 0), [], new LiquiditySettings(), Now));
}
