using System.Text.RegularExpressions;
using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Bonds;

public sealed partial class BondPageTests(RunningApp app)
{
    private const int MostTabs = 60;

    [Fact]
    public async Task A_bond_is_opened_with_the_keyboard_alone()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        var isin = await reader.Bonds.First.GetAttributeAsync("data-isin");
        var tabs = 0;
        while (await FocusedAddressAsync(reader.Page) != "/bonds/" + isin)
        {
            Assert.True(++tabs <= MostTabs, "The first bond cannot be reached with Tab.");
            await reader.Page.Keyboard.PressAsync("Tab");
        }

        await reader.Page.Keyboard.PressAsync("Enter");

        await Expect(reader.Narrative).ToContainTextAsync("This is information, not advice.");
        await Expect(reader.Gauge).ToHaveAttributeAsync("aria-label", GaugeWords());
        await Expect(reader.Components).ToHaveCountAsync(4);
        await Expect(reader.Heading).ToBeFocusedAsync();
        Assert.EndsWith("/bonds/" + isin, reader.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_leads_to_the_list_as_it_was_left()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync("/?level=poor&sort=issuer");
        await reader.Bonds.First.GetByRole(AriaRole.Link).ClickAsync();
        await reader.Gauge.WaitForAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "All bonds" }).ClickAsync();

        await Expect(reader.Level("Poor")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.EndsWith("/?level=poor&sort=issuer", reader.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bond_has_an_address_of_its_own_and_changes_live_there()
    {
        var isin = await app.SomeIsinAsync();
        await using var reader = await app.ReaderAsync();
        await reader.OpenBondAsync(isin);
        await Expect(reader.Page.GetByText(isin).First).ToBeVisibleAsync();
        var first = await reader.Narrative.Locator("time").GetAttributeAsync("datetime");

        await Expect(reader.Narrative.Locator("time")).Not.ToHaveAttributeAsync("datetime", first!, new() { Timeout = 60_000 });
    }

    [Theory]
    [InlineData("/bonds/XS0000000009", "Nothing has been observed for XS0000000009")]
    [InlineData("/bonds/nonsense", "NONSENSE is not a valid ISIN")]
    public async Task A_bond_that_nobody_knows_is_met_with_a_friendly_page(string address, string words)
    {
        await using var reader = await app.ReaderAsync();
        await reader.Page.GotoAsync(address);
        await Expect(reader.Heading).ToHaveTextAsync("We do not know this bond");
        await Expect(reader.Page.GetByText(words)).ToBeVisibleAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "See all bonds" }).ClickAsync();

        await Expect(reader.Bonds).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task An_address_without_a_page_says_so()
    {
        await using var reader = await app.ReaderAsync();
        await reader.Page.GotoAsync("/nowhere/at/all");

        await Expect(reader.Heading).ToHaveTextAsync("Page not found");
    }

    [Fact]
    public async Task A_professional_sees_the_provenance_that_a_retail_reader_does_not()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenBondAsync(await app.SomeIsinAsync());
        await Expect(reader.Page.GetByText("Inputs hash")).ToHaveCountAsync(0);
        await Expect(reader.Page.GetByText("Buyers pay", new() { Exact = true })).ToBeVisibleAsync();

        await reader.BecomeAsync("Professional");

        await Expect(reader.Page.GetByText("Inputs hash")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("liquidity-index-1", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("Bid", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("Live", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    private static Task<string?> FocusedAddressAsync(IPage page) =>
        page.EvaluateAsync<string?>("() => document.activeElement?.getAttribute('href') ?? null");

    [GeneratedRegex(@"^Ease of sale: \d+ out of 100, \w+$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex GaugeWords();
}
