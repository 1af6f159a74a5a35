using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.CashMarket;

[Collection(nameof(CashMarketPages))]
public sealed class TwoAdminsTests(TradingApp app)
{
    /// <summary>For what a workflow does, milliseconds.</summary>
    private const float Patience = 30_000;

    [Fact]
    public async Task What_one_asks_for_and_another_approves_appears_in_everybodys_book_without_reloading()
    {
        await using var first = await app.ReaderAsync();
        await using var second = await app.ReaderAsync();
        await using var client = await app.ReaderAsync();
        await first.OpenLiquidityAsync("Admin");
        await second.OpenLiquidityAsync("Second admin");
        var (firstBook, secondBook) = (await first.AnotherTabAsync(), await second.AnotherTabAsync());
        await firstBook.OpenMarketAsync("EUA", "Admin");
        await secondBook.OpenMarketAsync("EUA", "Second admin");
        await client.OpenMarketAsync("EUA", "Retail reader");
        Reader[] everybody = [firstBook, secondBook, client];

        await first.PreviewAsync("80000", "80000");
        var (price, planned) = await first.NearestBidAsync();
        var before = await client.BookLevel("Sell at " + price).QuantityAsync();
        foreach (var reader in everybody) await reader.Page.EvaluateAsync("() => { window.sameVisit = true; }");
        await first.Dialog().Button("Confirm & ask for approval").ClickAsync();
        await Expect(first.Page.GetByText("You asked for this yourself; it waits for another administrator.")).ToBeVisibleAsync();
        await Expect(first.Button("Approve")).ToHaveCountAsync(0);

        var request = second.Page.Locator("[data-operation]");
        await request.GetByLabel("Comment").FillAsync("In line with the market-quality agreement");
        await request.Button("Approve").ClickAsync();

        foreach (var reader in everybody)
        {
            await Expect(reader.BookLevel("Sell at " + price).GetByRole(AriaRole.Cell).First).ToHaveTextAsync(
                CashMarketSteps.Written(before + planned), new() { Timeout = Patience });
            Assert.True(await reader.Page.EvaluateAsync<bool>("() => window.sameVisit === true"));
        }

        await Expect(first.Page.GetByText("orders were placed:")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Expect(request).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_rejected_places_nothing_and_says_why()
    {
        await using var first = await app.ReaderAsync();
        await using var second = await app.ReaderAsync();
        await first.OpenLiquidityAsync("Admin");
        await second.OpenLiquidityAsync("Second admin");
        await first.PreviewAsync("110000", "0");
        await first.Dialog().Button("Confirm & ask for approval").ClickAsync();
        var request = second.Page.Locator("[data-operation]");
        await request.GetByLabel("Comment").FillAsync("Too much for a quiet day");
        await request.Button("Reject").ClickAsync();

        await Expect(first.Page.GetByText("It was rejected; nothing has happened. Too much for a quiet day")).ToBeVisibleAsync();
        await Expect(request).ToHaveCountAsync(0);
    }
}
