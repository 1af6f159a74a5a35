using System.Diagnostics;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Local.Runtime.Tests.WebPubSub;

/// <summary>The npm client in a Node process.</summary>
internal sealed class NodeClient : IAsyncDisposable
{
    private readonly Process _process;

    private NodeClient(Process process) => _process = process;

    public static async Task<NodeClient> StartAsync(Uri negotiate)
    {
        var packages = await EmulatorPackages.InstallAsync();
        var script = Path.Combine(AppContext.BaseDirectory, "WebPubSub", "client.mjs");
        var process = EmulatorPackages.Run(packages, "node", script, packages, negotiate.AbsoluteUri);
        process.ErrorDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        process.BeginErrorReadLine();
        return new NodeClient(process);
    }

    public Task TellAsync(string command) => _process.StandardInput.WriteLineAsync(command);

    /// <summary>The next happening that begins with the given words.</summary>
    public async Task<string> ExpectAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var seen = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal)) return line;
            seen.Add(line);
        }

        throw new InvalidOperationException($"'{beginning}' did not come, but: {string.Join(" | ", seen)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
