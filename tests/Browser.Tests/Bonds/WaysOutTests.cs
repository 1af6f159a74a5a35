using System.Text.Json;
using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Bonds;

public sealed class WaysOutTests(RunningApp app)
{
    [Fact]
    public async Task A_retail_reader_sees_all_four_ways_and_asks_for_another_size_with_the_keyboard()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenBondAsync(await app.SomeIsinAsync());
        await Expect(reader.Page.Locator("[data-path]")).ToHaveCountAsync(4);
        await reader.Page.GetByRole(AriaRole.Slider).FocusAsync();

        var response = await reader.Page.RunAndWaitForResponseAsync(
            () => reader.Page.Keyboard.PressAsync("End"), r => r.Url.Contains("trade_size=5000000", StringComparison.Ordinal));

        var answer = (await response.JsonAsync())!.Value;
        Assert.Equal(5_000_000, answer.GetProperty("trade_size").GetDecimal());
        await Expect(Size(reader)).ToHaveValueAsync("5,000,000");
        await Expect(reader.Page.Locator("[data-field=size-news]")).ToContainTextAsync("5,000,000");
        await Expect(reader.Narrative).ToContainTextAsync("5,000,000");
        Assert.EndsWith("?size=5000000", reader.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_in_the_address_is_the_size_that_the_page_is_for()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenBondAsync(await app.SomeIsinAsync() + "?size=25000");

        await Expect(Size(reader)).ToHaveValueAsync("25,000");
        await Expect(reader.Narrative).ToContainTextAsync("25,000");
    }

    [Fact]
    public async Task The_narrative_is_read_in_Hindi_and_stays_so_on_the_next_visit()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenBondAsync(await app.SomeIsinAsync());
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "हिन्दी" }).ClickAsync();
        await Expect(reader.Narrative.Locator("[lang=hi]").First).ToContainTextAsync("यह जानकारी है, सलाह नहीं।");

        await reader.Page.ReloadAsync();

        await Expect(reader.Narrative).ToContainTextAsync("यह जानकारी है, सलाह नहीं।");
    }

    [Fact]
    public async Task A_reader_tells_that_the_recommended_way_was_taken()
    {
        await using var reader = await app.ReaderAsync();
        string? sent = null;
        await reader.Page.RouteAsync("**/feedback", route =>
        {
            sent = route.Request.PostData;
            return route.FulfillAsync(new()
            {
                Status = 201,
                ContentType = "application/json",
                Body = """{"id":"1","isin":"","path":"auction","verdict":"accepted","predicted_probability":null,"predicted_minutes":null}""",
            });
        });
        await reader.OpenBondAsync(await app.SomeIsinAsync());
        var best = reader.Page.Locator("[data-priority=primary]");
        var path = await best.GetAttributeAsync("data-path");

        await best.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();

        await Expect(best).ToContainTextAsync("Noted. How did it end?");
        var body = JsonDocument.Parse(sent!).RootElement;
        Assert.Equal(path, body.GetProperty("path").GetString());
        Assert.Equal("accepted", body.GetProperty("verdict").GetString());
        Assert.Equal(100_000, body.GetProperty("trade_size").GetDecimal());
    }

    private static ILocator Size(Reader reader) => reader.Page.Locator("[data-field=trade-size] input[type=text]");
}
