using System.Diagnostics;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Browser.Tests.Running;

/// <summary>Finds a Chromium on this machine, or brings one here.</summary>
internal static class Chromium
{
    private const string PathVariable = "CHROMIUM_PATH";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(10);

    /// <summary>The program to start; null when Playwright's own installation is to be used.</summary>
    /// <exception cref="InvalidOperationException">There is none and none can be had; the message says what is missing.</exception>
    public static async Task<string?> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } given)
            return File.Exists(given) ? given : throw new InvalidOperationException($"{PathVariable} names {given}, which does not exist.");
        if (OnPath() is { } found) return found;
        if (await InstallFromDebianAsync() && OnPath() is { } installed) return installed;
        if (await InstallFromPlaywrightAsync()) return null;
        throw new InvalidOperationException(
            "The browser tests need Chromium. None of chromium, chromium-browser and google-chrome is on PATH, and neither Debian's package "
            + $"nor Playwright's download could be installed. Install Chromium, or name it in {PathVariable}.");
    }

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static async Task<bool> InstallFromDebianAsync() =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get")
        && await RunAsync("apt-get", "update")
        && await RunAsync("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation");

    private static Task<bool> InstallFromPlaywrightAsync() => Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0);

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(InstallTime);
        using var process = EmulatorPackages.Run(Path.GetTempPath(), program, arguments);
        process.StandardInput.Close();
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0;
    }
}
