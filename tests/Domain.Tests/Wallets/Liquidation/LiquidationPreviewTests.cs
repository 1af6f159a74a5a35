using FsCheck.Fluent;
using LiquidityRisk.Domain.Tests;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.Tests;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Liquidation.Tests;

public class LiquidationPreviewTests
{
    private static readonly LiquidationRules[] Rules =
        [LiquidationRules.AaveV2, LiquidationRules.AaveV3, LiquidationRules.AaveV4, LiquidationRules.CompoundV2, LiquidationRules.CompoundV3];

    private static readonly Population<ProtocolPosition> Positions = new(RandomPositions.All);

    [Fact]
    public void Half_of_the_debt_is_taken_with_a_bonus_of_which_the_protocol_keeps_a_part()
    {
        // 10 × 2,000 × 83 % = 16,600 over 17,000: a factor of 0.976.
        var offer = Assert.Single(Take(17_000));

        Assert.Equal(new(8_500), offer.RepaidValue);
        Assert.Equal(4.4625m, offer.Seized.Value);
        Assert.Equal(new(8_925), offer.SeizedValue);
        Assert.Equal(new(42.5m), offer.ProtocolFeeValue);
        Assert.Equal(new(382.5m), offer.Profit);
        Assert.Equal(new(500_000), offer.CloseFactor);
        Assert.Equal((20_000 - 8_925) * 0.83m / 8_500, offer.FactorAfter!.Value.Value, 15);
        Assert.Equal((8_500m, 5.5375m), (offer.DebtLeft.Value, offer.CollateralLeft.Value));
    }

    [Fact]
    public void All_is_taken_at_a_factor_of_95_hundredths()
    {
        var at = Assert.Single(LiquidationPreview.Of(Position([Collateral(Usdc, 100_000, 95, 2)], [Debt(Dai, 100_000)]), Prices, LiquidationRules.AaveV3));
        var above = Assert.Single(LiquidationPreview.Of(Position([Collateral(Usdc, 100_000, 95, 2)], [Debt(Dai, 99_999)]), Prices, LiquidationRules.AaveV3));

        Assert.Equal(new(PartsPerMillion.Whole), at.CloseFactor);
        Assert.True(at.LeavesBadDebt);
        Assert.Equal(TokenAmount.Zero, at.CollateralLeft);
        Assert.Equal(new(500_000), above.CloseFactor);
        Assert.Equal(49_999.5m, above.Repaid.Value);
    }

    [Fact]
    public void A_small_side_is_taken_whole()
    {
        var offer = Assert.Single(LiquidationPreview.Of(Position([Collateral(Usdc, 2_400, 83)], [Debt(Dai, 1_999)]), Prices, LiquidationRules.AaveV3));

        Assert.Equal(TokenAmount.Zero, offer.DebtLeft);
        Assert.Null(offer.FactorAfter);
        Assert.False(offer.LeavesBadDebt);
    }

    [Fact]
    public void A_healthy_position_offers_nothing() => Assert.Empty(Take(16_600));

    [Fact]
    public void A_debt_without_a_price_offers_nothing() => Assert.Empty(LiquidationPreview.Of(
        Position([Collateral(Weth, 1)], [Debt(Usdc, 17_000), Debt(TokenSymbol.Parse("ODD"), 1)]), Prices, LiquidationRules.AaveV3));

    [Fact]
    public void Nothing_is_borrowed_on_Curve() => Assert.Null(LiquidationRules.Of(LendingProtocol.Curve));

    [Theory]
    [InlineData(1.0, 20)]
    [InlineData(0.85, 60)]
    [InlineData(0.7, 100)]
    [InlineData(0.1, 100)]
    public void The_bonus_grows_as_the_factor_falls(double factor, int percentOfTheWhole) => Assert.Equal(
        new(50_000 * percentOfTheWhole / 100), LiquidationRules.AaveV4.BonusAt(new(50_000), new((decimal)factor)));

    [Fact]
    public void A_holder_sees_what_could_be_taken_when_prices_fall()
    {
        var healthy = Position([Collateral(Weth, 10), Collateral(Usdc, 1_000, 78)], [Debt(Dai, 10_000)]);
        var offers = LiquidationPreview.WhenPricesFall(healthy, Prices, LiquidationRules.AaveV3, Markets);
        var ether = offers.Single(o => o.CollateralAsset == Weth);

        // Ether falls until 10 × p × 83 % + 780 = 10,000; the stablecoin stays.
        Assert.Equal(9_220m / 8.3m, (ether.SeizedValue.Amount / ether.Seized.Value), 4);
        Assert.Equal(5_000, (double)ether.RepaidValue.Amount, 6);
        Assert.Equal(new(1_000), offers.Single(o => o.CollateralAsset == Usdc).SeizedValue);
    }

    [Fact]
    public void What_no_fall_liquidates_offers_nothing()
    {
        Assert.Empty(LiquidationPreview.WhenPricesFall(Position([Collateral(Usdc, 1_000, 78), Collateral(Weth, 1)], [Debt(Dai, 700)]), Prices, LiquidationRules.AaveV3, Markets));
        Assert.Empty(LiquidationPreview.WhenPricesFall(Position([Collateral(Weth, 10)], [Debt(Weth, 8)]), Prices, LiquidationRules.AaveV3, Markets));
        Assert.Empty(LiquidationPreview.WhenPricesFall(Position([Collateral(Weth, 10)], []), Prices, LiquidationRules.AaveV3));
    }

    [Fact]
    public void What_may_be_taken_already_is_shown_as_it_is() =>
        Assert.Equal(Take(17_000), LiquidationPreview.WhenPricesFall(Position([Collateral(Weth, 10)], [Debt(Usdc, 17_000)]), Prices, LiquidationRules.AaveV3));

    [Fact]
    public void Nobody_takes_more_than_there_is_or_at_a_loss() => Positions.Holds(p => Rules.All(rules =>
        LiquidationPreview.Of(p, Prices, rules).All(o =>
            o.Repaid.Value > 0
            && o.Repaid <= p.Borrowed.Single(b => b.Asset == o.DebtAsset).Amount
            && o.Seized <= p.Supplied.Single(s => s.Asset == o.CollateralAsset).Amount
            && o.Profit.Amount >= -Dust && o.ProtocolFeeValue.Amount >= -Dust && o.Credited.Amount >= -Dust
            && Math.Abs((o.SeizedValue - o.RepaidValue - o.Credited - o.Profit - o.ProtocolFeeValue).Amount) <= Dust)));

    [Fact]
    public void There_are_offers_exactly_below_one() => Positions.Holds(p => Rules.All(rules =>
        LiquidationPreview.Of(p, Prices, rules).Count > 0 == PositionHealth.Of(p, Prices).Factor!.Value.IsLiquidatable));

    [Fact]
    public void The_third_version_of_Aave_leaves_no_dust() => Positions.Holds(p => LiquidationPreview.Of(p, Prices, LiquidationRules.AaveV3).All(o =>
        o.DebtLeft == TokenAmount.Zero
        || o.CollateralLeft == TokenAmount.Zero
        || ((o.DebtLeft * Prices.Of(o.DebtAsset)!.Value).Amount >= 1_000 - Dust
            && (o.CollateralLeft * Prices.Of(o.CollateralAsset)!.Value + o.ProtocolFeeValue).Amount >= 1_000 - Dust)));

    [Fact]
    public void The_fourth_version_of_Aave_heals_to_its_target_unless_one_side_is_cleared() => Positions.Holds(p =>
        p.Protocol == LendingProtocol.AaveV2 || LiquidationPreview.Of(p, Prices, LiquidationRules.AaveV4).All(o =>
            o.DebtLeft == TokenAmount.Zero || o.CollateralLeft == TokenAmount.Zero || Math.Abs(o.FactorAfter!.Value.Value - 1.05m) < 1e-12m));

    private static IReadOnlyList<LiquidationOffer> Take(decimal debt) =>
        LiquidationPreview.Of(Position([Collateral(Weth, 10)], [Debt(Usdc, debt)]), Prices, LiquidationRules.AaveV3);

    private const decimal Dust = 1e-12m;
}
