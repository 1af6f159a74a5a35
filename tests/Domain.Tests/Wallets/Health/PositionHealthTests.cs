using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Health.Tests;

public class PositionHealthTests
{
    [Fact]
    public void Each_collateral_counts_by_its_own_threshold()
    {
        // 10 × 2,000 × 83 % + 1 × 60,000 × 78 % = 63,400 over 40,000.
        var health = PositionHealth.Of(Position([Collateral(Weth, 10), Collateral(Wbtc, 1, 78)], [Debt(Usdc, 40_000)]), Prices);

        Assert.Equal(new(63_400), health.LiquidationValue);
        Assert.Equal(new((20_000 * 0.80m) + (60_000 * 0.75m)), health.BorrowLimit);
        Assert.Equal(1.585m, health.Factor!.Value.Value);
        Assert.Equal((new Usd(80_000), new Usd(80_000), new Usd(40_000)), (health.Supplied, health.Collateral, health.Debt));
        Assert.Empty(health.Unpriced);
    }

    [Fact]
    public void A_factor_is_rounded_down_at_the_eighteenth_decimal()
    {
        var two = PositionHealth.Of(Position([Collateral(Usdc, 2, 100)], [Debt(Dai, 3)]), Prices);
        var hair = PositionHealth.Of(Position([Collateral(Usdc, 1, 100)], [Debt(Dai, 1.0000000000000000001m)]), Prices);

        Assert.Equal(0.666666666666666666m, two.Factor!.Value.Value);
        Assert.True(hair.Factor!.Value.IsLiquidatable);
        Assert.Equal(0.999999999999999999m, hair.Factor.Value.Value);
    }

    [Fact]
    public void Version_two_of_Aave_rounds_the_average_threshold_down_to_a_basis_point()
    {
        // The average threshold is (2 × 83 % + 1 × 78 %) / 3 = 81.333… %.
        SuppliedAsset[] both = [Collateral(Usdc, 2, 83), Collateral(Dai, 1, 78)];

        Assert.Equal(0.8133m * 3, PositionHealth.Of(Position(both, [Debt(Dai, 1)], LendingProtocol.AaveV2), Prices).Factor!.Value.Value);
        Assert.Equal(2.44m, PositionHealth.Of(Position(both, [Debt(Dai, 1)]), Prices).Factor!.Value.Value);
    }

    [Fact]
    public void A_common_threshold_is_its_own_average_whatever_the_amounts()
    {
        for (var i = 1; i <= 1_000; i++)
        {
            SuppliedAsset[] both = [Collateral(Weth, i / 7m), Collateral(Wsteth, i * i / 13m), Collateral(Wbtc, 1m / i)];
            var health = PositionHealth.Of(Position(both, [Debt(Dai, 1)], LendingProtocol.AaveV2), Prices);

            Assert.Equal(health.Collateral.Amount * 0.83m, health.LiquidationValue.Amount, 15);
        }
    }

    [Fact]
    public void The_modes_terms_hold_for_its_collateral_only()
    {
        var mode = new EfficiencyMode(1, "ETH correlated", Terms(95, 1), [Wsteth, Weth]);
        var position = Position([Collateral(Wsteth, 10, 81), Collateral(Wbtc, 1, 78)], [Debt(Weth, 20)]) with { Mode = mode };

        Assert.Equal(((24_000 * 0.95m) + (60_000 * 0.78m)) / 40_000, PositionHealth.Of(position, Prices).Factor!.Value.Value);
    }

    [Fact]
    public void What_is_switched_off_or_has_no_threshold_secures_nothing()
    {
        var off = Collateral(Weth, 10) with { IsCollateral = false };
        var health = PositionHealth.Of(Position([off, Collateral(Wbtc, 1, 0)], [Debt(Usdc, 100)]), Prices);

        Assert.Equal((new Usd(80_000), Usd.Zero, Usd.Zero), (health.Supplied, health.Collateral, health.LiquidationValue));
        Assert.Equal(0, health.Factor!.Value.Value);
    }

    [Fact]
    public void A_debt_free_position_has_no_health_factor()
    {
        var none = PositionHealth.Of(Position([Collateral(Weth, 1)], []), Prices);
        var zero = PositionHealth.Of(Position([Collateral(Weth, 1)], [Debt(Usdc, 0)]), Prices);

        Assert.True(none.IsDebtFree && zero.IsDebtFree);
        Assert.True(none.Factor is null && zero.Factor is null);
    }

    [Fact]
    public void Collateral_without_a_price_counts_nothing_and_is_named()
    {
        var odd = TokenSymbol.Parse("ODD");
        var health = PositionHealth.Of(Position([Collateral(Weth, 1), Collateral(odd, 5)], [Debt(Usdc, 830)]), Prices);

        Assert.Equal(2, health.Factor!.Value.Value);
        Assert.Equal([odd], health.Unpriced);
    }

    [Fact]
    public void A_debt_without_a_price_leaves_the_factor_unknown()
    {
        var odd = TokenSymbol.Parse("ODD");
        var health = PositionHealth.Of(Position([Collateral(odd, 1)], [Debt(odd, 1), Debt(Usdc, 5)]), Prices);

        Assert.Null(health.Factor);
        Assert.False(health.IsDebtFree);
        Assert.Equal([odd], health.Unpriced);
        Assert.Equal(new(5), health.Debt);
    }

    [Theory]
    [InlineData("0.000001", "1660000000")] // real accounts reach 8e8
    [InlineData("0.000000000000000001", "1000000000000")]
    [InlineData("0.0000000000000000000000000001", "1000000000000")]
    public void A_debt_of_dust_gives_a_large_factor_and_no_overflow(string debt, string factor) => Assert.Equal(
        decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture),
        PositionHealth.Of(
            Position([Collateral(Weth, 1)], [Debt(Usdc, decimal.Parse(debt, System.Globalization.CultureInfo.InvariantCulture))]), Prices).Factor!.Value.Value);

    [Fact]
    public void Nothing_at_all_is_healthy()
    {
        var health = PositionHealth.Of(Position([], []), Prices);

        Assert.True(health.IsDebtFree);
        Assert.Null(health.Factor);
        Assert.Equal(Usd.Zero, health.Supplied);
    }
}
