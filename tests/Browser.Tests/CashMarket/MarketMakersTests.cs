using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.CashMarket;

[Collection(nameof(CashMarketPages))]
public sealed class MarketMakersTests(TradingApp app)
{
    [Fact]
    public async Task An_administrator_creates_funds_and_deactivates_a_market_maker()
    {
        await using var admin = await app.ReaderAsync();
        await admin.Page.GotoAsync("/cash-market/market-makers");
        await admin.BecomeAsync("Admin");
        await admin.Button("Create market maker").ClickAsync();
        var dialog = admin.Dialog();
        await Expect(dialog.GetByLabel("Initial EUR balance")).ToBeVisibleAsync();
        await dialog.GetByLabel("Type").SelectOptionAsync("ASSET_HOLDER");
        await Expect(dialog.GetByLabel("Initial EUR balance")).ToHaveCountAsync(0);
        await dialog.GetByLabel("Name").FillAsync(TradingApp.AssetHolder);
        await dialog.GetByLabel("Initial CEA balance").FillAsync("1,500");
        await dialog.Button("Create").ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync($"There is a market maker called {TradingApp.AssetHolder}.");
        await dialog.GetByLabel("Name").FillAsync("Baltic Certificates");
        await dialog.Button("Create").ClickAsync();

        var card = admin.Page.Locator("[data-maker]").Filter(new() { HasText = "Baltic Certificates" });
        await Expect(card).ToContainTextAsync("1,500 CEA");
        await card.Button("Fund", exact: false).ClickAsync();
        await dialog.Button("CEA").ClickAsync();
        await dialog.GetByLabel("Amount").FillAsync("-500");
        await dialog.Button("Take out").ClickAsync();
        await Expect(card).ToContainTextAsync("1,000 CEA");

        await card.Button("Transactions", exact: false).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Row)).ToContainTextAsync(["Reason", "−500 CEA", "+1,500 CEA"]);
        await admin.Page.Keyboard.PressAsync("Escape");
        await card.Button("Deactivate", exact: false).ClickAsync();
        await dialog.Button("Deactivate").ClickAsync();
        await Expect(card).ToContainTextAsync("Deactivated");
        await Expect(card.GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_client_is_told_that_the_page_is_for_administrators()
    {
        await using var client = await app.ReaderAsync();
        await client.Page.GotoAsync("/cash-market/market-makers");

        await Expect(client.Page.GetByText("This page is for administrators.")).ToBeVisibleAsync();
    }
}
