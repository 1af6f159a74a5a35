using LiquidityRisk.Browser.Tests.CashMarket;
using LiquidityRisk.Browser.Tests.Running;
using LiquidityRisk.TestKit;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Wallets;

[Collection(nameof(CashMarketPages))]
public sealed class WalletAppearanceTests(TradingApp app)
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
        await using var owner = await app.ReaderAsync(Screen.Named(screen), theme, calm: true);
        await owner.OpenWalletsAsync();
        await owner.WatchAsync();
        await KeepAndJudgeAsync(owner, "wallet", screen, theme);
        await owner.Page.GotoAsync("/wallets/alerts");
        await owner.Page.GetByText("Health is 1.").WaitForAsync();
        await KeepAndJudgeAsync(owner, "wallet-alerts", screen, theme);
        await owner.Page.GotoAsync("/wallets/stress");
        await owner.Page.GetByText("Everything but stablecoins falls by 40 %").WaitForAsync();
        await KeepAndJudgeAsync(owner, "wallet-stress", screen, theme);
        await owner.Page.GotoAsync("/wallets/model");
        await owner.Page.GetByText("No model was ever promoted").Or(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Versions" })).First.WaitForAsync();
        await KeepAndJudgeAsync(owner, "wallet-model", screen, theme);
    }

    private static async Task KeepAndJudgeAsync(Reader reader, string page, string screen, ColorScheme theme)
    {
        await Expect(reader.Connection).ToHaveTextAsync("Live");
        var file = Path.Combine(Checkout.Root, "artifacts", "screenshots", $"{page}-{screen}-{theme}.png".ToLowerInvariant());
        await reader.Page.ScreenshotAsync(new() { Path = file });
        Assert.Empty(await reader.BarriersAsync());
        Assert.False(await reader.ScrollsSidewaysAsync());
    }
}
