using LiquidityRisk.Browser.Tests.CashMarket;
using LiquidityRisk.Browser.Tests.Running;

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
        await owner.KeepAndJudgeAsync("wallet", screen, theme);
        await owner.Page.GotoAsync("/wallets/alerts");
        await owner.Page.GetByText("Health is 1.").WaitForAsync();
        await owner.KeepAndJudgeAsync("wallet-alerts", screen, theme);
        await owner.Page.GotoAsync("/wallets/stress");
        await owner.Page.GetByText("Everything but stablecoins falls by 40 %").WaitForAsync();
        await owner.KeepAndJudgeAsync("wallet-stress", screen, theme);
        await owner.Page.GotoAsync("/wallets/model");
        await owner.Page.GetByText("No model was ever promoted").Or(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Versions" })).First.WaitForAsync();
        await owner.KeepAndJudgeAsync("wallet-model", screen, theme);
    }
}
