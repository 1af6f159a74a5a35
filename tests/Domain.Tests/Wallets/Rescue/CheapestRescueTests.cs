using System.Diagnostics;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Rescue.Tests;

public class CheapestRescueTests
{
    private const LendingProtocol Aave = LendingProtocol.AaveV3;

    /// <summary>20 gwei at 2,000 dollars: 40 dollars for a million units.</summary>
    private static readonly GasPrice Gas = new(20, new(2_000));

    /// <summary>A factor of 16,600 / 15,000 = 1.107.</summary>
    private static readonly WalletHoldings Weak = Wallet(Position([Collateral(Weth, 10)], [Debt(Usdc, 15_000)]));

    [Fact]
    public void What_lies_free_of_the_debts_own_token_pays_it_back_for_gas_alone()
    {
        var best = Of(Weak.Holding((Usdc, 5_000))).Best!;

        // 16,600 / 1.25 = 13,280 may be owed.
        var step = Assert.Single(best.Steps);
        Assert.Equal((RemedyKind.Repay, Usdc, Usdc), (step.Kind, step.From, step.Into));
        Assert.Equal(1_720, (double)step.Spent.Value, 1e-6);
        Assert.Equal(step.Spent, step.Received);
        Assert.Equal(new(8), best.Gas);
        Assert.Equal(Usd.Zero, best.ExitCost);
        Assert.Equal(1.25, (double)best.FactorAfter!.Value.Value, 1e-9);
        Assert.False(best.IsDominated);
    }

    [Fact]
    public void Collateral_that_lies_free_is_added()
    {
        var best = Of(Weak.Holding((Weth, 5))).Best!;

        // 1.25 × 15,000 = 18,750 less 16,600 over 83 % of 2,000.
        var step = Assert.Single(best.Steps);
        Assert.Equal((RemedyKind.AddCollateral, Weth), (step.Kind, step.Into));
        Assert.Equal(2_150 / 0.83 / 2_000, (double)step.Spent.Value, 1e-9);
        Assert.Equal(new(8.8m), best.Cost);
    }

    [Fact]
    public void With_nothing_free_collateral_is_sold_to_pay_back()
    {
        var best = Of(Weak).Best!;

        // x − c(x) repaid for x withdrawn: 16,600 − 0.83 x = 1.25 × (15,000 − 0.9985 x), the impact in so deep a market apart.
        var step = Assert.Single(best.Steps);
        Assert.Equal((RemedyKind.Unwind, Weth, Usdc), (step.Kind, step.From, step.Into));
        Assert.Equal(2_150 / ((1.25 * 0.9985) - 0.83), (double)step.Value.Amount, 0.5);
        Assert.Equal((step.Value - step.ExitCost).Amount, step.Received.Value, 9);
        Assert.Equal(new(30), best.Gas);
        Assert.Equal(1.25, (double)best.FactorAfter!.Value.Value, 1e-9);
    }

    [Fact]
    public void Collateral_of_the_debts_own_token_is_not_sold()
    {
        var step = Assert.Single(Of(Wallet(Position([Collateral(Weth, 10)], [Debt(Weth, 8)]))).Best!.Steps);

        Assert.Equal((RemedyKind.Unwind, Weth, Usd.Zero), (step.Kind, step.Into, step.ExitCost));
    }

    [Fact]
    public void Collateral_with_a_higher_threshold_takes_the_place_of_one_with_a_lower()
    {
        var advice = Of(Wallet(Position([Collateral(Wbtc, 0.2m, 40), Collateral(Usdc, 6_000, 90)], [Debt(Dai, 8_500)])));
        var swap = advice.Alternatives.Append(advice.Best!).First(p => p.Steps is [{ Kind: RemedyKind.SwapCollateral }]).Steps[0];

        Assert.Equal((Wbtc, Usdc), (swap.From, swap.Into));
        Assert.Equal((swap.Value - swap.ExitCost).Amount, swap.Received.Value, 9);
    }

    [Fact]
    public void When_gas_is_cheap_all_that_costs_no_sale_is_used_first_and_sales_share_the_rest()
    {
        var wallet = Weak.Holding((Usdc, 500), (Weth, 0.2m), (Wbtc, 0.01m));
        var best = CheapestRescue.Of(
            wallet, Aave, Prices, Markets, new(0.0001m, new(2_000)), new(1.25m), ExitAssumptions.Standard, GasUnits.Standard).Best!;

        Assert.Equal([RemedyKind.Repay, RemedyKind.SwapAndRepay, RemedyKind.AddCollateral, RemedyKind.Unwind], best.Steps.Select(s => s.Kind).Order());
        Assert.Equal([500m, 0.2m], best.Steps.Take(2).Select(s => decimal.Round(s.Spent.Value, 12)));
        Assert.Equal(1.25, (double)best.FactorAfter!.Value.Value, 1e-9);
    }

    [Fact]
    public void When_gas_is_dear_one_step_is_taken_though_it_costs_a_sale() => Assert.Equal(
        [RemedyKind.Unwind], Of(Weak.Holding((Usdc, 500), (Weth, 0.2m), (Wbtc, 0.01m))).Best!.Steps.Select(s => s.Kind));

    [Fact]
    public void Proceeds_that_one_debt_cannot_take_go_to_the_next()
    {
        var best = Of(Wallet(Position([Collateral(Weth, 10)], [Debt(Usdc, 8_000), Debt(Dai, 7_900)])), 3).Best!;

        Assert.Equal([Usdc, Dai], best.Steps.Select(s => s.Into));
        Assert.Equal(8_000, best.Steps[0].Received.Value);
        Assert.Equal(new(30 + 15.2m), best.Gas);
    }

    [Fact]
    public void What_does_not_help_says_why()
    {
        var dead = Markets.ToDictionary(m => m.Key, m => m.Key == Wbtc ? m.Value with { DailyVolume = Usd.Zero } : m.Value);
        var advice = CheapestRescue.Of(
            Weak.Holding((Usdc, 10), (Wbtc, 1)), Aave, Prices, dead, Gas, new(1.25m), ExitAssumptions.Standard, GasUnits.Standard);

        Assert.Equal(
            [(RemedyKind.Repay, RemedyObstacle.NotEnough), (RemedyKind.SwapAndRepay, RemedyObstacle.GainsNothing)],
            advice.Infeasible.Select(i => (i.Kind, i.Obstacle)));
    }

    [Fact]
    public void A_plan_that_costs_and_moves_more_than_another_is_dominated()
    {
        var advice = Of(Weak.Holding((Usdc, 5_000), (Weth, 5)));
        var unwind = advice.Alternatives.Single(p => p.Steps is [{ Kind: RemedyKind.Unwind }]);

        Assert.True(unwind.IsDominated);
        Assert.True(advice.Alternatives.Zip(advice.Alternatives.Skip(1)).All(p => p.First.Cost <= p.Second.Cost));
    }

    [Fact]
    public void Who_needs_no_rescue_gets_no_advice()
    {
        Assert.Same(RescueAdvice.None, Of(Wallet()));
        Assert.Same(RescueAdvice.None, Of(Wallet(Position([Collateral(Weth, 10)], []))));
        Assert.Same(RescueAdvice.None, Of(Wallet(Position([Collateral(Weth, 10)], [Debt(Usdc, 100)]))));
        Assert.Same(RescueAdvice.None, Of(Wallet(Position([Collateral(Weth, 10)], [Debt(TokenSymbol.Parse("ODD"), 100)]))));
    }

    [Fact]
    public void A_debt_without_collateral_and_balance_cannot_be_rescued()
    {
        var advice = Of(Wallet(Position([], [Debt(Usdc, 100)])));

        Assert.Null(advice.Best);
        Assert.Empty(advice.Alternatives);
        Assert.Empty(advice.Infeasible);
    }

    [Fact]
    public void Collateral_without_a_threshold_is_no_remedy() =>
        Assert.Null(Of(Wallet(Position([Collateral(Weth, 10, 0)], [Debt(Usdc, 100)]))).Best);

    [Fact]
    public void A_debt_of_nothing_needs_no_price()
    {
        var best = Of(Wallet(Position([Collateral(Weth, 10)], [Debt(TokenSymbol.Parse("ODD"), 0), Debt(Usdc, 15_000)]))).Best!;

        Assert.Equal(Usdc, Assert.Single(best.Steps).Into);
    }

    [Fact]
    public void A_target_of_one_is_none() => Assert.Throws<ArgumentOutOfRangeException>(() => Of(Weak, 1));

    [Fact]
    public void A_debt_of_dust_is_rescued_too()
    {
        var best = Of(Wallet(Position([Collateral(Weth, 0.0000001m)], [Debt(Usdc, 0.00016m)])).Holding((Usdc, 1))).Best!;

        Assert.Equal(RemedyKind.Repay, Assert.Single(best.Steps).Kind);
        Assert.True(best.FactorAfter >= new HealthFactor(1.25m));
    }

    [Fact]
    public void Five_hundred_assets_are_rescued_with_the_eight_largest_of_each_kind()
    {
        var tokens = Enumerable.Range(0, 500).Select(i => TokenSymbol.Parse($"T{i}")).ToArray();
        var prices = Book([.. tokens.Select((t, i) => (t, 1m + i))]);
        var wallet = Wallet(Position([.. tokens.Select(t => Collateral(t, 2, 50))], [.. tokens.Select(t => Debt(t, 0.95m))]))
            .Holding([.. tokens.Select(t => (t, 0.5m))]);
        var started = Stopwatch.GetTimestamp();
        var advice = CheapestRescue.Of(wallet, Aave, prices, Markets, Gas, new(1.06m), ExitAssumptions.Standard, GasUnits.Standard);

        Assert.True(advice.Best!.FactorAfter >= new HealthFactor(1.06m));
        Assert.All(advice.Alternatives.Append(advice.Best).SelectMany(p => p.Steps), s => Assert.True(prices.Of(s.From)!.Value.Value > 490));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 10);
    }

    private static RescueAdvice Of(WalletHoldings wallet, decimal target = 1.25m) =>
        CheapestRescue.Of(wallet, Aave, Prices, Markets, Gas, new(target), ExitAssumptions.Standard, GasUnits.Standard);
}
