using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.CashMarket.Liquidity.Tests.Makers;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class PlanComparisonTests
{
    private static readonly LiquidityMaker[] Rich = [Provider(1, 100_000), Provider(2, 100_000), Holder(3, 1_000), Holder(4, 1_000)];
    private static readonly LiquidityPreview Approved = Preview(Request(100_000, 50_000), Book(7_236, 7_238), Rich);

    private static PlanComparison With(BookView book, params LiquidityMaker[] makers) =>
        PlanComparison.Between(Approved, Preview(Approved.Request, book, makers), Settings.PriceTolerance);

    [Fact]
    public void Nothing_has_changed()
    {
        var comparison = With(Book(7_236, 7_238), Rich);

        Assert.True(comparison is { MayProceed: true, IsSame: true });
    }

    [Fact]
    public void A_small_move_is_tolerated()
    {
        var comparison = With(Book(7_240, 7_242), Rich);

        Assert.True(comparison is { MayProceed: true, IsSame: false });
    }

    [Fact]
    public void A_move_beyond_tolerance_is_the_difference()
    {
        var moved = Assert.IsType<ReferenceMoved>(Assert.Single(With(Book(7_244, 7_246), Rich).Differences));

        Assert.Equal((14_474, 14_490, 1_106), (moved.From.Price.Value, moved.To.Price.Value, moved.By.Value)); // 16 / 14,474
    }

    [Fact]
    public void Assets_that_are_gone_are_told_by_maker()
    {
        var differences = With(Book(7_236, 7_238), Provider(1, 100), Rich[1], Rich[2], Rich[3] with { IsActive = false }).Differences;

        Assert.Equal(
            [(new AccountId(Id(1)), 100m), (new AccountId(Id(4)), 0m)],
            differences.Cast<AssetsGone>().Select(d => (d.Account, d.Available.Value)));
        Assert.All(differences.Cast<AssetsGone>(), d => Assert.True(d.Needed.Value > d.Available.Value));
    }

    [Fact]
    public void A_maker_with_less_but_enough_is_no_difference() =>
        Assert.True(With(Book(7_236, 7_238), Provider(1, 50_001), Rich[1], Rich[2], Rich[3]).MayProceed);

    [Fact]
    public void An_order_that_would_trade_now_is_the_difference()
    {
        var book = Book(7_236, 7_238) with { Asks = [Order(7, OrderSide.Sell, 7_220, account: 3), Order(2, OrderSide.Sell, 7_238)], Bids = [Order(1, OrderSide.Buy, 7_219)] };

        Assert.Contains(With(book, Rich).Differences, d => d is BookMoved { Order.Price.Value: 7_222, Best.Value: 7_220 });
    }

    [Fact]
    public void A_request_that_would_be_refused_now_is_the_difference() => Assert.Equal(
        [new NoLongerPossible(new(PlanRefusalReason.StaleBook, PlanField.Book))],
        With(Book(7_236, 7_238) with { AsOf = Now.AddMinutes(-1) }, Rich).Differences);

    [Fact]
    public void Other_requests_and_refused_plans_are_not_compared()
    {
        var other = Preview(Request(1, 50_000), Book(7_236, 7_238), Rich);

        Assert.Throws<ArgumentException>(() => PlanComparison.Between(Approved, other, Settings.PriceTolerance));
        Assert.Throws<ArgumentException>(() => PlanComparison.Between(other, other, Settings.PriceTolerance));
    }
}
