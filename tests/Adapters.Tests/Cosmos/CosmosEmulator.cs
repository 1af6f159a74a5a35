using System.Diagnostics;
using LiquidityRisk.Adapters.Cosmos;
using LiquidityRisk.TestKit;

[assembly: AssemblyFixture(typeof(LiquidityRisk.Adapters.Tests.Cosmos.CosmosEmulator))]

namespace LiquidityRisk.Adapters.Tests.Cosmos;

/// <summary>The Cosmos DB stand-in of <c>infra/local/emulators</c>, started when the first test asks for it and ended with the run.</summary>
public sealed class CosmosEmulator : IAsyncDisposable
{
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
        var folder = await EmulatorPackages.InstallAsync();
        _server = EmulatorPackages.Run(folder, "node", "cosmos.js", "0", "--while-stdin-open");
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
}
