using System.Globalization;
using System.Text.RegularExpressions;
using LiquidityRisk.Browser.Tests.Running;

namespace LiquidityRisk.Browser.Tests.CashMarket;

/// <summary>What people do on the pages of the cash market.</summary>
internal static partial class CashMarketSteps
{
    public static ILocator Dialog(this Reader reader) => reader.Page.GetByRole(AriaRole.Dialog);

    public static ILocator Button(this ILocator place, string name, bool exact = true) =>
        place.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public static ILocator Button(this Reader reader, string name) => reader.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The level of the book at which one can sell (a bid) or buy (an ask).</summary>
    public static ILocator BookLevel(this Reader reader, string action) =>
        reader.Page.GetByRole(AriaRole.Row).Filter(new() { Has = reader.Page.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }) });

    public static ILocator OrderForm(this Reader reader) => reader.Page.GetByRole(AriaRole.Form, new() { NameRegex = OrderIn() });

    public static async Task OpenMarketAsync(this Reader reader, string certificate, string persona)
    {
        await reader.Page.GotoAsync("/cash-market/" + certificate);
        await reader.BecomeAsync(persona);
        await reader.Page.GetByRole(AriaRole.Region, new() { Name = "Order book, scrolls" }).WaitForAsync();
        await Assertions.Expect(reader.Connection).ToHaveTextAsync("Live");
    }

    public static async Task OpenLiquidityAsync(this Reader reader, string persona)
    {
        await reader.Page.GotoAsync("/cash-market/liquidity");
        await reader.BecomeAsync(persona);
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Pending approvals" }).WaitForAsync();
        await Assertions.Expect(reader.Connection).ToHaveTextAsync("Live");
    }

    /// <summary>Fills in an order and sends it.</summary>
    public static async Task OrderAsync(this Reader reader, string side, string price, string quantity)
    {
        var form = reader.OrderForm();
        await form.GetByRole(AriaRole.Group, new() { Name = "Side" }).Button(side).ClickAsync();
        await form.GetByLabel("Price").FillAsync(price);
        await form.GetByLabel("Quantity").FillAsync(quantity);
        await form.Locator("[type=submit]").ClickAsync();
    }

    /// <summary>Asks for a preview of liquidity in EUA.</summary>
    public static async Task PreviewAsync(this Reader reader, string bid, string ask)
    {
        await reader.Page.GetByLabel("Bid liquidity").FillAsync(bid);
        await reader.Page.GetByLabel("Ask liquidity").FillAsync(ask);
        await reader.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await reader.Button("Preview").ClickAsync();
        await reader.Dialog().WaitForAsync();
    }

    /// <summary>The nearest bid of the preview that is shown: its price as it is written, and its quantity.</summary>
    public static async Task<(string Price, long Quantity)> NearestBidAsync(this Reader reader)
    {
        var picture = await reader.Dialog().GetByRole(AriaRole.Img).GetAttributeAsync("aria-label");
        var found = NearestBid().Match(picture!);
        return (found.Groups["price"].Value, Number(found.Groups["quantity"].Value));
    }

    /// <summary>How much waits at a level; 0 without it.</summary>
    public static async Task<long> QuantityAsync(this ILocator level) =>
        await level.CountAsync() == 0 ? 0 : Number(await level.GetByRole(AriaRole.Cell).First.InnerTextAsync());

    public static string Written(long quantity) => quantity.ToString("N0", CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("^Order in ", RegexOptions.None, 1_000)]
    private static partial Regex OrderIn();

    [GeneratedRegex(@"bid (?<price>\d+\.\d\d): (?<quantity>[\d,]+), 50%", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NearestBid();
}
