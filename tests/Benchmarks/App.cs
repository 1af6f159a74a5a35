using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Benchmarks;

/// <summary>The app as a process beside the load, without a market of its own.</summary>
internal static class App
{
    // One caller makes the whole load, which is more than a caller may send by default.
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["RateLimits__PerMinute"] = "6000000" };

    public static async Task RunAsync(Func<AppProcess, Task> load)
    {
        var data = Directory.CreateTempSubdirectory("lr-bench-").FullName;
        try
        {
            using var app = await StartAsync(data);
            await app.SignInAsync("feed", "professional");
            await load(app);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    public static Task<AppProcess> StartAsync(string data) =>
        AppProcess.StartAsync(typeof(LiquidityRiskApp).Assembly.Location, data, Settings, "--no-simulator");

    /// <summary>Submits the first quote of each bond and waits until the last of them can be read.</summary>
    public static async Task OpenAsync(AppProcess app, IReadOnlyList<string> isins)
    {
        await SubmitAsync(app, isins.Select((isin, i) => Ticks.Quote(isin, i, TimeProvider.System.GetUtcNow())));
        foreach (var isin in isins)
        {
            while (!await IsThereAsync(app, isin)) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static async Task<bool> IsThereAsync(AppProcess app, string isin)
    {
        using var response = await app.Http.GetAsync("/api/v1/liquidity-risk/" + isin);
        return response.IsSuccessStatusCode;
    }

    public static async Task SubmitAsync(AppProcess app, IEnumerable<string> quotes)
    {
        using var response = await app.Http.PostAsync("/api/v1/market-data/events", Ticks.Body(quotes));
        response.EnsureSuccessStatusCode();
    }
}
