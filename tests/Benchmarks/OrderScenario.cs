using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// Orders over HTTP at 200 a second into one market, open loop: no order waits for the answer of another. Each is timed from its sending until
/// its answer, which says what became of it and is given after the account and the subscribers know. Half of them trade.
/// </summary>
internal static class OrderScenario
{
    private const int Clients = 16;
    private const int PerSecond = 200;
    private const int Seconds = 20;
    private const int WarmUpSeconds = 10;

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
                placing.Add(PlaceAsync(sent, sent >= PerSecond * WarmUpSeconds));
        }

        await Task.WhenAll(placing);
        Console.WriteLine($"orders: POST …/orders at {PerSecond} a second into one market: {latencies}");

        async Task PlaceAsync(int number, bool counts)
        {
            var sentAt = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cash-market/EUA/orders");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[number % Clients]);

            // Clients take turns: a bid rests, and the next client's sale takes it.
            var (side, price) = (number % 2 == 0 ? "BUY" : "SELL", 7_000 + (number / 2 % 20));
            request.Content = new StringContent(
                FormattableString.Invariant($$"""{"side":"{{side}}","price":{{price / 100}}.{{price % 100:00}},"quantity":1}"""), Encoding.UTF8, "application/json");
            using var response = await app.Http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            if (counts) latencies.Add(Stopwatch.GetElapsedTime(sentAt));
        }
    });
}
