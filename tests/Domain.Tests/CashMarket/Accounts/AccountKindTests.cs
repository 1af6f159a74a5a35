using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

public class AccountKindTests
{
    [Theory]
    [InlineData(AccountKind.AssetHolder, OrderSide.Sell, Asset.Cea)]
    [InlineData(AccountKind.LiquidityProvider, OrderSide.Buy, Asset.Eur)]
    public void A_market_makers_kind_decides_side_and_asset(AccountKind kind, OrderSide side, Asset asset)
    {
        Assert.Equal(side, kind.SideOf());
        Assert.Equal(kind, AccountKindRules.TypeFor(side));
        Assert.Equal(asset, kind.QuotesWith(CertificateType.Cea));
        Assert.All(Enum.GetValues<OrderSide>(), s => Assert.Equal(s == side, kind.MayPlace(s)));
        Assert.All(Assets.All, a => Assert.Equal((a == Asset.Eur) == (asset == Asset.Eur), kind.MayReceive(a)));
    }

    [Fact]
    public void A_client_may_everything_and_is_on_no_side()
    {
        Assert.All(Enum.GetValues<OrderSide>(), s => Assert.True(AccountKind.Client.MayPlace(s)));
        Assert.All(Assets.All, a => Assert.True(AccountKind.Client.MayReceive(a)));
        Assert.Throws<ArgumentException>(() => AccountKind.Client.SideOf());
        Assert.Throws<ArgumentException>(() => AccountKind.Client.QuotesWith(CertificateType.Eua));
    }
}
