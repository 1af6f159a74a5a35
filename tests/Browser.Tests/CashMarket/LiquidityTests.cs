using System.Text.RegularExpressions;
using LiquidityRisk.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.CashMarket;

[Collection(nameof(CashMarketPages))]
public sealed partial class LiquidityTests(TradingApp app)
{
    /// <summary>For what a workflow does, milliseconds.</summary>
    private const float Patience = 30_000;

    [Fact]
    public async Task Missing_assets_are_brought_in_by_new_market_makers_by_old_ones_or_done_without()
    {
        await using var admin = await app.ReaderAsync();
        await admin.OpenLiquidityAsync("Admin");
        var dialog = admin.Dialog();
        var missing = dialog.GetByRole(AriaRole.Heading, new() { Name = "Insufficient assets" });

        await admin.PreviewAsync("5000000", "0");
        await Expect(missing).ToBeVisibleAsync();
        await Expect(dialog.Button("Confirm & ask for approval")).ToBeDisabledAsync();
        await dialog.Button("Use what is there").ClickAsync();
        await Expect(missing).ToHaveCountAsync(0);
        await dialog.Button("Cancel").ClickAsync();

        await admin.PreviewAsync("5000000", "0");
        await dialog.GetByLabel("New market makers").FillAsync("2");
        await dialog.Button("Create market makers").ClickAsync();
        await Expect(missing).ToHaveCountAsync(0);
        await Expect(dialog.GetByRole(AriaRole.Region, new() { Name = "Bids in EUA" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await Expect(dialog.Button("Confirm & ask for approval")).ToBeEnabledAsync();
        await dialog.Button("Cancel").ClickAsync();

        await admin.PreviewAsync("6000000", "0");
        await dialog.Button("Fund existing").ClickAsync();
        await Expect(missing).ToHaveCountAsync(0);
        await Expect(dialog.Button("Confirm & ask for approval")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Liquidity_is_created_below_the_threshold_at_once_and_withdrawn_again()
    {
        await using var admin = await app.ReaderAsync();
        await admin.OpenLiquidityAsync("Admin");
        await admin.PreviewAsync("20000", "20000");
        await admin.Dialog().GetByLabel("Notes for the ticket").FillAsync("Opening of the week");
        await admin.Dialog().Button("Confirm & execute").ClickAsync();
        await Expect(admin.Page.GetByText("orders were placed")).ToBeVisibleAsync(new() { Timeout = Patience });
        await admin.Page.GetByRole(AriaRole.Link, new() { NameRegex = Ticket() }).First.ClickAsync();

        await Expect(admin.Page.GetByText("Opening of the week").First).ToBeVisibleAsync();
        await Expect(admin.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Reserve from " + TradingApp.AssetHolder })).ToBeVisibleAsync();
        var creation = admin.Page.Url;
        await admin.Button("Withdraw the rest").ClickAsync();
        await admin.Dialog().Button("Withdraw").ClickAsync();

        await Expect(admin.Page.GetByText("What was left of the orders is withdrawn.")).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.NotEqual(creation, admin.Page.Url);
        await admin.Page.GotoAsync(creation);
        await Expect(admin.Page.GetByText("orders were placed and withdrawn again.")).ToBeVisibleAsync();
        await Expect(admin.Button("Withdraw the rest")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_schedule_is_added_paused_and_deleted()
    {
        await using var admin = await app.ReaderAsync();
        await admin.OpenLiquidityAsync("Admin");
        await admin.Button("Add a schedule").ClickAsync();
        var dialog = admin.Dialog();
        await dialog.GetByLabel("Name").FillAsync("Weekday opening");
        await dialog.GetByLabel("Bid liquidity").FillAsync("20000");
        await dialog.GetByLabel("When, UTC").FillAsync("99 7 * * 1-5");
        await dialog.Button("Add").ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Minute (0-59)");
        await dialog.Button("Weekdays at 07:00").ClickAsync();
        await dialog.Button("Add").ClickAsync();

        await admin.Button("Pause Weekday opening").ClickAsync();
        await Expect(admin.Button("Resume Weekday opening")).ToBeVisibleAsync();
        await admin.Button("Delete Weekday opening").ClickAsync();
        await dialog.Button("Delete the schedule").ClickAsync();
        await Expect(admin.Page.GetByText("Nothing is created by itself.")).ToBeVisibleAsync();
    }

    [GeneratedRegex("^LIQ-", RegexOptions.None, 1_000)]
    private static partial Regex Ticket();
}
