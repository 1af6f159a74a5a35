using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Local.Runtime.Tests;

/// <summary>The test app in a process of its own, which can be killed like any other.</summary>
internal sealed class TestAppProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private TestAppProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = new Uri(address, "/api/"), Timeout = TimeSpan.FromMinutes(2) };
        Address = address;
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<TestAppProcess> StartAsync(string folder, int port = 0)
    {
        var app = Path.Combine(AppContext.BaseDirectory, "LiquidityRisk.Local.Runtime.TestApp.dll");
        var process = EmulatorPackages.Run(
            folder, "dotnet", app, "--port", $"{port}", "--data", Path.Combine(folder, "data"));
        using var deadline = new CancellationTokenSource(StartTime);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            if (!line.StartsWith("Ready: ", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new TestAppProcess(process, new Uri(line["Ready: ".Length..]));
        }

        throw new InvalidOperationException($"The test app did not start: {await errors}");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }
}
