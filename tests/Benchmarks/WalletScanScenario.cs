using System.Diagnostics;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Flows.Wallets.Scan;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// A scan over 10,000 watched wallets with five tokens each: read from sources that answer at once, judged, saved to SQLite; first writes apart.
/// Then the same with sources of which 1 % contradict themselves and 5 % are late.
/// </summary>
internal static class WalletScanScenario
{
    private const int Wallets = 10_000;
    private const int PartsAtOnce = 4;
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(500);

    public static async Task RunAsync()
    {
        await RunAsync("at once", new InstantSources(0, 0, default), scans: 6);
        await RunAsync($"1 % failing, 5 % late by {Late.TotalMilliseconds:0} ms", new InstantSources(100, 20, Late), scans: 1);
    }

    private static async Task RunAsync(string name, InstantSources sources, int scans)
    {
        await using var host = await RuntimeTestHost.StartAsync(new RuntimeTestOptions
        {
            FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
            Options = o =>
            {
                o.Settings["Simulator:Enabled"] = "false";
                o.Settings["Wallets:ScanSchedule"] = "0 0 0 1 1 *"; // never while this runs
            },
            Configure = builder =>
            {
                builder.AddLiquidityRisk();
                builder.Services.AddSingleton<IPositionSource>(sources);
                builder.Services.AddSingleton<IBalanceSource>(sources);
                builder.Services.AddSingleton<IPriceSource>(sources);
                builder.Services.AddSingleton<IGasSource>(sources);
                builder.Services.AddSingleton<IProtocolSource>(sources);
                builder.Services.AddSingleton<IMoodSource>(sources);
            },
        });
        await host.WaitForIdleAsync(TimeSpan.FromMinutes(1));
        var book = host.Services.GetRequiredService<WalletBook>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Wallets), async (i, ct) =>
        {
            var (address, now) = (InstantSources.Address(i), TimeProvider.System.GetUtcNow());
            await book.ChangeAsync(address, null, _ => WalletDocument.New(address, now) with { TrackedSince = now, Trackers = ["bench"] }, ct);
        });
        for (var i = 0; i < scans; i++) await ScanAsync(host, i == 0 ? name + ", first" : name);
    }

    private static async Task ScanAsync(RuntimeTestHost host, string name)
    {
        var scan = host.Services.GetRequiredService<ScanWallets>();
        var watch = Stopwatch.StartNew();
        var id = await scan.BeginAsync(CancellationToken.None) ?? throw new InvalidOperationException("Another scan runs.");
        await scan.OpenAsync(id, CancellationToken.None);
        var opened = watch.Elapsed;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, WalletBook.Shards),
            new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce },
            async (shard, ct) => await scan.ScanAsync(id, shard, ct));
        await scan.FinishAsync(id, CancellationToken.None);
        var done = (await host.Services.GetRequiredService<ScanBook>().CurrentAsync(CancellationToken.None))!;
        Console.WriteLine(FormattableString.Invariant(
            $"wallets ({name}): {done.Shards.Sum(s => s.Wallets):N0} scanned in {watch.Elapsed.TotalSeconds:0.00} s (market {opened.TotalSeconds:0.00} s), {done.Shards.Sum(s => s.Failed):N0} failed, {done.Shards.Sum(s => s.Raised):N0} alerts raised, {done.State}"));
    }
}
