using System.ComponentModel;
using System.Diagnostics;

namespace LiquidityRisk.TestKit;

/// <summary>The npm packages of <c>infra/local/emulators</c>, installed when missing or outdated; test processes take turns.</summary>
public static class EmulatorPackages
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);

    /// <summary>The folder with its <c>node_modules</c> in place.</summary>
    public static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Checkout.Root, "infra", "local", "emulators");
        using var deadline = new CancellationTokenSource(InstallTime);
        await using var turn = await TakeTurnAsync(Path.Combine(Checkout.Root, "artifacts", "npm-ci.lock"), deadline.Token);
        if (!IsInstalled(folder)) await InstallAsync(folder, deadline.Token);
        return folder;
    }

    /// <summary>Starts a program with its streams redirected.</summary>
    public static Process Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                $"'{program}' cannot be started. These tests need Node.js 20 or later with npm; install it and put it on PATH.", e);
        }
    }

    private static bool IsInstalled(string folder)
    {
        var installed = Path.Combine(folder, "node_modules", ".package-lock.json");
        return File.Exists(installed)
            && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"));
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        using var npm = OperatingSystem.IsWindows() ? Run(folder, "cmd", "/c", "npm", "ci") : Run(folder, "npm", "ci");
        npm.StandardInput.Close();
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"'npm ci' in {folder} failed; it needs access to an npm registry. {errors}{await output}");
    }

    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
            }
        }
    }
}
