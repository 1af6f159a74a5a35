using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Local.Simulator.Market;

namespace LiquidityRisk.Local.Simulator.Tests;

/// <summary>Shocks are drawn apart from prices, so that two bonds of one seed differ by their shocks alone.</summary>
public class ShockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static List<MicrostructurePayload> TenDays(int shocks)
    {
        var segment = Segment.All.Single(s => s.Rating.ToString() == "BB"); // always quoted on both sides
        var reference = InventedBonds.Next(new Random(1), segment, Start);
        var bond = new SimulatedBond(1, segment, reference, new Random(5), new Dice(shocks), Start);
        return [.. Enumerable.Range(1, 10 * 24 * 60).Select(minute => bond.Observe(Start.AddMinutes(minute)))];
    }

    private static double SpreadOf(MicrostructurePayload m) => (double)(m.Ask!.Value - m.Bid!.Value);

    [Fact]
    public void A_shock_triples_the_spread_and_takes_depth_for_ten_to_twenty_minutes_and_passes()
    {
        var pairs = TenDays(1).Zip(TenDays(2)).ToList();
        var ratios = pairs.ConvertAll(p => SpreadOf(p.First) / SpreadOf(p.Second));
        var depths = pairs.ConvertAll(p => (double)(p.First.BidSize!.Value.Value / Math.Max(1_000, p.Second.BidSize!.Value.Value)));
        var runs = Runs(ratios.ConvertAll(r => r is > 2.8 or < 1 / 2.8));

        Assert.InRange(ratios.Count(r => r is > 0.99 and < 1.01) / (double)ratios.Count, 0.6, 0.95);
        Assert.All(ratios, r => Assert.InRange(r, 1 / 3.4, 3.4));
        Assert.InRange(runs.Count, 50, 130); // two bonds, one every five hours and twenty minutes
        Assert.Contains(runs, r => r is >= 10 and <= 20);
        Assert.Equal(0.25, ratios.Zip(depths).Where(p => p.First > 2.9).Average(p => p.Second), 0.01);
    }

    [Fact]
    public void An_episode_lasts_between_its_bounds_and_its_strength_falls_to_nothing()
    {
        var episodes = new Episodes(new Dice(3), Start, TimeSpan.FromHours(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20));
        var strengths = Enumerable.Range(0, 60 * 24 * 60).Select(m => episodes.Strength(Start.AddMinutes(m), TimeSpan.FromMinutes(5))).ToList();
        var runs = Runs(strengths.ConvertAll(s => s >= 1));

        Assert.All(runs, r => Assert.InRange(r, 9, 21));
        Assert.InRange(runs.Count, 480, 780); // 1,440 hours of one every two and a third
        Assert.InRange(strengths.Count(s => s is > 0 and < 1) / (double)runs.Count, 4, 5);
    }

    private static List<int> Runs(List<bool> on)
    {
        var runs = new List<int>();
        for (var i = 0; i < on.Count; i++)
        {
            if (!on[i]) continue;
            if (i == 0 || !on[i - 1]) runs.Add(0);
            runs[^1]++;
        }

        return runs;
    }
}
