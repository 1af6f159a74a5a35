using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests;

public sealed class DocsPageTests(RunningApp app)
{
    [Fact]
    public async Task An_operation_is_tried_from_the_page_within_its_content_policy()
    {
        await using var reader = await app.ReaderAsync();
        List<string> refusals = [];
        reader.Page.Console += (_, message) =>
        {
            if (message.Type is "error") refusals.Add(message.Text);
        };
        await reader.Page.GotoAsync("/docs");
        await reader.Page.Locator("#operations-tag-Health").ClickAsync();
        var health = reader.Page.Locator("#operations-Health-healthLive");
        await health.GetByRole(AriaRole.Button).First.ClickAsync();
        await health.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await health.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await Expect(health.Locator(".live-responses-table .response .response-col_status").First).ToContainTextAsync("200");
        await Expect(health.Locator(".live-responses-table")).ToContainTextAsync("\"healthy\"");
        Assert.Empty(refusals);
    }
}
