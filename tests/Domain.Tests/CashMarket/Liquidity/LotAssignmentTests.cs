using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class LotAssignmentTests
{
    /// <summary>Few makers, small balances and levels up to half apart, so that lots often do not fit.</summary>
    private static readonly Arbitrary<Case> Cases = (
        from caps in Gen.Choose(0, 400).ListOf().Resize(6)
        from costs in Gen.Choose(60, 120).ListOf(3)
        from part in Gen.Choose(100, 1_000)
        select new Case([.. caps.Select(c => (long)c)], [.. costs.Select(c => (long)c)], part)).ToArbitrary();

    [Fact]
    public void Rows_fit_balances_and_budget_and_lots_are_left_only_when_nobody_can_pay() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(Cases, c =>
        {
            var budget = c.Caps.Sum() * c.Part / 1_000;
            var fair = WaterFilling.Share(c.Caps, budget);
            var lots = LevelSizing.Size(budget, [.. c.Costs.Zip(LiquiditySettings.StandardLevels, (p, r) => new PriceLevel(r, new((int)p), default))]);
            var spent = LotAssignment.Assign(c.Caps, [.. c.Caps.Select(b => Math.Min(b, fair.Level))], c.Costs, lots, budget)
                .Select(row => row.Zip(c.Costs).Sum(l => l.First * l.Second)).ToArray();
            var left = budget - spent.Sum();
            return left >= 0
                && spent.Zip(c.Caps).All(s => s.First <= s.Second)
                && (left < c.Costs.Min() || spent.Zip(c.Caps).All(s => s.Second - s.First < c.Costs.Min()))
                && Fairness.Of(c.Caps, spent, c.Costs.Max()).Certificate.Holds;
        }));

    [Fact]
    public void A_lot_that_nobody_can_pay_moves_to_a_cheaper_level() =>
        Assert.Equal([[0, 1], [0, 1]], LotAssignment.Assign([95, 95], [95, 95], [100, 90], [1, 1], 190));

    private sealed record Case(long[] Caps, long[] Costs, int Part);
}
