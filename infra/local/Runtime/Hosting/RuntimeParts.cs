using Microsoft.Extensions.Hosting;

namespace LiquidityRisk.Local.Runtime.Hosting;

/// <summary>
/// Starts the parts after everything else has started, and stops them before anything else stops, so that functions find
/// the app's own services running.
/// </summary>
internal sealed class RuntimeParts(IEnumerable<IRuntimePart> parts) : IHostedLifecycleService
{
    private readonly IRuntimePart[] _parts = [.. parts];

    /// <summary>True when no part has anything to do until a request comes in or the clock moves on.</summary>
    public bool AreIdle => Array.TrueForAll(_parts, part => part.IsIdle);

    /// <summary>The parts that are busy, for messages.</summary>
    public string Busy => string.Join(", ", _parts.Where(part => !part.IsIdle).Select(part => part.Name));

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var part in _parts) await part.StartAsync(cancellationToken);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_parts.Select(part => part.StopAsync(cancellationToken)));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
