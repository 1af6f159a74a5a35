using LiquidityRisk.Browser.Tests.Running;

namespace LiquidityRisk.Browser.Tests;

public sealed class PageAppearanceTests(RunningApp app)
{
    private static readonly LocatorWaitForOptions Patience = new() { Timeout = 60_000 };

    public static MatrixTheoryData<string, ColorScheme> Looks { get; } =
        new([Screen.Desktop.Name, Screen.Phone.Name], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Alerts_have_no_barriers_and_fit_the_screen(string screen, ColorScheme theme)
    {
        await using var reader = await app.ReaderAsync(Screen.Named(screen), theme, calm: true);
        await reader.Page.GotoAsync("/alerts");
        await reader.Page.Locator("[data-alert]").First.WaitForAsync(Patience);
        await reader.BecomeAsync("Risk manager");
        await reader.Page.Locator("[data-alert] button").First.WaitForAsync(Patience);

        await reader.KeepAndJudgeAsync("alerts", screen, theme);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_portfolio_has_no_barriers_and_fits_the_screen(string screen, ColorScheme theme)
    {
        await using var reader = await app.ReaderAsync(Screen.Named(screen), theme, calm: true);
        await reader.Page.GotoAsync("/portfolio");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Fill in an example" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show ways out" }).ClickAsync();
        await reader.Page.Locator("[data-field=portfolio-narrative]").WaitForAsync(Patience);

        await reader.KeepAndJudgeAsync("portfolio", screen, theme);
    }
}
