using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Accounts.Tests;
using LiquidityRisk.Domain.CashMarket.Matching.Tests;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.CashMarket.Liquidity.Tests.Makers;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class LiquidityMakerTests
{
    [Fact]
    public void A_maker_has_what_is_available_on_its_account()
    {
        var account = new Exchange().Open("kim", AccountKind.AssetHolder, new(Asset.Eua, 50), new(Asset.Cea, 30))["kim"];
        account = Funding.Adjust(account, Desk.Command(901), AssetAmount.Of(Eur(7.5m)), Now).Account;
        account = Reserving.Reserve(account, Desk.Command(902), AssetAmounts.Sum(new AssetAmount(Asset.Eua, 20)), Now).Account;

        Assert.Equal(
            new LiquidityMaker(account.Id, account.Owner, AccountKind.AssetHolder, true, Eur(7.5m), new(30), new(30), new(4, 2)),
            LiquidityMaker.Of(account, true, new(4, 2)));
    }

    [Fact]
    public void A_maker_offers_no_more_than_a_quantity_can_be()
    {
        var account = new Exchange().Open("kim", AccountKind.AssetHolder, new AssetAmount(Asset.Eua, Lots.Max + 1m))["kim"];

        Assert.Equal(Lots.Max, LiquidityMaker.Of(account, true, default).Eua.Value);
    }

    [Fact]
    public void A_client_is_no_maker()
    {
        Assert.Throws<ArgumentException>(() => LiquidityMaker.Of(new Exchange().Open("ann", AccountKind.Client)["ann"], true, default));
        Assert.Throws<ArgumentException>(() => Provider(1, 100) with { Kind = AccountKind.Client });
    }
}
