using System.Diagnostics;
using System.Net.Http.Headers;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Simulator.Wallets;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// <c>GET /api/risk/summary</c> at 500 requests a second over 400 watched wallets of the simulated chain, each asked for by its owner, open loop,
/// while scans go on every minute.
/// </summary>
internal static class WalletReadScenario
{
    private const int Wallets = 400;
    private const int Seed = 7;
    private const int PerSecond = 500;
    private const int Seconds = 60;
    private const int WarmUpSeconds = 10;

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["RateLimits__PerMinute"] = "6000000",
        ["RateLimits__WalletPerMinute"] = "6000000",
        ["RateLimits__WalletAddressPerMinute"] = "6000000",
        ["Wallets__TrainingSchedule"] = "0 0 0 1 1 *", // never while this runs
        ["Simulator__Wallets"] = "400",
        ["Simulator__OrdersPerSecond"] = "0.01",
        ["Simulator__TicksPerSecond"] = "1",
    };

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("lr-bench-").FullName;
        try
        {
            using var app = await AppProcess.StartAsync(typeof(LiquidityRiskApp).Assembly.Location, data, Settings, "--seed", "7");
            await LoadAsync(app);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task LoadAsync(AppProcess app)
    {
        var owners = new List<(WalletAddress Wallet, AuthenticationHeaderValue Token)>();
        foreach (var wallet in new SimulatedChain(Seed, Wallets).Wallets)
            owners.Add((wallet, new("Bearer", await AppProcess.TokenOfOwnerAsync(app.Http, wallet.ToString(), "retail"))));
        foreach (var owner in owners)
            while (!await IsThereAsync(owner)) await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);

        var latencies = new Latencies(PerSecond * Seconds);
        var (pending, isDone) = (1, new TaskCompletionSource()); // finished requests are not kept: their answers would fill the memory
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var start = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < PerSecond * (WarmUpSeconds + Seconds) && await timer.WaitForNextTickAsync();)
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * PerSecond); sent < due; sent++)
            {
                var dueAt = start + (long)(sent * (double)Stopwatch.Frequency / PerSecond);
                Interlocked.Increment(ref pending);
                _ = ReadAsync(owners[sent % owners.Count], dueAt, sent >= PerSecond * WarmUpSeconds);
            }
        }

        End();
        await isDone.Task;
        Console.WriteLine($"summaries: GET /api/risk/summary at {PerSecond:N0} requests/s over {owners.Count:N0} wallets, scans every minute: {latencies}");

        async Task ReadAsync((WalletAddress, AuthenticationHeaderValue) owner, long dueAt, bool counts)
        {
            try
            {
                using var response = await AskAsync(owner);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null);
                if (counts) latencies.Add(Stopwatch.GetElapsedTime(dueAt));
            }
            catch (HttpRequestException e)
            {
                isDone.TrySetException(e);
            }
            finally
            {
                End();
            }
        }

        void End()
        {
            if (Interlocked.Decrement(ref pending) == 0) isDone.TrySetResult();
        }

        async Task<bool> IsThereAsync((WalletAddress, AuthenticationHeaderValue) owner)
        {
            using var response = await AskAsync(owner);
            return response.IsSuccessStatusCode;
        }

        Task<HttpResponseMessage> AskAsync((WalletAddress Wallet, AuthenticationHeaderValue Token) owner)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/api/risk/summary?wallet={owner.Wallet.Value}");
            request.Headers.Authorization = owner.Token;
            request.Headers.Add("x-wallet-address", owner.Wallet.Value);
            return app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
    }
}
