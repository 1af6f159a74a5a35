namespace LiquidityRisk.Units.Tests;

public class MarketUnitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Ticks.Max + 1)]
    public void A_price_outside_its_range_is_refused(int ticks) => Assert.Throws<ArgumentOutOfRangeException>(() => new Ticks(ticks));

    [Fact]
    public void A_price_in_euros_is_a_whole_number_of_ticks()
    {
        Assert.True(Ticks.TryFromEuros(72.37m, out var price));
        Assert.Equal((7_237, 72.37m, "72.37"), (price.Value, price.Euros, price.ToString()));
        Assert.False(Ticks.TryFromEuros(72.375m, out _));
        Assert.False(Ticks.TryFromEuros(0, out _));
        Assert.False(Ticks.TryFromEuros(-0.01m, out _));
        Assert.False(Ticks.TryFromEuros(decimal.MaxValue, out _));
    }

    [Fact]
    public void Prices_are_ordered_and_their_difference_counts_ticks()
    {
        var (low, high) = (new Ticks(7_000), new Ticks(7_003));
        Assert.True(low < high && high > low && low <= high && high >= low);
        Assert.Equal(-3, low - high);
    }

    [Fact]
    public void What_lots_cost_is_exact_even_at_the_ends_of_the_ranges()
    {
        Assert.Equal("72.37 EUR", new Ticks(7_237).ValueOf(new Lots(1)).ToString());
        Assert.Equal(10_000_000_000_000_000_000_000m, new Ticks(Ticks.Max).ValueOf(new Lots(Lots.Max)).Amount);
    }

    [Fact]
    public void Lots_are_counted_and_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lots(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lots(Lots.Max) + new Lots(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lots(1) - new Lots(2));
        Assert.Equal(new Lots(3), new Lots(1) + new Lots(2));
        Assert.Equal(new Lots(1), Lots.Min(new Lots(2), new Lots(1)));
        Assert.True(default(Lots).IsZero);
    }

    [Fact]
    public void An_id_is_never_empty()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrderId(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TradeId(-1));
        Assert.Throws<ArgumentException>(() => new AccountId(Guid.Empty));
        Assert.Throws<ArgumentException>(() => new OwnerId(Guid.Empty));
        Assert.Throws<ArgumentException>(() => new CommandId(Guid.Empty));
    }

    [Theory]
    [InlineData("EUA", true)]
    [InlineData("CEA", true)]
    [InlineData("eua", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Certificates_are_EUA_and_CEA(string? text, bool known)
    {
        Assert.Equal(known, CertificateType.TryParse(text, out var type));
        Assert.Equal(known ? text : "", type.ToString());
    }
}
