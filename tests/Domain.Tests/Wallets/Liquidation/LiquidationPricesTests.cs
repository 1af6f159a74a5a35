using LiquidityRisk.Domain.Tests;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Domain.Wallets.Tests;
using LiquidityRisk.Units;
using static LiquidityRisk.Domain.Wallets.Tests.Loans;

namespace LiquidityRisk.Domain.Wallets.Liquidation.Tests;

public class LiquidationPricesTests
{
    private static readonly Population<ProtocolPosition> Positions = new(RandomPositions.All);

    [Fact]
    public void A_collateral_falls_and_a_volatile_debt_rises()
    {
        // 60,000 × 78 % + 10,000 × 78 % = 54,600 against 20 × 2,000.
        var prices = LiquidationPrices.Of(Position([Collateral(Wbtc, 1, 78), Collateral(Usdc, 10_000, 78)], [Debt(Weth, 20)]), Prices, Markets);

        Assert.Equal([(Wbtc, PriceMove.Fall), (Usdc, PriceMove.Fall), (Weth, PriceMove.Rise)], prices.Select(p => (p.Asset, p.Move)));
        Assert.Equal(32_200 / 0.78m, prices[0].At!.Value.Value, 10);
        Assert.Equal(1 - (32_200 / 0.78m / 60_000), prices[0].Distance!.Value, 15);
        Assert.Equal(-Math.Log((double)(32_200 / 0.78m / 60_000)) / 0.03, prices[0].Volatilities!.Value, 10);
        Assert.Equal(2_730, prices[2].At!.Value.Value, 15);
        Assert.Equal(0.365m, prices[2].Distance!.Value, 15);
        Assert.Equal(Math.Log(1.365) / 0.04, prices[2].Volatilities!.Value, 10);
    }

    [Fact]
    public void What_cannot_do_it_alone_has_no_price()
    {
        var prices = LiquidationPrices.Of(Position([Collateral(Wbtc, 1, 78), Collateral(Weth, 1)], [Debt(Usdc, 1_000)]), Prices, Markets);

        Assert.All(prices, p => Assert.True(p is { At: null, Distance: null, Volatilities: null }));
        Assert.Equal([Wbtc, Weth], prices.Select(p => p.Asset));
    }

    [Fact]
    public void A_token_on_both_sides_is_as_dangerous_as_what_it_is_more_of()
    {
        // 10 ether at 83 % less 4 ether of debt move with its price: 4.3 × p = 5,000.
        var ether = LiquidationPrices.Of(Position([Collateral(Weth, 10)], [Debt(Weth, 4), Debt(Usdc, 5_000)]), Prices, Markets).Single();
        var rising = LiquidationPrices.Of(Position([Collateral(Weth, 1), Collateral(Usdc, 20_000, 78)], [Debt(Weth, 8)]), Prices, Markets);

        Assert.Equal((PriceMove.Fall, 5_000 / 4.3m), (ether.Move, decimal.Round(ether.At!.Value.Value, 24)), new Near());
        Assert.Equal((PriceMove.Rise, 15_600 / 7.17m), (rising[0].Move, rising[0].At!.Value.Value), new Near());
        Assert.Equal(2, rising.Count);
    }

    [Fact]
    public void A_token_that_balances_itself_has_no_price() => Assert.Null(
        LiquidationPrices.Of(Position([Collateral(Weth, 10), Collateral(Usdc, 100, 50)], [Debt(Weth, 8.3m)]), Prices, Markets)[0].At);

    [Fact]
    public void A_position_below_one_shows_how_far_the_price_has_to_come_back()
    {
        var price = LiquidationPrices.Of(Position([Collateral(Weth, 10)], [Debt(Usdc, 17_430)]), Prices, Markets).Single();

        Assert.Equal(2_100, price.At!.Value.Value, 10);
        Assert.Equal(-0.05m, price.Distance!.Value, 15);
        Assert.True(price.Volatilities < 0);
    }

    [Fact]
    public void Volatility_that_is_not_known_gives_no_distance_in_it() =>
        Assert.Null(LiquidationPrices.Of(Position([Collateral(Weth, 10)], [Debt(Usdc, 10_000)]), Prices, new Dictionary<TokenSymbol, Market.TokenMarket>()).First().Volatilities);

    [Fact]
    public void Without_a_known_debt_there_is_nothing_to_say()
    {
        Assert.Empty(LiquidationPrices.Of(Position([Collateral(Weth, 10)], []), Prices, Markets));
        Assert.Empty(LiquidationPrices.Of(Position([Collateral(Weth, 10)], [Debt(Usdc, 1)]), Book(), Markets));
    }

    [Fact]
    public void At_the_price_the_factor_is_one_and_beyond_it_less() => Positions.Holds(p =>
        p.Protocol == LendingProtocol.AaveV2 || LiquidationPrices.Of(p, Prices, Markets).All(price =>
        {
            if (price.At is not { } at) return true;
            decimal FactorAt(decimal times) => PositionHealth.Of(p, Prices.With(price.Asset, at.Times(times))).Factor!.Value.Value;
            return Math.Abs(FactorAt(1) - 1) < 1e-9m && FactorAt(price.Move == PriceMove.Fall ? 0.999m : 1.001m) < 1;
        }));

    [Fact]
    public void What_has_no_price_survives_a_thousandfold_move() => Positions.Holds(p =>
        PositionHealth.Of(p, Prices).Factor!.Value.IsLiquidatable || LiquidationPrices.Of(p, Prices, Markets).Where(price => price.At is null).All(price =>
            PositionHealth.Of(p, Prices.With(price.Asset, price.Now.Times(price.Move == PriceMove.Fall ? 0.001m : 1_000))).Factor!.Value.Value > 0.999m));

    private sealed class Near : IEqualityComparer<(PriceMove Move, decimal Price)>
    {
        public bool Equals((PriceMove Move, decimal Price) x, (PriceMove Move, decimal Price) y) => x.Move == y.Move && Math.Abs(x.Price - y.Price) < 1e-15m;

        public int GetHashCode((PriceMove Move, decimal Price) obj) => (int)obj.Move;
    }
}
