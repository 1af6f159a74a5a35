using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits.Tests;

public class SplitPlannerTests
{
    private static readonly LiquidityIndex Index = LiquidityIndexModel1.Compute(Markets.Example, LiquidityWeights.Standard);

    private static SplitPlan Plan(decimal size, BondInputs? inputs = null) => SplitPlanner.Plan(
        inputs ?? SampleBonds.Inputs(
            Markets.Example, SampleBonds.Auction(bids: 30, demand: 5_000_000), SampleBonds.MarketMaker(), SampleBonds.Reference("AAA", IssuerClass.Government)),
        Index,
        new FaceAmount(size),
        SampleBonds.Policy,
        SampleBonds.Now);

    [Fact]
    public void A_sale_too_large_for_any_single_path_is_split_within_every_cap()
    {
        var plan = Plan(6_000_000, SampleBonds.Inputs(
            Markets.Example,
            SampleBonds.Auction(bids: 30, demand: 5_000_000),
            SampleBonds.MarketMaker(),
            SampleBonds.Reference("AAA", IssuerClass.Government, years: 0.5)));

        Assert.Null(plan.BestSingle);
        Assert.NotNull(plan.Recommended);
        Assert.True(plan.Recommended.Steps.Count > 1);
        Assert.Equal(6_000_000, plan.Recommended.Steps.Sum(s => s.Size.Value) + plan.Recommended.Unplaced.Value);
        Assert.All(plan.Recommended.Steps, s => Assert.True(
            s.Size.Value <= SampleBonds.Policy.RatingCaps[RatingBand.Aaa].Of(s.Path)!.Value.Value));
        Assert.Equal(plan.Recommended.Steps.Max(s => s.ExpectedTime), plan.Recommended.Completion);
    }

    [Fact]
    public void A_small_sale_stays_whole_where_one_path_is_plainly_best()
    {
        var step = Assert.Single(Plan(25_000).Recommended!.Steps);

        Assert.Equal((ExitPath.MarketMaker, 0, 25_000m), (step.Path, step.Round, step.Size.Value));
    }

    [Fact]
    public void The_frontier_trades_certainty_for_cost()
    {
        var frontier = Plan(2_000_000).Frontier;

        Assert.True(frontier.Count >= 2);
        Assert.All(frontier.Zip(frontier.Skip(1)), o => Assert.True(
            o.First.ExpectedFill.Value > o.Second.ExpectedFill.Value && o.First.ExpectedCost!.Value.Value > o.Second.ExpectedCost!.Value.Value));
    }

    [Fact]
    public void Where_nothing_is_feasible_there_is_no_plan()
    {
        var plan = Plan(100_000, SampleBonds.Inputs(Markets.Example, reference: SampleBonds.Reference(years: -1)));

        Assert.Null(plan.Recommended);
        Assert.Null(plan.BestSingle);
        Assert.Empty(plan.Frontier);
    }

    /// <summary>Two paths and few lots, all allocations tried one by one.</summary>
    [Fact]
    public void The_programme_finds_what_trying_everything_finds()
    {
        var inputs = SampleBonds.Inputs(Markets.Example, marketMaker: SampleBonds.MarketMaker(high: 600_000), reference: SampleBonds.Reference("A", years: 0.5));
        var size = 1_000_000m;
        var context = new ExitContext(inputs, Index, SampleBonds.Policy, SampleBonds.Now);
        var best = 0.0;
        double Value(ExitPath path, int round, int n) => n == 0 ? 0
            : ExitRecommender.Assess(context, path, new FaceAmount(size * n / SplitPlanner.Lots), round) is { Utility: { } u }
                ? (u * n / SplitPlanner.Lots) - SplitPlanner.LegPenalty
                : double.NegativeInfinity;
        var values = (from path in new[] { ExitPath.MarketMaker, ExitPath.RfqBatch }
                      from round in Enumerable.Range(0, SplitPlanner.Rounds)
                      select Enumerable.Range(0, SplitPlanner.Lots + 1).Select(n => Value(path, round, n)).ToArray()).ToArray();
        Search(0, SplitPlanner.Lots, 0);

        Assert.Equal(best + SplitPlanner.LegPenalty, Plan(size, inputs).Recommended!.Utility, 9);

        void Search(int slot, int left, double sum)
        {
            if (slot == values.Length)
            {
                best = Math.Max(best, sum);
                return;
            }

            for (var n = 0; n <= left; n++)
                if (!double.IsNegativeInfinity(values[slot][n])) Search(slot + 1, left - n, sum + values[slot][n]);
        }
    }
}
