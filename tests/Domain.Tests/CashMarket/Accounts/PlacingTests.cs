using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

public class PlacingTests
{
    private readonly Account _ann = new Exchange().Open("ann", AccountKind.Client, new(Asset.Eur, 700), new(Asset.Cea, 5))["ann"];

    [Fact]
    public void An_order_needs_its_certificates_or_its_cost_at_the_limit()
    {
        Assert.Equal(AssetAmounts.Sum(new AssetAmount(Asset.Eur, 699.90m)), Check(Buy(10, 6_999)).Lock);
        Assert.Equal(AssetAmounts.Sum(new AssetAmount(Asset.Cea, 5)), Check(Sell(5, 7_000)).Lock);
        Assert.Equal(AssetAmounts.Sum(new AssetAmount(Asset.Cea, 5)), Check(Sell(5, null)).Lock);
        Assert.Equal(AssetAmounts.Sum(new(Asset.Eur, 70), new(Asset.Cea, 2)), Check(Buy(1, 7_000), Sell(2, 7_001)).Lock);
    }

    [Fact]
    public void Too_little_is_said_for_the_orders_together()
    {
        var decision = Check(Buy(6, 7_000), Buy(5, 7_000), Sell(6, 7_100));

        Assert.True(decision.Lock.IsNone);
        Assert.Equal(
            [new(new(Asset.Eur, 770), new(Asset.Eur, 700)), new(new(Asset.Cea, 6), new(Asset.Cea, 5))],
            Assert.IsType<InsufficientAssets>(decision.Refusal).Shortfalls.AsEnumerable());
    }

    [Fact]
    public void A_buy_order_without_a_limit_cannot_be_covered() => Assert.Equal(new BuyWithoutLimit(new(1)), Check(Buy(1, null)).Refusal);

    [Fact]
    public void An_account_places_its_own_orders_only()
    {
        Assert.Equal(new OrderOfAnotherAccount(new(1)), Check(Buy(1, 7_000) with { Account = Desk.Account("bob") }).Refusal);
        Assert.Equal(new OrderOfAnotherAccount(new(1)), Check(Buy(1, 7_000) with { Owner = Desk.Owner("bob") }).Refusal);
    }

    [Theory]
    [InlineData(AccountKind.AssetHolder, OrderSide.Buy)]
    [InlineData(AccountKind.LiquidityProvider, OrderSide.Sell)]
    public void A_market_maker_keeps_to_its_side(AccountKind kind, OrderSide side)
    {
        var maker = _ann with { Kind = kind };
        var allowed = side == OrderSide.Buy ? Sell(1, 7_000) : Buy(1, 7_000);

        Assert.Equal(new SideNotAllowed(kind, side), Placing.Check(maker, CertificateType.Cea, allowed with { Side = side }).Refusal);
        Assert.Null(Placing.Check(maker, CertificateType.Cea, allowed).Refusal);
        var resting = new RestingOrder(new(1), maker.Id, maker.Owner, side, new(7_000), new(1), PostOnly: false);
        Assert.Equal(new SideNotAllowed(kind, side), Placing.CheckReplacement(maker, CertificateType.Cea, resting, new(7_001), new(1)).Refusal);
    }

    [Fact]
    public void A_replacement_needs_only_what_is_more()
    {
        var resting = new RestingOrder(new(1), _ann.Id, _ann.Owner, OrderSide.Buy, new(7_000), new(20), PostOnly: false);

        Assert.Equal(AssetAmounts.Sum(new AssetAmount(Asset.Eur, 20)), Replace(resting, 7_100, 20).Lock);
        Assert.Equal((AssetAmounts.None, null), (Replace(resting, 6_900, 20).Lock, Replace(resting, 6_900, 20).Refusal));
        Assert.Equal(
            new AssetShortfall(new(Asset.Eur, 770), new(Asset.Eur, 700)),
            Assert.IsType<InsufficientAssets>(Replace(resting, 7_000, 31).Refusal).Shortfalls.Single());
        Assert.Equal(new OrderOfAnotherAccount(new(1)), Replace(resting with { Account = Desk.Account("bob") }, 7_100, 20).Refusal);
    }

    private PlacingDecision Check(params NewOrder[] orders) => Placing.Check(_ann, CertificateType.Cea, [.. orders]);

    private PlacingDecision Replace(RestingOrder order, int price, long lots) =>
        Placing.CheckReplacement(_ann, CertificateType.Cea, order, new Ticks(price), new Lots(lots));

    private NewOrder Buy(long lots, int? price) => new(
        new OrderId(1), _ann.Id, _ann.Owner, OrderSide.Buy, price is { } p ? new Ticks(p) : null, new Lots(lots));

    private NewOrder Sell(long lots, int? price) => Buy(lots, price) with { Side = OrderSide.Sell };
}
