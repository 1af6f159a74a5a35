using System.ComponentModel;
using System.Diagnostics;
using LiquidityRisk.Adapters.Cosmos;

[assembly: AssemblyFixture(typeof(LiquidityRisk.Adapters.Tests.Cosmos.CosmosEmulator))]

namespace LiquidityRisk.Adapters.Tests.Cosmos;

/// <summary>The Cosmos DB stand-in of <c>infra/local/emulators</c>, started when the first test asks for it and ended with the run.</summary>
public sealed class CosmosEmulator : IAsyncDisposable
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);

    private readonly Lazy<Task<Uri>> _started;
    private Process? _server;

    public CosmosEmulator() => _started = new(StartAsync);

    /// <summary>Options for one database of the running server.</summary>
    public async Task<CosmosOptions> OptionsAsync(string database) => new()
    {
        ConnectionString = $"AccountEndpoint={await _started.Value};AccountKey=ZW11bGF0b3I=",
        Database = database,
        AttemptTimeout = TimeSpan.FromSeconds(30),
        GiveUpAfter = TimeSpan.FromMinutes(2),
    };

    public async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    private async Task<Uri> StartAsync()
    {
        var folder = EmulatorFolder();
        await InstallAsync(folder);
        _server = Run(folder, "node", "cosmos.js", "0", "--while-stdin-open");
        using var deadline = new CancellationTokenSource(StartTime);
        while (await _server.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            if (!line.StartsWith("Ready: ", StringComparison.Ordinal)) continue;
            _ = _server.StandardOutput.ReadToEndAsync(CancellationToken.None);
            _ = _server.StandardError.ReadToEndAsync(CancellationToken.None);
            return new Uri(line["Ready: ".Length..]);
        }

        throw new InvalidOperationException(
            $"The Cosmos DB emulator in {folder} did not start: {await _server.StandardError.ReadToEndAsync(deadline.Token)}");
    }

    private static async Task InstallAsync(string folder)
    {
        var installed = Path.Combine(folder, "node_modules", ".package-lock.json");
        if (File.Exists(installed)
            && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
        {
            return;
        }

        using var npm = OperatingSystem.IsWindows() ? Run(folder, "cmd", "/c", "npm", "ci") : Run(folder, "npm", "ci");
        npm.StandardInput.Close();
        using var deadline = new CancellationTokenSource(InstallTime);
        var output = npm.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = await npm.StandardError.ReadToEndAsync(deadline.Token);
        await npm.WaitForExitAsync(deadline.Token);
        if (npm.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"'npm ci' in {folder} failed, so the Cosmos DB emulator is missing. It needs access to an npm registry. {errors}{await output}");
        }
    }

    private static Process Run(string folder, string program, params string[] arguments)
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
                $"'{program}' cannot be started. The tests of the Cosmos DB adapter run against an emulator that needs Node.js 20 or later with npm; install it and put it on PATH.",
                e);
        }
    }

    private static string EmulatorFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LiquidityRisk.sln"))) folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository."),
            "infra", "local", "emulators");
    }
}
