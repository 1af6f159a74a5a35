using System.Diagnostics;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// <c>GET …?mode=fast</c> at 1,000 requests a second, open loop: each request is timed from the moment it was due, so that a
/// slow answer cannot hide the ones behind it.
/// </summary>
internal static class FastReadScenario
{
    private const int Bonds = 500;
    private const int PerSecond = 1_000;
    private const int Seconds = 20;
    private const int WarmUpSeconds = 5;

    public static Task RunAsync() => App.RunAsync(async app =>
    {
        var isins = Ticks.Isins(Bonds);
        await App.OpenAsync(app, isins);
        var latencies = new Latencies(PerSecond * Seconds);
        var reading = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var start = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < PerSecond * (WarmUpSeconds + Seconds) && await timer.WaitForNextTickAsync();)
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * PerSecond); sent < due; sent++)
            {
                var dueAt = start + (long)(sent * (double)Stopwatch.Frequency / PerSecond);
                reading.Add(ReadAsync(isins[sent % Bonds], dueAt, sent >= PerSecond * WarmUpSeconds));
            }
        }

        await Task.WhenAll(reading);
        Console.WriteLine($"fast: GET mode=fast at {PerSecond:N0} requests/s: {latencies}");

        async Task ReadAsync(string isin, long dueAt, bool counts)
        {
            using var response = await app.Http.GetAsync($"/api/v1/liquidity-risk/{isin}?mode=fast");
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            if (counts) latencies.Add(Stopwatch.GetElapsedTime(dueAt));
        }
    });
}
