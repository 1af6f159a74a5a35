using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Benchmarks;

/// <summary>The app as a process beside the load, without a market of its own.</summary>
internal static class App
{
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
        AppProcess.StartAsync(typeof(LiquidityRiskApp).Assembly.Location, data, "--no-simulator");

    public static async Task SubmitAsync(AppProcess app, IEnumerable<string> quotes)
    {
        using var response = await app.Http.PostAsync("/api/v1/market-data/events", Ticks.Body(quotes));
        response.EnsureSuccessStatusCode();
    }
}
