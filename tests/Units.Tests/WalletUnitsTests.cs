namespace LiquidityRisk.Units.Tests;

public class WalletUnitsTests
{
    [Theory]
    [InlineData("ETH")]
    [InlineData("wstETH")]
    [InlineData("USD₮0")]
    [InlineData("12345678901234567890123456789012")]
    public void A_symbol_is_kept_as_its_contract_has_it(string text) => Assert.Equal(text, TokenSymbol.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("US DC")]
    [InlineData("US\u00a0DC")]
    [InlineData("ETH\n")]
    [InlineData("\ud83d\ude80")]
    [InlineData("123456789012345678901234567890123")]
    public void A_symbol_has_one_to_thirty_two_visible_characters(string? text)
    {
        Assert.False(TokenSymbol.TryParse(text, out var symbol));
        Assert.Equal("", symbol.Value);
    }

    [Fact]
    public void A_symbols_case_matters()
    {
        Assert.NotEqual(TokenSymbol.Parse("steth"), TokenSymbol.Parse("stETH"));
        Assert.Throws<FormatException>(() => TokenSymbol.Parse("st ETH"));
    }

    [Fact]
    public void An_amount_of_tokens_is_never_negative()
    {
        var (two, three) = (new TokenAmount(2), new TokenAmount(3));

        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenAmount(-0.000_000_000_000_000_001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => two - three);
        Assert.Throws<ArgumentOutOfRangeException>(() => two * -1);
        Assert.Equal((5m, 1m, 2m), ((two + three).Value, (three - two).Value, TokenAmount.Min(two, three).Value));
    }

    [Fact]
    public void A_price_is_above_zero_and_turns_tokens_into_dollars_and_back()
    {
        var price = new UsdPrice(2_500.5m);

        Assert.Throws<ArgumentOutOfRangeException>(() => new UsdPrice(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UsdPrice(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => price.Times(0));
        Assert.Equal(new Usd(5_001m), new TokenAmount(2) * price);
        Assert.Equal(new TokenAmount(2), TokenAmount.Of(new Usd(5_001), price));
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenAmount.Of(new Usd(-1), price));
    }

    [Fact]
    public void Dollars_may_be_owed_and_are_shared_exactly()
    {
        Assert.Equal(new Usd(-1), new Usd(2) - new Usd(3));
        Assert.Equal(new Usd(0.003m), new Usd(1.5m) * new PartsPerMillion(2_000));
        Assert.Equal(1.5m, new Usd(3) / new Usd(2));
        Assert.Equal((new Usd(-2), new Usd(3)), (Usd.Min(new Usd(-2), new Usd(3)), Usd.Max(new Usd(-2), new Usd(3))));
        Assert.Equal("$1,234.50", new Usd(1_234.5m).ToString());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.9999, true)]
    [InlineData(1, false)]
    [InlineData(1_000, false)]
    public void A_loan_may_be_liquidated_below_one(double factor, bool isLiquidatable) =>
        Assert.Equal(isLiquidatable, new HealthFactor((decimal)factor).IsLiquidatable);

    [Fact]
    public void A_health_factor_is_not_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => new HealthFactor(-0.01m));
}
