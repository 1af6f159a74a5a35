using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts.Tests;

public class AssetAmountTests
{
    [Theory]
    [InlineData(Asset.Eur, "0.001")]
    [InlineData(Asset.Eua, "0.5")]
    [InlineData(Asset.Cea, "0.01")]
    [InlineData(Asset.Eur, "1000000000000000000000000.01")]
    [InlineData((Asset)3, "1")]
    public void Only_whole_cents_and_lots_of_known_assets_are_amounts(Asset asset, string value) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new AssetAmount(asset, decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Assets_do_not_mix()
    {
        var (euros, lots) = (new AssetAmount(Asset.Eur, 1), new AssetAmount(Asset.Eua, 1));
        Assert.Throws<ArgumentException>(() => euros + lots);
        Assert.Throws<ArgumentException>(() => euros - lots);
        Assert.Throws<ArgumentException>(() => euros < lots);
        Assert.Throws<ArgumentException>(() => new Holding(euros, lots));
    }

    [Fact]
    public void The_largest_trade_of_the_market_has_an_exact_cost()
    {
        Assert.Equal(9_999_999.99m * 999_999_999_999_999m, AssetAmount.Cost(new(Ticks.Max - 1), new(Lots.Max - 1)).Value);
        Assert.Equal(AssetAmount.Max / 100, AssetAmount.Cost(new(Ticks.Max), new(Lots.Max)).Value);
    }

    [Fact]
    public void Only_euros_are_money_of_the_market()
    {
        Assert.Equal(new AssetAmount(Asset.Eur, 7.5m), AssetAmount.Of(new Money(7.5m, CurrencyCode.Eur)));
        Assert.Equal(default, AssetAmount.Of(default(Money)));
        Assert.Throws<ArgumentException>(() => AssetAmount.Of(new Money(7.5m, default)));
    }

    [Fact]
    public void A_holding_is_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Holding(new(Asset.Eur, -0.01m), default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Holding(default, new(Asset.Eur, -0.01m)));
    }

    [Fact]
    public void Amounts_read_as_people_write_them() => Assert.Equal(
        "EUR 72.30, 5 EUA, -1 CEA", AssetAmounts.Sum(new(Asset.Eur, 72.3m), new(Asset.Eua, 5), new(Asset.Cea, -1)).ToString());
}
