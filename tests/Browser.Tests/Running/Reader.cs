using Deque.AxeCore.Commons;
using LiquidityRisk.TestKit;
using static Microsoft.Playwright.Assertions;

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>Somebody at a browser.</summary>
public sealed class Reader(IBrowserContext context, IPage page) : IAsyncDisposable
{
    // Only what is wrong leaves the browser, and of that only what is told: everything that is right comes to megabytes for a page.
    private const string FindViolations =
        "async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.help} (${v.nodes.map(n => n.html).join(', ')})`)";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public IPage Page => page;

    /// <summary>The rows of the list, in whichever form the screen has them.</summary>
    public ILocator Bonds => page.Locator("[data-isin]");

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Narrative => page.Locator("[data-field=narrative]");

    public ILocator Gauge => page.Locator("[data-field=gauge] [role=img]");

    public ILocator Components => page.Locator("[data-component]");

    /// <summary>The word for the state of the live connection.</summary>
    public ILocator Connection => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Status);

    public ILocator Level(string word) =>
        page.GetByRole(AriaRole.Group, new() { Name = "Filter by level" }).GetByRole(AriaRole.Button, new() { Name = word });

    public async Task OpenListAsync(string address = "/")
    {
        await page.GotoAsync(address);
        await Bonds.First.WaitForAsync();
    }

    public async Task OpenBondAsync(string isin)
    {
        await page.GotoAsync("/bonds/" + isin);
        await Gauge.WaitForAsync();
    }

    /// <summary>The same person in another tab.</summary>
    public async Task<Reader> AnotherTabAsync() => new(context, await context.NewPageAsync());

    public Task BecomeAsync(string persona) => page.GetByLabel("Viewing as").SelectOptionAsync(new SelectOptionValue { Label = persona });

    /// <summary>Keeps a picture of a live page and holds it to what every page must be: without barriers, and no wider than the screen.</summary>
    /// <param name="name">What the picture is called.</param>
    /// <param name="screen">The screen's name.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="whole">Whether the picture is of the whole page rather than of what the screen shows.</param>
    public async Task KeepAndJudgeAsync(string name, string screen, ColorScheme theme, bool whole = false)
    {
        await Expect(Connection).ToHaveTextAsync("Live");
        var file = Path.Combine(Checkout.Root, "artifacts", "screenshots", $"{name}-{screen}-{theme}.png".ToLowerInvariant());
        await page.ScreenshotAsync(new() { Path = file, FullPage = whole });
        Assert.Empty(await BarriersAsync());
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /// <summary>What axe-core has against the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(FindViolations);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
