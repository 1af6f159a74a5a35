using Deque.AxeCore.Playwright;

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>Somebody at a browser.</summary>
public sealed class Reader(IBrowserContext context, IPage page) : IAsyncDisposable
{
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

    /// <summary>What axe-core has against the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var result = await page.RunAxe();
        return [.. result.Violations.Select(v => $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Html))})")];
    }

    public Task<bool> ScrollsSidewaysAsync() =>
        page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
