using System.Diagnostics;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>The app as a reader starts it: its own process, its own data, the simulated market.</summary>
internal sealed class AppProcess : IDisposable
{
    private const string Ready = "Ready: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private AppProcess(Process process, DirectoryInfo data, Uri address)
    {
        _process = process;
        _data = data;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<AppProcess> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("lr-browser-");
        var process = EmulatorPackages.Run(data.FullName, "dotnet", Program(), "--port", "0", "--data", data.FullName, "--seed", "7");
        var said = new List<string>();
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) =>
        {
            Note(line.Data);
            if (line.Data is null) ready.TrySetException(new InvalidOperationException("The app ended before it was ready: " + Said()));
            else if (line.Data.StartsWith(Ready, StringComparison.Ordinal)) ready.TrySetResult(new Uri(line.Data[Ready.Length..]));
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            return new AppProcess(process, data, await ready.Task.WaitAsync(Patience));
        }
        catch (TimeoutException e)
        {
            process.Kill();
            throw new InvalidOperationException("The app was not ready in time: " + Said(), e);
        }

        void Note(string? line)
        {
            lock (said)
                if (line is not null && said.Count < 100) said.Add(line);
        }

        string Said()
        {
            lock (said) return string.Join(Environment.NewLine, said);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>The app's own build output, which has the front end beside it.</summary>
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var folder = Path.Combine(Checkout.Root, "artifacts", "local", "bin", "LiquidityRisk.Functions", configuration);
        return File.Exists(Path.Combine(folder, "wwwroot", "index.html"))
            ? Path.Combine(folder, "LiquidityRisk.Functions.dll")
            : throw new InvalidOperationException(
                $"{folder} has no wwwroot: the front end was not built. It needs Node.js 20.19 or newer with npm on PATH.");
    }
}
