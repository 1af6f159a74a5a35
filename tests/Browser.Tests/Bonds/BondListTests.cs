using System.Text.Json;
using System.Text.RegularExpressions;
using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Bonds;

public sealed class BondListTests(RunningApp app)
{
    [Fact]
    public async Task Opening_the_app_shows_bonds_and_figures_that_change_without_reloading()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        await Expect(reader.Bonds).ToHaveCountAsync(50);
        await Expect(reader.Connection).ToHaveTextAsync("Live");
        await reader.Page.EvaluateAsync("() => { window.sameVisit = true; }");

        await reader.Page.Locator("[data-changes]:not([data-changes='0'])").First.WaitForAsync(new() { Timeout = 60_000 });

        Assert.True(await reader.Page.EvaluateAsync<bool>("() => window.sameVisit === true"));
    }

    [Fact]
    public async Task Show_more_adds_the_next_page()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show more" }).ClickAsync();

        await Expect(reader.Bonds.Nth(50)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Searching_leaves_only_the_bonds_that_match_and_clearing_brings_the_others_back()
    {
        var isin = await app.SomeIsinAsync();
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync(isin.ToLowerInvariant());
        await Expect(reader.Bonds).ToHaveCountAsync(1);
        Assert.Equal(isin, await reader.Bonds.GetAttributeAsync("data-isin"));

        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("no such issuer anywhere");
        await Expect(reader.Page.GetByText("No bond matches")).ToBeVisibleAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Clear search and filters" }).ClickAsync();

        await Expect(reader.Bonds).ToHaveCountAsync(50);
        await Expect(reader.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData("Poor", "poor")]
    [InlineData("Limited", "limited")]
    public async Task Choosing_a_level_shows_its_bonds_and_keeps_the_choice_in_the_address(string word, string level)
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        var response = await reader.Page.RunAndWaitForResponseAsync(
            () => reader.Level(word).ClickAsync(), r => r.Url.Contains("level=" + level, StringComparison.Ordinal));

        var items = (await response.JsonAsync())!.Value.GetProperty("items").EnumerateArray().ToList();
        Assert.All(items, item => Assert.Equal(level, item.GetProperty("liquidity_level").GetString()));
        var isins = items.Select(item => item.GetProperty("isin").GetString()!).ToList();
        await Expect(reader.Bonds).ToHaveCountAsync(isins.Count);
        Assert.Equal(isins, await reader.Bonds.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.isin)"));
        await Expect(reader.Level(word)).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.EndsWith("/?level=" + level, reader.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_sorts_one_way_and_then_the_other()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        var header = reader.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Maturity" });
        var soonest = await SortAsync("order=asc");
        await Expect(header).ToHaveAttributeAsync("aria-sort", "ascending");
        var latest = await SortAsync("order=desc");
        await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");

        Assert.True(string.CompareOrdinal(soonest, latest) < 0, $"{soonest} comes before {latest}.");

        async Task<string> SortAsync(string order)
        {
            var response = await reader.Page.RunAndWaitForResponseAsync(
                () => header.GetByRole(AriaRole.Button).ClickAsync(),
                r => r.Url.Contains("sort=maturity&" + order, StringComparison.Ordinal));
            return (await response.JsonAsync())!.Value.GetProperty("items")[0].GetProperty("maturity").GetString()!;
        }
    }

    [Fact]
    public async Task A_broken_connection_is_told_and_mended()
    {
        const string negotiation = "**/api/v1/realtime/negotiate";
        await using var reader = await app.ReaderAsync();
        IWebSocketRoute? socket = null;
        await reader.Page.RouteWebSocketAsync(new Regex("/client/hubs/", RegexOptions.None, TimeSpan.FromSeconds(1)), route =>
        {
            route.ConnectToServer();
            socket = route;
        });
        await reader.OpenListAsync();
        await Expect(reader.Connection).ToHaveTextAsync("Live");

        await reader.Page.RouteAsync(negotiation, route => route.AbortAsync());
        await socket!.CloseAsync();
        await Expect(reader.Connection).ToHaveTextAsync("Offline", new() { Timeout = 30_000 });
        await reader.Page.UnrouteAsync(negotiation);

        await Expect(reader.Connection).ToHaveTextAsync("Live", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task A_failed_load_is_told_and_can_be_repeated()
    {
        await using var reader = await app.ReaderAsync();
        await reader.Page.RouteAsync("**/api/v1/liquidity-risk?*", route => route.FulfillAsync(new()
        {
            Status = 422,
            ContentType = "application/problem+json",
            Body = JsonSerializer.Serialize(new { title = "The request cannot be met.", status = 422, detail = "The market is closed for repairs." }),
        }));
        await reader.Page.GotoAsync("/");
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The market is closed for repairs.");

        await reader.Page.UnrouteAllAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(reader.Bonds).ToHaveCountAsync(50);
    }
}
