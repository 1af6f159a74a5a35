using LiquidityRisk.Local.Runtime.Testing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Tests;

/// <summary>The runtime with the orchestrations and the event handler of the tests, and patient waiting.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RuntimeTestHost _host;

    private TestHost(RuntimeTestHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public Uri Address => _host.Address;

    public DurableTaskClient Durable => Services.GetRequiredService<DurableTaskClient>();

    public static async Task<TestHost> StartAsync(TimeProvider time, Dictionary<string, string?>? settings = null) =>
        new(await RuntimeTestHost.StartAsync(new RuntimeTestOptions
        {
            FunctionTypes = [typeof(Durable.Flows), typeof(WebPubSub.Upstream)],
            Time = time,
            Options = options =>
            {
                foreach (var (key, value) in settings ?? []) options.Settings[key] = value;
            },
        }));

    public static string NewFolder() => Directory.CreateTempSubdirectory("lr-runtime-").FullName;

    public Task WaitForIdleAsync() => _host.WaitForIdleAsync(Patience);

    /// <summary>Waits for a condition that another thread or process brings about.</summary>
    public static async Task WaitAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition()) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
    }

    public static Task<T> InTime<T>(Task<T> task) => task.WaitAsync(Patience);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
