using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Bonds;

public sealed class PortfolioPageTests(RunningApp app)
{
    [Fact]
    public async Task Holdings_are_typed_worked_out_and_kept_for_the_next_visit()
    {
        var isin = await app.SomeIsinAsync();
        await using var reader = await app.ReaderAsync();
        await reader.Page.GotoAsync("/portfolio");
        await reader.Page.GetByLabel("ISIN of holding 1").FillAsync(isin);
        await reader.Page.GetByLabel("Face amount of holding 1").FillAsync("250,000");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(Narrative(reader)).ToContainTextAsync("This is information, not advice.");
        await Expect(reader.Page.GetByRole(AriaRole.Table, new() { Name = "Holdings and their ways out" })).ToContainTextAsync("250,000");

        await reader.Page.ReloadAsync();

        await Expect(reader.Page.GetByLabel("ISIN of holding 1")).ToHaveValueAsync(isin);
        await Expect(Narrative(reader)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Pasted_lines_that_are_not_understood_stay_in_the_box()
    {
        var isin = await app.SomeIsinAsync();
        await using var reader = await app.ReaderAsync();
        await reader.Page.GotoAsync("/portfolio");
        await reader.Page.GetByText("Paste a list").ClickAsync();
        var box = reader.Page.GetByLabel("One holding a line");
        await box.FillAsync(isin + " 100,000\nnot a holding");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Add these" }).ClickAsync();

        await Expect(box).ToHaveValueAsync("not a holding");
        await Expect(reader.Page.GetByLabel("Face amount of holding 1")).ToHaveValueAsync("100,000");
    }

    [Fact]
    public async Task A_line_that_is_wrong_is_named()
    {
        await using var reader = await app.ReaderAsync();
        await reader.Page.GotoAsync("/portfolio");
        await reader.Page.GetByLabel("ISIN of holding 1").FillAsync("nonsense");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show ways out" }).ClickAsync();

        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("An ISIN has twelve characters");
    }

    private static ILocator Narrative(Reader reader) => reader.Page.Locator("[data-field=portfolio-narrative]");
}
