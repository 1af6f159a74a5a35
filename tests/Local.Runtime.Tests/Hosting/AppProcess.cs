using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LiquidityRisk.Local.Runtime.Tests.Hosting;

/// <summary>The test app as a process of its own.</summary>
internal sealed partial class AppProcess : IDisposable
{
    private const int Terminate = 15;

    private readonly Process _process;

    private AppProcess(Process process) => _process = process;

    public string FirstLine { get; private set; } = "";

    public Uri Address => new(FirstLine["Ready: ".Length..]);

    public int ExitCode => _process.ExitCode;

    public static AppProcess Launch(string folder, params string[] arguments)
    {
        var name = OperatingSystem.IsWindows() ? "LiquidityRisk.Local.Runtime.TestApp.exe" : "LiquidityRisk.Local.Runtime.TestApp";
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name), arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TESTAPP_EFFECTS"] = Path.Combine(folder, "effects.db");
        return new AppProcess(Process.Start(start)!);
    }

    public static async Task<AppProcess> StartAsync(string folder, params string[] arguments)
    {
        var app = Launch(folder, ["--port", "0", .. arguments]);
        app.FirstLine = await app._process.StandardOutput.ReadLineAsync() ?? $"ended: {await app._process.StandardError.ReadToEndAsync()}";
        Assert.StartsWith("Ready: http://localhost:", app.FirstLine, StringComparison.Ordinal);
        return app;
    }

    public async Task<(string Output, string Error)> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return (await output, await error);
    }

    /// <summary>Ends the process at once; nothing in it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to end, as a service manager does.</summary>
    public void SendTerminate() => Assert.Equal(0, Signal(_process.Id, Terminate));

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
