using LiquidityRisk.TestKit;

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>An app and a browser for many tests; each test has a browser context of its own.</summary>
public abstract class BrowsedApp(params string[] arguments) : IAsyncLifetime
{
    private static readonly string[] LaunchArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lr-browser-");
    private AppProcess? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Settings of the app, as environment variables.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    /// <summary>The app.</summary>
    protected AppProcess App => _app!;

    public async ValueTask InitializeAsync()
    {
        var chromium = await Chromium.FindAsync();
        _app = await AppProcess.StartAsync(BuiltApp.Path(), _data.FullName, Settings, arguments);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = LaunchArguments });
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _app?.Dispose();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A reader with a fresh browser.</summary>
    public async Task<Reader> ReaderAsync(Screen? screen = null, ColorScheme theme = ColorScheme.Light, bool calm = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = App.Address.ToString(),
            ViewportSize = (screen ?? Screen.Desktop).Size,
            HasTouch = screen == Screen.Phone,
            ColorScheme = theme,
            ReducedMotion = calm ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            Locale = "en-GB",
        });
        return new Reader(context, await context.NewPageAsync());
    }

    /// <summary>Brings the app into the state that the tests begin with.</summary>
    protected abstract Task PrepareAsync();
}
