using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// The creation of liquidity by 20 market makers with 120 orders in two markets, without approval: from the request until the operation says
/// that it is completed, asked every 5 ms. Withdrawn in between, so that every run finds the same market.
/// </summary>
internal static class LiquidityScenario
{
    private const int MakersOfAType = 10;
    private const int Orders = 120;
    private static readonly Dictionary<string, int> Certificates = new(StringComparer.Ordinal) { ["EUA"] = 5_000, ["CEA"] = 5_000 };

    private const int WarmUps = 5;
    private const int Runs = 25;

    public static Task RunAsync() => App.RunAsync(async app =>
    {
        await app.SignInAsync("admin");
        for (var i = 0; i < MakersOfAType; i++)
        {
            await PostAsync("/api/v1/market-makers", new { name = $"Provider {i}", mm_type = "LIQUIDITY_PROVIDER", initial_eur_balance = 100_000 });
            await PostAsync("/api/v1/market-makers", new { name = $"Holder {i}", mm_type = "ASSET_HOLDER", initial_balances = Certificates });
        }

        var latencies = new Latencies(Runs);
        for (var run = 0; run < WarmUps + Runs; run++)
        {
            var started = Stopwatch.GetTimestamp();
            var item = new { bid_amount_eur = 20_000, ask_amount_eur = 20_000 };
            var operation = await PostAsync("/api/v1/liquidity/create", new
            {
                items = new[] { new { certificate_type = "EUA", item.bid_amount_eur, item.ask_amount_eur }, new { certificate_type = "CEA", item.bid_amount_eur, item.ask_amount_eur } },
                allow_default_reference = true,
            });
            var done = await FinishedAsync(operation);
            if (run >= WarmUps) latencies.Add(Stopwatch.GetElapsedTime(started));
            var placed = done.GetProperty("orders_created").GetInt32();
            if (placed != Orders) throw new InvalidOperationException($"{placed} orders were placed, not {Orders}.");
            await FinishedAsync(await PostAsync($"/api/v1/liquidity/operations/{operation.GetProperty("id").GetString()}/withdraw", new { comment = "next" }));
        }

        Console.WriteLine($"liquidity: 20 market makers, {Orders} orders, from request to completion: {latencies}");

        async Task<JsonElement> FinishedAsync(JsonElement operation)
        {
            while (true)
            {
                var detail = await app.Http.GetFromJsonAsync<JsonElement>(operation.GetProperty("status_url").GetString());
                var now = detail.GetProperty("operation");
                var status = now.GetProperty("status").GetString();
                if (status == "completed") return now;
                if (status is not "running") throw new InvalidOperationException($"The operation is {status}: {now.GetProperty("reason").GetString()}");
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            }
        }

        async Task<JsonElement> PostAsync(string path, object body)
        {
            using var response = await app.Http.PostAsJsonAsync(path, body);
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {await response.Content.ReadAsStringAsync()}");
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }
    });
}
