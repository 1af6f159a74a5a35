using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// Orders over HTTP at 200 a second into one market, open loop: each is timed from the moment it was due until its answer, which says what
/// became of it and is given after accounts and subscribers know. Half of them trade.
/// </summary>
internal static class OrderScenario
{
    private const int Clients = 16;
    private const int PerSecond = 200;
    private const int Seconds = 20;
    private const int WarmUpSeconds = 5;

    public static Task RunAsync() => App.RunAsync(async app =>
    {
        var tokens = new List<string>();
        for (var i = 0; i < Clients; i++) tokens.Add(await AppProcess.TokenOfAsync(app.Http, $"client-{i}", "professional"));
        var latencies = new Latencies(PerSecond * Seconds);
        var placing = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var start = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < PerSecond * (WarmUpSeconds + Seconds) && await timer.WaitForNextTickAsync();)
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * PerSecond); sent < due; sent++)
            {
                var dueAt = start + (long)(sent * (double)Stopwatch.Frequency / PerSecond);
                placing.Add(PlaceAsync(sent, dueAt, sent >= PerSecond * WarmUpSeconds));
            }
        }

        await Task.WhenAll(placing);
        Console.WriteLine($"orders: POST …/orders at {PerSecond} a second into one market: {latencies}");

        async Task PlaceAsync(int number, long dueAt, bool counts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cash-market/EUA/orders");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[number % Clients]);

            // Clients take turns: a bid rests, and the next client's sale takes it.
            request.Content = JsonContent.Create(new { side = number % 2 == 0 ? "BUY" : "SELL", price = 70 + (number / 2 % 20 * 0.01m), quantity = 1 });
            using var response = await app.Http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            if (counts) latencies.Add(Stopwatch.GetElapsedTime(dueAt));
        }
    });
}
