using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.CashMarket;

[Collection(nameof(CashMarketPages))]
public sealed class TradingTests(TradingApp app)
{
    [Fact]
    public async Task An_order_waits_trades_with_somebody_else_is_changed_and_cancelled()
    {
        await using var ana = await app.ReaderAsync();
        await using var paul = await app.ReaderAsync();
        await ana.OpenMarketAsync("CEA", "Retail reader");
        await paul.OpenMarketAsync("CEA", "Professional");

        await ana.OrderAsync("Buy", "8.90", "50");
        await Expect(ana.OrderForm().GetByRole(AriaRole.Status)).ToHaveTextAsync("Buy order for 50 CEA: 50 wait at 8.90.");
        await Expect(ana.Page.GetByText("yours 50")).ToBeVisibleAsync();

        await paul.Button("Sell at 8.90").ClickAsync();
        await paul.OrderForm().GetByLabel("Quantity").FillAsync("20");
        await paul.Button("Sell CEA").ClickAsync();
        await Expect(paul.OrderForm().GetByRole(AriaRole.Status)).ToHaveTextAsync("Sell order for 20 CEA: 20 traded at 8.90.");
        await Expect(ana.Page.GetByText("yours 30")).ToBeVisibleAsync();
        await Expect(ana.Page.Locator("[data-field=last-price]")).ToHaveTextAsync("8.90");

        var order = ana.Page.Locator("[data-order]");
        await Expect(order).ToContainTextAsync("20 of 50 traded");
        await order.Button("Edit", exact: false).ClickAsync();
        await order.GetByLabel("Price").FillAsync("8.91");
        await order.Button("Save").ClickAsync();
        await Expect(paul.BookLevel("Sell at 8.91").GetByRole(AriaRole.Cell).First).ToHaveTextAsync("30");

        await order.Button("Cancel", exact: false).ClickAsync();
        await Expect(paul.BookLevel("Sell at 8.91")).ToHaveCountAsync(0);
        await Expect(ana.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "20 traded, rest cancelled by you" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_order_that_cannot_be_taken_is_refused_at_its_field()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenMarketAsync("CEA", "Professional");
        var form = reader.OrderForm();
        await reader.OrderAsync("Buy", "8.805", "5");
        await Expect(form.GetByLabel("Price")).ToHaveAttributeAsync("aria-invalid", "true");
        await reader.OrderAsync("Buy", "8.80", "500000");
        await Expect(form.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Costs more than you have available.");

        await reader.OrderAsync("Buy", "8.80", "5");
        await Expect(reader.Page.GetByText("yours 5")).ToBeVisibleAsync();
        await reader.OrderAsync("Sell", "8.80", "5");
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("would meet your own order");
        await Expect(form.GetByLabel("Price")).ToHaveAttributeAsync("aria-invalid", "true");
        await reader.Page.Locator("[data-order]").Button("Cancel", exact: false).ClickAsync();
        await Expect(reader.Page.Locator("[data-order]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Immediate_and_post_only_orders_do_what_they_say()
    {
        await using var ana = await app.ReaderAsync();
        await using var paul = await app.ReaderAsync();
        await ana.OpenMarketAsync("CEA", "Retail reader");
        await paul.OpenMarketAsync("CEA", "Professional");
        await ana.OrderAsync("Sell", "9.60", "10");
        await paul.Button("Buy at 9.60").WaitForAsync();

        await paul.OrderForm().GetByText("More", new() { Exact = true }).ClickAsync();
        await paul.OrderForm().GetByLabel("Post-only: refused instead of trading at once").CheckAsync();
        await paul.OrderAsync("Buy", "9.60", "25");
        await Expect(paul.OrderForm().GetByRole(AriaRole.Alert)).ToHaveTextAsync("A post-only order that would trade at once is refused.");

        await paul.OrderForm().GetByLabel("Post-only: refused instead of trading at once").UncheckAsync();
        await paul.OrderForm().GetByLabel("Time in force").SelectOptionAsync("IOC");
        await paul.OrderAsync("Buy", "9.60", "25");
        await Expect(paul.OrderForm().GetByRole(AriaRole.Status)).ToHaveTextAsync("Buy order for 25 CEA: 10 traded at 9.60, rest cancelled.");
        await Expect(ana.Page.GetByText("None of your orders waits in this market.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_risk_manager_reads_the_market_and_is_offered_no_order()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenMarketAsync("CEA", "Risk manager");

        await Expect(reader.Page.GetByText("Your role sees this market, but does not trade in it.")).ToBeVisibleAsync();
        await Expect(reader.OrderForm()).ToHaveCountAsync(0);
    }
}
