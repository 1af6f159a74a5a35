using System.Reflection;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Tests;

/// <summary>The runtime in this process on a free port over a folder of its own, with the functions of some assembly.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication _app;
    private readonly bool _keepsFolder;

    private TestHost(WebApplication app, string folder, bool keepsFolder)
    {
        _app = app;
        Folder = folder;
        _keepsFolder = keepsFolder;
    }

    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => RuntimeHost.Address(_app);

    public DurableTaskClient Durable => Services.GetRequiredService<DurableTaskClient>();

    public static async Task<TestHost> StartAsync(
        TimeProvider? time = null, string? folder = null, int port = 0, Dictionary<string, string?>? settings = null)
    {
        var keeps = folder is not null;
        var options = new RuntimeOptions { Port = port, DataDirectory = folder ?? NewFolder(), HostJsonPath = "none" };
        options.FunctionAssemblies.Add(Assembly.GetExecutingAssembly());
        foreach (var (key, value) in settings ?? []) options.Settings[key] = value;
        var builder = new FunctionsApplicationBuilder(options);
        builder.Logging.ClearProviders();
        if (time is not null) builder.Services.AddSingleton(time);
        builder.ConfigureFunctionsWebApplication();
        var app = builder.BuildApplication();
        await app.StartAsync();
        return new TestHost(app, options.DataDirectory, keeps);
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("lr-runtime-").FullName;

    public Task WaitForIdleAsync() => WaitAsync(() => Services.GetServices<IRuntimePart>().All(p => p.IsIdle));

    /// <summary>Waits for a condition, looking again whenever the thread pool has done something else.</summary>
    public static async Task WaitAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    public static Task<T> InTime<T>(Task<T> task) => task.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!_keepsFolder) Directory.Delete(Folder, recursive: true);
    }
}
