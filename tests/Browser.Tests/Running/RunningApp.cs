using System.Net.Http.Json;
using System.Text.Json;
using LiquidityRisk.Browser.Tests.Running;
using LiquidityRisk.TestKit;

[assembly: AssemblyFixture(typeof(RunningApp))]

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>One app with a lively market and one browser for all tests; each test has a browser context of its own.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    /// <summary>More than one page of the list.</summary>
    private const int EnoughBonds = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] LaunchArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lr-browser-");
    private AppProcess? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _app!.Address;

    public async ValueTask InitializeAsync()
    {
        var chromium = await Chromium.FindAsync();
        _app = await AppProcess.StartAsync(BuiltApp.Path(), _data.FullName, arguments: ["--seed", "7"]);
        await _app.SignInAsync("retail");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = LaunchArguments });
        await WaitForTheMarketAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _app?.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>A reader with a fresh browser.</summary>
    public async Task<Reader> ReaderAsync(Screen? screen = null, ColorScheme theme = ColorScheme.Light, bool calm = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = (screen ?? Screen.Desktop).Size,
            HasTouch = screen == Screen.Phone,
            ColorScheme = theme,
            ReducedMotion = calm ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            Locale = "en-GB",
        });
        return new Reader(context, await context.NewPageAsync());
    }

    /// <summary>The ISIN of the bond that is easiest to sell.</summary>
    public async Task<string> SomeIsinAsync() => (await ListAsync()).GetProperty("items")[0].GetProperty("isin").GetString()!;

    private async Task WaitForTheMarketAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while ((await ListAsync()).GetProperty("total").GetInt32() < EnoughBonds)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
    }

    private Task<JsonElement> ListAsync() => _app!.Http.GetFromJsonAsync<JsonElement>("/api/v1/liquidity-risk?limit=1");
}
