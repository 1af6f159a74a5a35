using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Telemetry;

namespace LiquidityRisk.Local.Runtime.EventHubs;

/// <summary>Publishes to the embedded event hubs. Returns when the events are on disk.</summary>
internal sealed class EmbeddedEventPublisher(EventHubs hubs, TimeProvider time) : IEventPublisher
{
    /// <summary>Largest event that Event Hubs takes, in bytes.</summary>
    private const int MaxBodyBytes = 1024 * 1024;

    public async Task PublishAsync(string hub, IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hub);
        if (events.Count == 0) return;
        var target = await hubs.OpenAsync(hub, cancellationToken);
        await hubs.AppendAsync(target, Pack(target, events), cancellationToken);
    }

    private List<EventSegment> Pack(EventHub hub, IReadOnlyList<OutgoingEvent> events)
    {
        var at = time.GetUtcNow().UtcTicks;
        var trace = Tracing.Current;
        var packers = new SegmentPacker?[hub.Partitions.Length];
        var segments = new List<EventSegment>(hub.Partitions.Length);
        for (var i = 0; i < events.Count; i++)
        {
            var outgoing = events[i];
            if (outgoing.Body.Length > MaxBodyBytes)
                throw new ArgumentException($"Event {i} has {outgoing.Body.Length} bytes; Event Hubs takes at most {MaxBodyBytes}.", nameof(events));
            var partition = hub.PartitionOf(outgoing.PartitionKey);
            var packer = packers[partition] ??= new SegmentPacker(partition);
            packer.Add(outgoing, trace);
            if (packer.IsFull) segments.Add(packer.Take(at));
        }

        segments.AddRange(packers.Where(packer => packer is { IsEmpty: false }).Select(packer => packer!.Take(at)));
        return segments;
    }
}
