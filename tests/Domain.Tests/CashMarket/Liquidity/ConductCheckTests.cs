using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.CashMarket.Liquidity.Tests.Makers;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class ConductCheckTests
{
    private static PlannedOrder Planned(OrderSide side, int price, int owner, int lots = 100) =>
        new(new(Id(owner)), new(Id(owner)), side, new(price), new(lots), 0);

    private static IEnumerable<ConductFinding> Of(BookView book, params PlannedOrder[] planned) =>
        ConductCheck.Of(planned, book, [], ConductLimits.Standard);

    [Fact]
    public void An_owners_bid_that_reaches_its_ask_is_refused()
    {
        var finding = Of(Book(0, 0), Planned(OrderSide.Buy, 101, 1), Planned(OrderSide.Sell, 101, 1)).First();

        Assert.Equal((ConductRule.SelfCross, ConductVerdict.Refusal, 0), (finding.Rule, finding.Verdict, finding.Score));
        Assert.Contains(
            Of(Book(0, 0) with { Asks = [Order(5, OrderSide.Sell, 99, account: 7, owner: 1)] }, Planned(OrderSide.Buy, 101, 1)),
            f => f is { Rule: ConductRule.SelfCross, Score: 2 });
    }

    [Fact]
    public void Bids_that_reach_another_owners_ask_are_no_self_cross() => Assert.DoesNotContain(
        Of(Book(0, 0), Planned(OrderSide.Buy, 101, 1), Planned(OrderSide.Sell, 101, 2)), f => f.Rule == ConductRule.SelfCross);

    [Fact]
    public void Orders_per_trade_are_counted_by_owner()
    {
        LiquidityMaker[] makers = [Provider(1, 0, owner: 9) with { Activity = new(80, 1) }, Provider(2, 0, owner: 9) with { Activity = new(21, 1) }];
        var finding = Assert.Single(ConductCheck.Of(
            [Planned(OrderSide.Buy, 100, 9)], Book(99, 0), makers, new(new(49.9, 500), new(1, null))));

        Assert.Equal((ConductRule.OrderToTrade, 50, ConductVerdict.Warning), (finding.Rule, finding.Score, finding.Verdict)); // 102 / 2 − 1
    }

    [Fact]
    public void One_owners_orders_away_from_the_best_price_and_unbalanced_are_layering()
    {
        PlannedOrder[] oneSided = [Planned(OrderSide.Buy, 100, 1, 10), Planned(OrderSide.Buy, 99, 1, 100)];
        var finding = Assert.Single(Of(Book(0, 0), oneSided));

        Assert.Equal((ConductRule.Layering, ConductVerdict.Warning), (finding.Rule, finding.Verdict));
        Assert.Equal(99.0 / 109, finding.Score, 9);
        Assert.Empty(Of(Book(0, 0), [.. oneSided, Planned(OrderSide.Sell, 110, 1, 100)]));
        Assert.Empty(Of(Book(100, 0) with { Bids = [Order(1, OrderSide.Buy, 100) with { Remaining = new(1_000) }] }, oneSided));
    }

    [Fact]
    public void A_refusal_stops_the_plan()
    {
        var preview = Preview(Request(10_000, 0), Book(7_236, 7_238), Provider(1, 20_000) with { Activity = new(10_000, 1) });

        Assert.Equal([new(PlanRefusalReason.OrderToTradeRatio, PlanField.Makers)], preview.Refusals);
        Assert.Equal(ConductVerdict.Refusal, preview.Conduct[0].Verdict);
    }

    [Fact]
    public void Limits_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConductLimit(double.NaN, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConductLimit(-1, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConductLimit(5, 4));
    }
}
