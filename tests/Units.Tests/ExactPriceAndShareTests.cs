namespace LiquidityRisk.Units.Tests;

public class ExactPriceAndShareTests
{
    [Fact]
    public void Half_way_between_two_ticks_is_exact()
    {
        Assert.Equal(72.365m, HalfTicks.Midpoint(new(7_236), new(7_237)).Euros);
        Assert.Equal(new HalfTicks(14_474), HalfTicks.Of(new(7_237)));
        Assert.Equal("72.365", new HalfTicks(14_473).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalfTicks(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalfTicks((2 * Ticks.Max) + 1));
    }

    [Fact]
    public void Shares_are_whole_parts_of_a_million()
    {
        Assert.Equal(0.2m, new PartsPerMillion(2_000).Percent);
        Assert.Equal("0.2 %", new PartsPerMillion(2_000).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new PartsPerMillion(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PartsPerMillion(1_000_001));
    }

    [Theory]
    [InlineData(100, 100, 0)]
    [InlineData(101, 100, 10_000)]
    [InlineData(99, 100, 10_000)]
    [InlineData(4, 3, 333_334)]
    [InlineData(300, 100, 1_000_000)]
    public void How_far_apart_two_numbers_are_is_rounded_up(int value, int reference, int parts) =>
        Assert.Equal(parts, PartsPerMillion.Apart(value, reference).Value);
}
