using LiquidityRisk.Browser.Tests.Running;
using LiquidityRisk.TestKit;
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
        await KeepAsync(reader, "list", screen, theme);

        Assert.Empty(await reader.BarriersAsync());
        Assert.False(await reader.ScrollsSidewaysAsync());
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_bond_has_no_barriers_and_fits_the_screen(string screen, ColorScheme theme)
    {
        await using var reader = await app.ReaderAsync(Screen.Named(screen), theme, calm: true);
        await reader.OpenBondAsync(await app.SomeIsinAsync());
        await KeepAsync(reader, "bond", screen, theme);
        Assert.Empty(await reader.BarriersAsync());
        Assert.False(await reader.ScrollsSidewaysAsync());

        await reader.BecomeAsync("Professional");
        await reader.Page.GetByText("Inputs hash").WaitForAsync();
        await KeepAsync(reader, "bond-professional", screen, theme);
        Assert.Empty(await reader.BarriersAsync());
        Assert.False(await reader.ScrollsSidewaysAsync());
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

    private static async Task KeepAsync(Reader reader, string page, string screen, ColorScheme theme)
    {
        await Expect(reader.Connection).ToHaveTextAsync("Live");
        var file = Path.Combine(Checkout.Root, "artifacts", "screenshots", $"{page}-{screen}-{theme}.png".ToLowerInvariant());
        await reader.Page.ScreenshotAsync(new() { Path = file, FullPage = page != "list" });
    }
}
