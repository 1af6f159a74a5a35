using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.CashMarket;

[Collection(nameof(CashMarketPages))]
public sealed class CashMarketAppearanceTests(TradingApp app)
{
    public static TheoryData<string, ColorScheme> Looks { get; } = new()
    {
        { Screen.Desktop.Name, ColorScheme.Light },
        { Screen.Phone.Name, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Its_pages_have_no_barriers_and_fit_the_screen(string screen, ColorScheme theme)
    {
        await using var reader = await app.ReaderAsync(Screen.Named(screen), theme, calm: true);
        await reader.OpenMarketAsync("EUA", "Admin");
        await reader.KeepAndJudgeAsync("cash-market", screen, theme);

        await reader.OpenLiquidityAsync("Admin");
        await reader.KeepAndJudgeAsync("liquidity", screen, theme);
        await reader.PreviewAsync("15000", "15000");
        await reader.KeepAndJudgeAsync("liquidity-preview", screen, theme);
        await reader.Dialog().Button("Confirm & execute").ClickAsync();
        await Expect(reader.Page.GetByText("orders were placed")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await reader.Page.GotoAsync("/cash-market/market-makers");
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = TradingApp.AssetHolder }).WaitForAsync();
        await reader.KeepAndJudgeAsync("market-makers", screen, theme);

        await reader.Page.GotoAsync("/cash-market/operations");
        var ticket = reader.Page.GetByRole(AriaRole.Main).GetByText("LIQ-").First;
        await ticket.WaitForAsync();
        await reader.KeepAndJudgeAsync("operations", screen, theme);
        await ticket.ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Steps" }).WaitForAsync();
        await reader.KeepAndJudgeAsync("operation", screen, theme);
    }
}
