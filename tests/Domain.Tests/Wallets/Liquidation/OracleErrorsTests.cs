using LiquidityRisk.Domain.Tests;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.Tests;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Liquidation.Tests;

public class OracleErrorsTests
{
    private static readonly Population<ProtocolPosition> Positions = new(RandomPositions.All);

    [Fact]
    public void Staked_ether_against_ether_bears_as_much_as_its_factor_says()
    {
        // 10 × 2,400 × 93 % = 22,320 against 10.8 × 2,000 = 21,600: a factor of 1.0333 bears 1 − 1/1.0333 = 322.58 bp.
        var errors = OracleErrors.Of(Position([Collateral(Wsteth, 10, 93)], [Debt(Weth, 10.8m)]), Prices)!;

        Assert.Equal(322.5806, errors.AllCollateral!.Value.Value, 4);
        Assert.Equal([(Wsteth, PriceMove.Fall), (Weth, PriceMove.Rise)], errors.Assets.Select(a => (a.Asset, a.Move)));
        Assert.Equal(322.5806, errors.Assets[0].Tolerance!.Value.Value, 4);
        Assert.Equal(333.3333, errors.Assets[1].Tolerance!.Value.Value, 4);
    }

    [Fact]
    public void What_cannot_liquidate_alone_stands_last_without_a_tolerance()
    {
        var errors = OracleErrors.Of(Position([Collateral(Weth, 10), Collateral(Usdc, 100, 78)], [Debt(Dai, 16_000)]), Prices)!;

        Assert.Equal([Weth, Dai, Usdc], errors.Assets.Select(a => a.Asset));
        Assert.Null(errors.Assets[^1].Tolerance);
    }

    [Fact]
    public void Without_a_known_debt_no_error_liquidates()
    {
        Assert.Null(OracleErrors.Of(Position([Collateral(Weth, 10)], []), Prices));
        Assert.Null(OracleErrors.Of(Position([Collateral(Weth, 10)], [Debt(Usdc, 5)]), Book()));
        Assert.Null(OracleErrors.Of(Position([], [Debt(Usdc, 5)]), Prices)!.AllCollateral);
    }

    [Fact]
    public void An_error_of_all_collateral_beyond_the_tolerance_liquidates_and_one_within_does_not() => Positions.Holds(p =>
    {
        var tolerance = (decimal)OracleErrors.Of(p, Prices)!.AllCollateral!.Value.Value / 10_000;
        bool Liquidates(decimal error)
        {
            var wrong = Position(
                [.. p.Supplied.Select(s => s with { Amount = s.Amount * (1 - error) })], [.. p.Borrowed], p.Protocol);
            return PositionHealth.Of(wrong, Prices).Factor!.Value.IsLiquidatable;
        }

        // In Aave v2 the average threshold may lose or regain its last basis point by a rounding of the amounts.
        var hair = p.Protocol == LendingProtocol.AaveV2 ? 0.001m : 0.000001m;
        return Liquidates(tolerance + hair) && !Liquidates(tolerance - hair);
    });
}
