using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Bonds;

public sealed class ProfessionalPageTests(RunningApp app)
{
    [Fact]
    public async Task The_cost_surface_is_read_with_the_arrow_keys_at_both_confidences()
    {
        await using var reader = await OpenAsync();
        var surface = reader.Page.Locator("[data-field=cost-surface]");
        await surface.Locator("[aria-selected=true]").FocusAsync();
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await reader.Page.Keyboard.PressAsync("Home");

        var cell = surface.Locator("[data-cell='4-0']");
        await Expect(cell).ToBeFocusedAsync();
        await Expect(surface).ToContainTextAsync("250,000 sold at once costs");
        var median = await cell.InnerTextAsync();
        await surface.GetByRole(AriaRole.Button, new() { Name = "90% confidence" }).ClickAsync();
        await Expect(cell).Not.ToHaveTextAsync(median);
    }

    [Fact]
    public async Task A_rung_of_the_ladder_becomes_the_size_of_the_page()
    {
        await using var reader = await OpenAsync();
        await reader.Page.Locator("[data-size='250000']").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(reader.Page.Locator("[data-size='250000']")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(reader.Page.Locator("[data-field=trade-size] input[type=text]")).ToHaveValueAsync("250,000");
        await Expect(reader.Page.GetByText("of face value").First).ToContainTextAsync("250,000");
    }

    [Fact]
    public async Task A_scenario_is_tried_and_told_figure_by_figure()
    {
        await using var reader = await OpenAsync();
        var scenario = reader.Page.Locator("[data-field=scenario]");
        await scenario.GetByLabel("Spread ×").FillAsync("5");
        await scenario.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();

        var spread = scenario.GetByRole(AriaRole.Row, new() { Name = "Spread" });
        await Expect(spread).ToContainTextAsync("worse");
        await Expect(scenario.GetByRole(AriaRole.List)).ToContainTextAsync("liquidity index");
        await scenario.GetByLabel("Spread ×").FillAsync("50");
        await Expect(scenario.GetByRole(AriaRole.Button, new() { Name = "Try it" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task The_history_is_read_point_by_point_and_as_a_table()
    {
        await using var reader = await OpenAsync();
        var history = reader.Page.Locator("[data-field=history]");
        await history.GetByRole(AriaRole.Button, new() { Name = "All" }).ClickAsync();
        var index = history.GetByRole(AriaRole.Slider, new() { Name = "Liquidity index, point by point" });
        await index.FocusAsync();
        await Expect(index).ToHaveAttributeAsync("aria-valuemin", "1");
        await history.GetByText("The newest points as a table").ClickAsync();

        await Expect(history.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();
        Assert.Empty(await reader.BarriersAsync());
    }

    [Fact]
    public async Task The_summary_is_copied_as_it_stands()
    {
        await using var reader = await OpenAsync();
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(reader.Page.GetByText("Copied.")).ToBeVisibleAsync();

        var copied = await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.StartsWith("LIQUIDITY-RISK ANALYSIS SUMMARY", copied, StringComparison.Ordinal);
    }

    private async Task<Reader> OpenAsync()
    {
        var reader = await app.ReaderAsync();
        await reader.OpenBondAsync(await app.SomeIsinAsync());
        await reader.BecomeAsync("Professional");
        await reader.Page.Locator("[data-field=key-figures]").WaitForAsync();
        return reader;
    }
}
