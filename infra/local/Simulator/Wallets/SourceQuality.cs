using System.Collections.Concurrent;
using LiquidityRisk.Flows.Wallets.Sources;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>How well the simulated sources answer: always and at once, unless settings make one read in twenty slow and others fail. Which ones follows from the seed and their order.</summary>
internal sealed class SourceQuality(FeedOptions options, TimeProvider time) : ISourceHealth
{
    private const double SlowShare = 0.05;
    private const int Stream = 2_000;

    private readonly ConcurrentDictionary<SourceName, Record> _records = new();
    private readonly Draws _draws = new((ulong)(uint)options.Seed);
    private long _reads;

    /// <summary>Waits as long as a read takes.</summary>
    /// <exception cref="SourceUnavailableException">The read fails.</exception>
    public async Task AskAsync(SourceName source, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = Interlocked.Increment(ref _reads);
        if (options.SourceDelay > TimeSpan.Zero && _draws.Share(Stream, read, 0) < SlowShare) await Task.Delay(options.SourceDelay, time, cancellationToken);
        var now = time.GetUtcNow();
        var fails = _draws.Share(Stream, read, 1) < options.SourceFailures;
        var failure = new SourceFailure(now, SourceFault.Down, "The simulated source was set to fail.");
        _records.AddOrUpdate(
            source,
            _ => fails ? new Record(null, failure) : new Record(now, null),
            (_, record) => fails ? record with { LastFailure = failure } : record with { LastSuccess = now });
        if (fails) throw new SourceUnavailableException(source, SourceFault.Down, failure.Message);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SourceHealth> List() =>
        [.. Enum.GetValues<SourceName>().Select(s => (s, r: _records.GetValueOrDefault(s))).Select(x => new SourceHealth(x.s, true, x.r?.LastSuccess, x.r?.LastFailure, false))];

    private sealed record Record(DateTimeOffset? LastSuccess, SourceFailure? LastFailure);
}
