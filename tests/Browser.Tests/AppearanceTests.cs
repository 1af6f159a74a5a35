using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests;

public sealed class AppearanceTests(RunningApp app)
{
    public static MatrixTheoryData<string, ColorScheme> Looks { get; } =
        new([Screen.Desktop.Name, Screen.Phone.Name], [ColorScheme.Light, ColorScheme.Dark]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_list_has_no_barriers_and_fits_the_screen(string screen, ColorScheme theme)
    {
        await using var reader = await app.ReaderAsync(Screen.Named(screen), theme, calm: true);
        await reader.OpenListAsync();
        await reader.KeepAndJudgeAsync("list", screen, theme);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_bond_has_no_barriers_and_fits_the_screen(string screen, ColorScheme theme)
    {
        await using var reader = await app.ReaderAsync(Screen.Named(screen), theme, calm: true);
        await reader.OpenBondAsync(await app.SomeIsinAsync());
        await reader.KeepAndJudgeAsync("bond", screen, theme, whole: true);

        await reader.BecomeAsync("Professional");
        await reader.Page.GetByText("Inputs hash").WaitForAsync();
        await reader.KeepAndJudgeAsync("bond-professional", screen, theme, whole: true);
    }

    [Fact]
    public async Task A_chosen_theme_outlives_the_visit()
    {
        await using var reader = await app.ReaderAsync(theme: ColorScheme.Light);
        await reader.OpenListAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Switch to the dark theme" }).ClickAsync();
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await reader.Page.ReloadAsync();

        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Switch to the light theme" })).ToBeVisibleAsync();
    }
}
