using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Local.Simulator.Wallets;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests.Wallets;

/// <summary>The simulated mood against the same formula in numpy (75.773, 24.227 and 50).</summary>
public class MoodTests
{
    private static readonly DayPrice[] Rising =
        [.. Enumerable.Range(0, 31).Select(i => new DayPrice(new DateOnly(2026, 1, 1).AddDays(i), new(2_000 + (10 * i) + (40 * (i * 7 % 5)))))];

    [Fact]
    public void It_is_greedy_after_a_rise_and_fearful_after_the_same_fall()
    {
        Assert.Equal(76, SimulatedSources.MoodOf(Rising));
        Assert.Equal(24, SimulatedSources.MoodOf([.. Rising.Zip(Rising.Reverse(), (day, price) => new DayPrice(day.Day, price.Price))]));
    }

    [Fact]
    public void It_is_in_the_middle_when_prices_are_where_they_were() =>
        Assert.Equal(50, SimulatedSources.MoodOf([.. Rising.Select((d, i) => new DayPrice(d.Day, new(2_000 + (40 * (i * 7 % 5)))))]));

    [Fact]
    public void Too_few_closes_and_closes_that_stand_still_tell_none()
    {
        Assert.Null(SimulatedSources.MoodOf(Rising[1..]));
        Assert.Null(SimulatedSources.MoodOf([.. Rising.Select(d => new DayPrice(d.Day, new UsdPrice(2_000)))]));
    }
}
