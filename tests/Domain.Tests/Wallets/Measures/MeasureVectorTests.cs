using System.Text.Json;
using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Measures;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures.Tests;

/// <summary>Against <c>tests/Golden/Wallets/measures.json</c>, made by numpy and scipy.</summary>
public class MeasureVectorTests
{
    private const double Close = 1e-9;

    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "Golden", "Wallets", "measures.json"))).RootElement;

    private static readonly (string Token, decimal Price)[] Prices = [("ETH", 2_000m), ("WBTC", 50_000m), ("USDC", 1m)];

    [Fact]
    public void Losses_are_those_of_numpy()
    {
        var var = WalletVar.Of(Exposures(), View(), new Probability(0.95));

        Assert.Equal(160, var.Sample);
        Assert.Equal(Expected("historical_var"), (double)var.Historical!.Value.Amount, 0.0051);
        Assert.Equal(-Expected("historical_var"), (double)var.RawQuantile!.Value.Amount, 0.0051);
        Assert.Equal(Expected("shortfall"), (double)var.Shortfall!.Value.Amount, 0.0051);
        Assert.Equal(Expected("parametric_var"), (double)var.Parametric!.Value.Amount, 0.0051);
        Assert.Equal(1, var.Coverage.Value);
    }

    [Fact]
    public void Simulated_losses_are_near_those_of_a_t_distribution_with_the_same_variance()
    {
        var var = WalletVar.Of(Exposures(), View(paths: 40_000), new Probability(0.95));

        // The futures have no drift. A t with five degrees of freedom and this deviation has a 95 % quantile of 2.0150·√(3/5) deviations.
        var expected = 2.0150 * Math.Sqrt(3.0 / 5) * Expected("profit_deviation");
        Assert.InRange((double)var.MonteCarlo!.Value.Amount, 0.98 * expected, 1.02 * expected);
    }

    [Fact]
    public void Volatility_spread_and_correlation_are_those_of_numpy()
    {
        var (exposures, view) = (Exposures(), View());

        var volatility = WalletVolatility.Of(exposures, view, windowDays: 7)!;
        Assert.Equal(Expected("daily_volatility"), volatility.Daily, Close);
        Assert.Equal(Expected("daily_volatility") * Math.Sqrt(365), volatility.Annualised, Close);
        Assert.Equal(Expected("correlation"), CorrelationRisk.Of(exposures, view.Correlations)!.Value, Close);
        var spread = Concentration.Of(Holdings(9_000), exposures, view.Prices).ByAsset!;
        Assert.Equal(Expected("hhi"), spread.Hhi.Value, Close);
        Assert.Equal(1 / Expected("hhi"), spread.EffectiveNumber, Close);
        Assert.Equal("ETH", spread.Largest);
    }

    [Fact]
    public void A_loans_chance_to_reach_liquidation_is_that_of_scipy()
    {
        var position = Holdings(23_000).Positions[0];
        var health = PositionHealth.Of(position, View().Prices);
        Assert.Equal(Expected("health_factor"), (double)health.Factor!.Value.Value, Close);

        var volatility = HealthVolatility.Of(position, health, View())!;

        Assert.Equal(Expected("health_volatility"), volatility.Daily, Close);
        Assert.Equal(Expected("within_24h"), volatility.Within24Hours.Value, Close);
        Assert.Equal(Expected("within_7d"), volatility.Within7Days.Value, Close);
    }

    private static double Expected(string name) => Golden.GetProperty(name).GetDouble();

    private static WalletExposures Exposures() => WalletExposures.Of(Holdings(9_000), View().Prices);

    private static WalletHoldings Holdings(decimal owed) => new(
        WalletAddress.Parse("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"),
        DateTimeOffset.UnixEpoch,
        [
            new(
                LendingProtocol.AaveV3,
                [Supplied("ETH", 10, 830_000), Supplied("WBTC", 0.2m, 780_000)],
                [new(TokenSymbol.Parse("USDC"), new(owed), null)]),
        ],
        [new(TokenSymbol.Parse("USDC"), new(5_000))]);

    private static SuppliedAsset Supplied(string token, decimal amount, int threshold) => new(
        TokenSymbol.Parse(token), new(amount), new(new(threshold - 50_000), new(threshold), new(50_000), default), IsCollateral: true, null);

    private static MarketView View(int paths = 2_000) => MarketViews.Of(
        DateTimeOffset.UnixEpoch,
        new PriceBook(Prices.Select(p => new KeyValuePair<TokenSymbol, UsdPrice>(TokenSymbol.Parse(p.Token), new(p.Price)))),
        new Dictionary<TokenSymbol, Usd>(),
        Golden.GetProperty("closes").EnumerateObject().ToDictionary(c => TokenSymbol.Parse(c.Name), c => Closes(c.Value)),
        gwei: null,
        new Dictionary<LendingProtocol, Usd>(),
        MarketRules.Standard with { HistoryDays = 160, Paths = paths });

    private static IReadOnlyList<DayPrice> Closes(JsonElement prices) =>
        [.. prices.EnumerateArray().Select((p, i) => new DayPrice(new DateOnly(2026, 1, 1).AddDays(i), new(p.GetDecimal())))];
}
