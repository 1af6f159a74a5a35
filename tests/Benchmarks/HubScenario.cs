using System.Diagnostics;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Functions.Hosting;
using LiquidityRisk.Local.Runtime.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Benchmarks;

/// <summary>Ticks through hub, store and topics in one process, as fast as they go.</summary>
internal static class HubScenario
{
    private const int Bonds = 500;
    private const int Count = 300_000;
    private const int Batch = 500;

    public static async Task RunAsync()
    {
        await using var host = await RuntimeTestHost.StartAsync(new RuntimeTestOptions
        {
            FunctionAssembly = typeof(LiquidityRiskApp).Assembly,
            Options = o => o.Settings["Simulator:Enabled"] = "false",
            Configure = builder => builder.AddLiquidityRisk(),
        });
        var isins = Ticks.Isins(Bonds);
        await PublishAsync(host, isins, 0, 20_000);
        var watch = Stopwatch.StartNew();
        await PublishAsync(host, isins, 20_000, Count);
        Console.WriteLine(FormattableString.Invariant(
            $"hub: {Count / watch.Elapsed.TotalSeconds:N0} ticks/s through hub, store and topics ({Count:N0} ticks, {Bonds} bonds, {watch.Elapsed.TotalSeconds:0.0} s)"));
    }

    private static async Task PublishAsync(RuntimeTestHost host, IReadOnlyList<string> isins, int first, int count)
    {
        var hubs = host.Services.GetRequiredService<IEventPublisher>();
        var now = TimeProvider.System.GetUtcNow();
        foreach (var part in Enumerable.Range(first, count).Chunk(Batch))
            await hubs.PublishAsync(SubmitMarketData.Hub, [.. part.Select(i => Ticks.Event(isins[i % isins.Count], i, now))], CancellationToken.None);
        await host.WaitForIdleAsync(TimeSpan.FromMinutes(5));
    }
}
