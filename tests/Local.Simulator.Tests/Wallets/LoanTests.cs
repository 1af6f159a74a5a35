using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Liquidation;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Local.Simulator.Wallets;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests.Wallets;

public class LoanTests
{
    private static readonly int Ether = SimulatedTokens.PlaceOf("WETH");
    private static readonly int Dollar = SimulatedTokens.PlaceOf("USDC");
    private static readonly LoanCare Careless = new(1.1, 1, 100, 0);

    [Theory]
    [InlineData(LendingProtocol.AaveV2)]
    [InlineData(LendingProtocol.AaveV3)]
    public void Who_falls_below_one_is_liquidated_by_the_rules_of_the_protocol(LendingProtocol protocol)
    {
        var loan = Of(protocol, Careless);
        var fallen = At(1_750);
        var before = loan.ToPosition()!;
        var offer = LiquidationPreview.Of(before, Book(fallen), LiquidationRules.Of(protocol)!)[0];

        Live(loan, fallen, l => l.Liquidations == 1);

        var after = loan.ToPosition()!;
        Assert.Equal(1, (double)(Assert.Single(after.Borrowed).Amount.Value / offer.DebtLeft.Value), 1e-3); // a few steps of interest
        Assert.Equal(1, (double)(Assert.Single(after.Supplied).Amount.Value / offer.CollateralLeft.Value), 1e-3);
        Assert.True(loan.Factor(fallen) > (double)PositionHealth.Of(before, Book(fallen)).Factor!.Value.Value);
    }

    [Fact]
    public void Compound_v3_absorbs_all_and_pays_out_what_is_left()
    {
        var loan = Of(LendingProtocol.CompoundV3, Careless);
        var fallen = At(1_750);
        var credit = LiquidationPreview.Of(loan.ToPosition()!, Book(fallen), LiquidationRules.CompoundV3).Sum(o => o.Credited.Amount);

        Live(loan, fallen, l => l.Liquidations == 1);

        var after = loan.ToPosition()!;
        Assert.True(credit > 0);
        Assert.Empty(after.Borrowed);
        var left = Assert.Single(after.Supplied);
        Assert.Equal("USDC", left.Asset.Value);
        Assert.False(left.IsCollateral);
        Assert.Equal(1, (double)(left.Amount.Value / credit), 1e-3);
    }

    [Fact]
    public void A_debt_that_no_collateral_covers_is_written_off()
    {
        var loan = Of(LendingProtocol.AaveV3, Careless);

        Live(loan, At(500), l => l.ToPosition() is null);

        Assert.True(loan.Liquidations > 0);
        Assert.Equal(double.PositiveInfinity, loan.Factor(At(500)));
    }

    [Fact]
    public void An_owner_who_looks_comes_back_to_his_target_and_one_who_does_not_is_liquidated()
    {
        var fallen = At(1_900); // 5 % down: the factor is 1.045
        var (careful, careless) = (Of(LendingProtocol.AaveV3, new(1.1, 1.06, 100, 50)), Of(LendingProtocol.AaveV3, Careless));
        Live(careful, fallen, l => l.Factor(fallen) > 1.06);
        Live(careless, fallen, _ => false, 1_000);

        Assert.Equal(1.1, careful.Factor(fallen), 0.001);
        Assert.InRange(careless.Factor(fallen), 1.04, 1.05);
        Live(careful, At(1_770), _ => false, 1_000);
        Live(careless, At(1_770), l => l.Liquidations > 0);
        Assert.Equal(0, careful.Liquidations);
    }

    [Fact]
    public void Who_is_covered_far_better_than_he_wants_borrows_more()
    {
        var risen = At(3_500);
        var loan = Of(LendingProtocol.AaveV3, new(1.1, 1.04, 1.2, 50));

        Live(loan, risen, l => l.Factor(risen) < 1.2);

        Assert.Equal(1.1, loan.Factor(risen), 0.001);
    }

    [Fact]
    public void Nobody_begins_with_more_debt_than_the_protocol_lends()
    {
        var loan = Of(LendingProtocol.AaveV3, Careless with { Target = 1.001 });
        var health = PositionHealth.Of(loan.ToPosition()!, Book(At(2_000)));

        Assert.InRange(health.Debt.Amount / health.BorrowLimit.Amount, 0.99m, 1m);
    }

    [Fact]
    public void Nobody_stays_below_one_for_half_a_day()
    {
        var (paths, draws) = (new TokenPaths(7), new Draws(7));
        var making = new LoanMaking(draws);
        var (first, falls) = (TokenPaths.StepOf(new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero)), 0);
        for (var wallet = 2; wallet < 502; wallet++)
        {
            var life = new WalletLife(wallet, paths, making, draws);
            var below = 0;
            for (var step = first; step < first + (30 * 144); step++)
            {
                life.GoTo(step);
                below = life.IsBelowOne ? below + 1 : 0;
                falls += below == 1 ? 1 : 0;
                Assert.InRange(below, 0, 72);
            }
        }

        Assert.InRange(falls, 5, 1_000);
    }

    private static Loan Of(LendingProtocol protocol, LoanCare care) => Loan.Of(protocol, null, [Ether], [1], 100_000, Dollar, care, At(2_000));

    private static void Live(Loan loan, double[] prices, Func<Loan, bool> isDone, int steps = 3_000)
    {
        for (var step = 0; step < steps; step++)
        {
            if (isDone(loan)) return;
            loan.Advance(prices, new Draws(1), 1, step);
        }

        Assert.True(steps < 3_000 || isDone(loan));
    }

    private static double[] At(double ether)
    {
        var prices = new double[SimulatedTokens.Core.Count];
        (prices[Ether], prices[Dollar]) = (ether, 1);
        return prices;
    }

    private static PriceBook Book(double[] prices) => new(
        [new(SimulatedTokens.Core[Ether].Token, TokenPaths.Exact(prices[Ether])), new(SimulatedTokens.Core[Dollar].Token, TokenPaths.Exact(prices[Dollar]))]);
}
