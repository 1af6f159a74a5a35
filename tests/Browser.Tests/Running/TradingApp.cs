using System.Net.Http.Json;

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>
/// An app whose cash markets are moved by the tests alone. EUA is for liquidity, whose plans rest on the default price as long as nobody trades;
/// CEA is for trading.
/// </summary>
public sealed class TradingApp() : BrowsedApp("--no-simulator")
{
    public const string LiquidityProvider = "North Sea Liquidity";
    public const string AssetHolder = "Alpine Certificates";

    /// <summary>The simulated owner keeps his health factor below 1.28, so that it asks for him whatever the hour.</summary>
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Wallets__HealthWarning"] = "1.3" };

    protected override async Task PrepareAsync()
    {
        await App.SignInAsync("admin");
        await MakeAsync(new { name = LiquidityProvider, mm_type = "LIQUIDITY_PROVIDER", initial_eur_balance = 2_000_000 });
        var certificates = new Dictionary<string, int>(StringComparer.Ordinal) { ["EUA"] = 30_000, ["CEA"] = 50_000 };
        await MakeAsync(new { name = AssetHolder, mm_type = "ASSET_HOLDER", initial_balances = certificates });
    }

    private async Task MakeAsync(object maker) => (await App.Http.PostAsJsonAsync("/api/v1/market-makers", maker)).EnsureSuccessStatusCode();
}

/// <summary>The tests of the cash market; they share one market and run one after the other.</summary>
[CollectionDefinition(nameof(CashMarketPages))]
public sealed class CashMarketPages : ICollectionFixture<TradingApp>;
