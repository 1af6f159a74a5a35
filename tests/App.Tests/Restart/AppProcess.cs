using System.Diagnostics;
using System.Net.Http.Headers;
using LiquidityRisk.Functions.Hosting;

namespace LiquidityRisk.App.Tests.Restart;

/// <summary>The app as a process of its own, which a test can kill.</summary>
internal sealed class AppProcess : IDisposable
{
    private const string Ready = "Ready: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private AppProcess(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public static Task<AppProcess> StartAsync(string data, params string[] roles) =>
        StartAsync(data, new Dictionary<string, string>(StringComparer.Ordinal), roles);

    public static async Task<AppProcess> StartAsync(string data, IReadOnlyDictionary<string, string> settings, params string[] roles)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LiquidityRiskApp).Assembly.Location, "--port", "0", "--data", data, "--no-simulator"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetException(new InvalidOperationException("The app ended before it was ready."));
            else if (line.Data.StartsWith(Ready, StringComparison.Ordinal)) ready.TrySetResult(line.Data[Ready.Length..]);
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var app = new AppProcess(process, new Uri(await ready.Task.WaitAsync(Patience)));
        app.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await AppUnderTest.TokenAsync(app.Http, roles));
        return app;
    }

    /// <summary>Ends the process at once (SIGKILL).</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        Http.Dispose();
    }
}
