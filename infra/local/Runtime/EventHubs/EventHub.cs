using System.Collections.Immutable;

namespace LiquidityRisk.Local.Runtime.EventHubs;

/// <summary>A hub: its partitions and which of them a key belongs to.</summary>
internal sealed class EventHub(string name, long id, IEnumerable<long> ends, int retained)
{
    private int _roundRobin;

    public string Name { get; } = name;

    public long Id { get; } = id;

    public EventPartition[] Partitions { get; } = [.. ends.Select((end, index) => new EventPartition(index, end, retained))];

    /// <summary>The same key always has the same partition (FNV-1a); without a key the partitions take turns.</summary>
    public int PartitionOf(string? key)
    {
        if (string.IsNullOrEmpty(key)) return (int)((uint)Interlocked.Increment(ref _roundRobin) % (uint)Partitions.Length);
        unchecked
        {
            var hash = 2166136261u;
            foreach (var c in key) hash = (((hash ^ (byte)c) * 16777619u) ^ (byte)(c >> 8)) * 16777619u;
            return (int)((hash ^ (hash >> 16)) % (uint)Partitions.Length);
        }
    }
}

/// <summary>One partition: numbers what is appended and hands it to the consumers.</summary>
internal sealed class EventPartition(int index, long end, int retained)
{
    private ImmutableArray<PartitionPump> _pumps = [];
    private long _end = end;
    private long _trimmed;

    public int Index { get; } = index;

    /// <summary>Sequence number of the next event.</summary>
    public long End => Volatile.Read(ref _end);

    /// <summary>Adds a consumer.</summary>
    public void Attach(PartitionPump pump) => ImmutableInterlocked.Update(ref _pumps, pumps => pumps.Add(pump));

    /// <summary>Takes the next sequence numbers; called by the database writer only.</summary>
    public long Number(int count)
    {
        var first = _end;
        Volatile.Write(ref _end, first + count);
        return first;
    }

    /// <summary>Hands a segment to the consumers, in the order of its numbers; called by the database writer only.</summary>
    public void Offer(EventSegment segment)
    {
        foreach (var pump in _pumps) pump.Offer(segment);
    }

    /// <summary>Tells the consumers that the state of a segment is known.</summary>
    public void Signal()
    {
        foreach (var pump in _pumps) pump.Signal();
    }

    /// <summary>The number below which events may go, or null when it is not worth while yet; called by the database writer only.</summary>
    public long? Trimmable()
    {
        var handled = _pumps.IsEmpty ? _end : _pumps.Min(pump => pump.Handled);
        var below = handled - retained;
        if (below - _trimmed <= retained / 4) return null;
        return _trimmed = below;
    }
}
