using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

public class ConservationTests
{
    private readonly Exchange _exchange = new Exchange()
        .Open("ann", AccountKind.Client, new AssetAmount(Asset.Eur, 1_000))
        .Open("bob", AccountKind.Client, new AssetAmount(Asset.Eua, 10));

    public ConservationTests()
    {
        _exchange.Send(CertificateType.Eua, new PlaceOrder(Desk.Command(1), Order(1, "bob", OrderSide.Sell, 7_000, 5)));
        _exchange.Send(CertificateType.Eua, new PlaceOrder(Desk.Command(2), Order(2, "ann", OrderSide.Buy, 7_000, 2)));
        _exchange.Change(Desk.Account("ann"), a => Reserving.Reserve(a, Desk.Command(3), AssetAmounts.Sum(new AssetAmount(Asset.Eur, 7)), Exchange.Now));
    }

    [Fact]
    public void Sound_books_agree() => Assert.Empty(_exchange.Differences);

    [Fact]
    public void A_cent_too_much_is_found()
    {
        var ann = _exchange["ann"];
        var cent = new AssetAmount(Asset.Eur, 0.01m);
        var more = ann with { Holdings = ann.Holdings.With(new(ann.Holdings.Eur.Available + cent, ann.Holdings.Eur.Locked)) };
        Differs(more, new TotalDiffers(new(Asset.Eur, 1_000), new(Asset.Eur, 1_000.01m)));

        var moved = ann with { Holdings = ann.Holdings.With(new(ann.Holdings.Eur.Available - cent, ann.Holdings.Eur.Locked + cent)) };
        Differs(moved, new LockedDiffers(ann.Id, new(Asset.Eur, 7), new(Asset.Eur, 7.01m)));
    }

    [Fact]
    public void A_lot_that_is_not_locked_is_found()
    {
        var bob = _exchange["bob"];
        Differs(bob with { Holdings = bob.Holdings.With(new(new(Asset.Eua, 6), new(Asset.Eua, 2))) }, new LockedDiffers(bob.Id, new(Asset.Eua, 3), new(Asset.Eua, 2)));
    }

    [Fact]
    public void An_account_that_is_behind_is_named()
    {
        var bob = _exchange["bob"];
        Differs(bob with { Applied = new(1, 0) }, new PositionDiffers(bob.Id, CertificateType.Eua, 1, 2));
    }

    [Fact]
    public void An_order_of_nobody_is_found() => Assert.Contains(
        new OrderWithoutAccount(CertificateType.Eua, new(1), Desk.Account("bob")),
        Conservation.Check([_exchange["ann"]], Conservation.Funded(_exchange.Transactions), _exchange.Books));

    private static NewOrder Order(long id, string who, OrderSide side, int price, long lots) =>
        new(new OrderId(id), Desk.Account(who), Desk.Owner(who), side, new Ticks(price), new Lots(lots));

    private void Differs(Account instead, BalanceDifference difference)
    {
        _exchange.Accounts[instead.Id] = instead;
        Assert.Equal([difference], _exchange.Differences);
    }
}
