using System.Diagnostics;
using System.Reflection;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.Testing;

/// <summary>What a test wants to run.</summary>
public sealed record RuntimeTestOptions
{
    /// <summary>The assembly whose functions run; null when <see cref="FunctionTypes"/> says it all.</summary>
    public Assembly? FunctionAssembly { get; init; }

    /// <summary>When not empty, only the functions of these classes run.</summary>
    public IReadOnlyList<Type> FunctionTypes { get; init; } = [];

    /// <summary>The app's own composition; called at every start.</summary>
    public Action<FunctionsApplicationBuilder>? Configure { get; init; }

    /// <summary>Changes to the runtime's options; the port is free and the data folder is temporary by default.</summary>
    public Action<RuntimeOptions>? Options { get; init; }

    /// <summary>The clock of the app.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The data folder; null takes a temporary one that is removed in the end.</summary>
    public string? DataDirectory { get; init; }
}

/// <summary>The app in this process on a free port; can be stopped or killed and started again over the same data.</summary>
public sealed class RuntimeTestHost : IAsyncDisposable
{
    private readonly RuntimeTestOptions _options;
    private WebApplication? _app;
    private HttpClient? _client;

    private RuntimeTestHost(RuntimeTestOptions options)
    {
        _options = options;
        DataDirectory = options.DataDirectory ?? Directory.CreateTempSubdirectory("runtime-").FullName;
    }

    /// <summary>Where the app keeps its data.</summary>
    public string DataDirectory { get; }

    /// <summary>The services of the running app.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>Where the running app listens.</summary>
    public Uri Address => RuntimeHost.Address(App);

    /// <summary>A client with <see cref="Address"/> as its base address.</summary>
    public HttpClient Client => _client ??= new HttpClient { BaseAddress = Address };

    private WebApplication App => _app ?? throw new InvalidOperationException("The app is not running.");

    /// <summary>Starts an app.</summary>
    /// <exception cref="StartupException">It cannot start.</exception>
    public static async Task<RuntimeTestHost> StartAsync(RuntimeTestOptions options)
    {
        var host = new RuntimeTestHost(options);
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the app again after <see cref="StopAsync"/> or <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        var runtime = new RuntimeOptions { Port = 0, DataDirectory = DataDirectory, LocalSettingsPath = "" };
        if (_options.FunctionAssembly is not null) runtime.FunctionAssemblies.Add(_options.FunctionAssembly);
        foreach (var type in _options.FunctionTypes) runtime.FunctionTypes.Add(type);
        _options.Options?.Invoke(runtime);
        var builder = new FunctionsApplicationBuilder(runtime);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_options.Time);
        builder.ConfigureFunctionsWebApplication();
        _options.Configure?.Invoke(builder);
        var app = builder.BuildApplication();
        try
        {
            await RuntimeHost.StartAsync(app, CancellationToken.None);
            _app = app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until nothing will happen any more before the next request or turn of the clock.</summary>
    /// <exception cref="TimeoutException">It is still busy after the timeout (30 s of real time by default).</exception>
    public async Task WaitForIdleAsync(TimeSpan? timeout = null)
    {
        var parts = Services.GetRequiredService<RuntimeParts>();
        var watch = Stopwatch.StartNew();
        for (var idle = 0; idle < 3;)
        {
            // One part may hand work to another between two looks, so idleness must last.
            idle = parts.AreIdle ? idle + 1 : 0;
            if (watch.Elapsed > (timeout ?? TimeSpan.FromSeconds(30))) throw new TimeoutException($"Still busy: {parts.Busy}.");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    /// <summary>Stops as Ctrl+C does.</summary>
    public Task StopAsync() => EndAsync(TimeSpan.FromSeconds(10));

    /// <summary>Stops as if the process had died: from now on nothing is stored.</summary>
    /// <remarks>Functions that are running are cancelled and given a moment, because their code cannot be torn down.</remarks>
    public Task KillAsync()
    {
        Abort();
        return EndAsync(TimeSpan.FromSeconds(2));
    }

    /// <summary>The first half of <see cref="KillAsync"/>, for the instant at which the process dies: nothing is stored after it.</summary>
    public void Abort() => Services.GetRequiredService<RuntimeDatabase>().Abort();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await StopAsync();
        if (_options.DataDirectory is null) Directory.Delete(DataDirectory, recursive: true);
    }

    private async Task EndAsync(TimeSpan patience)
    {
        if (Interlocked.Exchange(ref _app, null) is not { } app) return;
        Interlocked.Exchange(ref _client, null)?.Dispose();
        using var limit = new CancellationTokenSource(patience, TimeProvider.System);
        try
        {
            await app.StopAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // What did not end in time is torn down with the services.
        }

        await app.DisposeAsync();
    }
}
