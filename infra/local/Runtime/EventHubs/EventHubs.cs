using System.Collections.Concurrent;
using LiquidityRisk.Local.Runtime.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiquidityRisk.Local.Runtime.EventHubs;

/// <summary>The hubs and the functions that consume them.</summary>
internal sealed class EventHubs(
    FunctionCatalog catalog,
    HostSettings settings,
    Retries retries,
    EventHubStore store,
    IOptions<RuntimeOptions> options,
    TimeProvider time,
    ILogger<EventHubs> log)
    : IRuntimePart, IDisposable
{
    private readonly ConcurrentDictionary<string, EventHub> _hubs = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _opening = new(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PartitionPump> _pumps = [];
    private Task _running = Task.CompletedTask;
    private int _publishing;

    public string Name => "event hubs";

    public bool IsIdle => Volatile.Read(ref _publishing) == 0 && _pumps.TrueForAll(pump => pump.IsIdle);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var consumers = catalog.WithTrigger<EventHubTriggerAttribute>()
            .Select(f => new EventHubConsumer(f.Function, f.Trigger, settings, retries)).ToList();
        RefuseSharedGroups(consumers);
        foreach (var consumer in consumers)
        {
            var hub = await OpenAsync(consumer.Hub, cancellationToken);
            _pumps.AddRange(hub.Partitions.Select(partition => new PartitionPump(hub, partition, consumer, store, time)));
        }

        _running = Task.WhenAll(_pumps.Select(pump => Task.Run(() => pump.RunAsync(log, _stop.Token), CancellationToken.None)));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Appends packed events; when it returns they are stored and on their way to the consumers.</summary>
    public async Task AppendAsync(EventHub hub, IReadOnlyList<EventSegment> segments, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _publishing);
        var outcome = SegmentState.Failed;
        try
        {
            await store.AppendAsync(hub, segments, cancellationToken);
            outcome = SegmentState.Committed;
        }
        finally
        {
            foreach (var segment in segments) segment.State = outcome;
            foreach (var segment in segments) hub.Partitions[segment.Partition].Signal();
            Interlocked.Decrement(ref _publishing);
        }
    }

    /// <summary>The hub of that name, created when it is new.</summary>
    public async ValueTask<EventHub> OpenAsync(string name, CancellationToken cancellationToken)
    {
        if (_hubs.TryGetValue(name, out var known)) return known;
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_hubs.TryGetValue(name, out known)) return known;
            var (id, ends) = await store.OpenAsync(name, options.Value.EventHubPartitions, cancellationToken);
            return _hubs[name] = new EventHub(name, id, ends, options.Value.RetainedEventsPerPartition);
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Dispose()
    {
        _opening.Dispose();
        _stop.Dispose();
    }

    private static void RefuseSharedGroups(List<EventHubConsumer> consumers)
    {
        var shared = consumers.GroupBy(c => $"{c.Hub}/{c.Group}", StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        if (shared is null) return;
        var functions = string.Join(" and ", shared.Select(c => c.FunctionName));
        throw new StartupException($"Functions {functions} read the same hub with the same consumer group ({shared.Key}); each would miss events.");
    }
}
