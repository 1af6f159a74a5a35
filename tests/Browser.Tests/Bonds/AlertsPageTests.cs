using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Bonds;

public sealed class AlertsPageTests(RunningApp app)
{
    [Fact]
    public async Task A_risk_manager_acknowledges_an_alert_found_from_the_header()
    {
        await using var reader = await app.ReaderAsync();
        await reader.OpenListAsync();
        await reader.BecomeAsync("Risk manager");
        await Expect(reader.Page.Locator("[data-field=alert-count]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await reader.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Alerts" }).ClickAsync();
        var open = reader.Page.Locator("[data-alert][data-state=active]").First;
        var id = await open.GetAttributeAsync("data-alert");
        var alert = reader.Page.Locator($"[data-alert='{id}']");
        await alert.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(alert).ToHaveAttributeAsync("data-state", "acknowledged");
        await Expect(alert).ToContainTextAsync("Seen by rita");
        await Expect(reader.Heading).ToHaveTextAsync("Alerts");
    }

    [Fact]
    public async Task A_retail_reader_sees_alerts_but_does_not_acknowledge_them()
    {
        await using var reader = await app.ReaderAsync();
        await reader.Page.GotoAsync("/alerts");
        await reader.Page.Locator("[data-alert]").First.WaitForAsync(new() { Timeout = 60_000 });

        await Expect(reader.Page.Locator("[data-alert] button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Choosing_a_severity_leaves_only_its_alerts()
    {
        await using var reader = await app.ReaderAsync();
        await reader.Page.GotoAsync("/alerts");
        await reader.Page.Locator("[data-alert]").First.WaitForAsync(new() { Timeout = 60_000 });
        await reader.Page.GetByRole(AriaRole.Group, new() { Name = "Filter by severity" })
            .GetByRole(AriaRole.Button, new() { Name = "Warning" }).ClickAsync();

        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(["Warning"]);
        Assert.EndsWith("/alerts?severity=warning", reader.Page.Url, StringComparison.Ordinal);
    }
}
