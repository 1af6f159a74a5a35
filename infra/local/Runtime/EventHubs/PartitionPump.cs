using Azure.Messaging.EventHubs;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Runtime.EventHubs;

/// <summary>
/// Brings the events of one partition to one consumer: in order, one batch at a time, from memory while the consumer keeps up
/// and from disk when it has fallen behind.
/// </summary>
internal sealed class PartitionPump
{
    private const int MaxTailBytes = 2 * 1024 * 1024;
    private static readonly TimeSpan FaultPause = TimeSpan.FromSeconds(1);

    private readonly EventHub _hub;
    private readonly EventPartition _partition;
    private readonly EventHubConsumer _consumer;
    private readonly EventHubStore _store;
    private readonly TimeProvider _time;
    private readonly WakeUp _wake = new();
    private readonly Lock _gate = new();
    private readonly Queue<EventSegment> _tail = new();
    private readonly Queue<EventSegment> _read = new();
    private SegmentReader? _current;
    private long _position;
    private long _handled;
    private int _tailBytes;
    private volatile bool _awaitsClock;

    public PartitionPump(EventHub hub, EventPartition partition, EventHubConsumer consumer, EventHubStore store, TimeProvider time)
    {
        (_hub, _partition, _consumer, _store, _time) = (hub, partition, consumer, store, time);
        _position = _handled = store.Checkpoint(hub.Id, partition.Index, consumer.Group);
        partition.Attach(this);
    }

    /// <summary>Everything below this number is handled and checkpointed.</summary>
    public long Handled => Volatile.Read(ref _handled);

    public bool IsIdle => _awaitsClock || _wake.IsAsleep;

    /// <summary>Keeps a segment in memory if there is room; otherwise it is read from disk when its turn comes.</summary>
    public void Offer(EventSegment segment)
    {
        lock (_gate)
        {
            if (_tailBytes > MaxTailBytes) return;
            _tail.Enqueue(segment);
            _tailBytes += segment.Data.Length;
        }
    }

    public void Signal() => _wake.Signal();

    /// <summary>Delivers until stopped. A fault of the database is logged and the batch is taken again.</summary>
    public async Task RunAsync(ILogger log, CancellationToken stop)
    {
        var batch = new List<EventData>(_consumer.BatchSize);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await DeliverNextAsync(batch, stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Hub {Hub}, partition {Partition}: the events are read again.", _hub.Name, _partition.Index);
                (_position, _current) = (_handled, null);
                _read.Clear();
                await Task.Delay(FaultPause, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task DeliverNextAsync(List<EventData> batch, CancellationToken stop)
    {
        batch.Clear();
        Fill(batch);
        if (batch.Count == 0)
        {
            await _wake.SleepAsync(stop);
            return;
        }

        await _consumer.DeliverAsync(batch, waiting => _awaitsClock = waiting, stop);
        await _store.SaveCheckpointAsync(_hub, _partition, _consumer.Group, _position);
        Volatile.Write(ref _handled, _position);
    }

    private void Fill(List<EventData> batch)
    {
        while (batch.Count < _consumer.BatchSize && Advance())
        {
            batch.Add(_current!.Read());
            _position = _current.Next;
        }
    }

    /// <summary>Makes sure that there is an event to read at the position, skipping numbers that were never stored.</summary>
    private bool Advance()
    {
        while (_current is null || _current.IsDone)
        {
            if (!_read.TryDequeue(out var segment) && !TryTake(out segment)) return false;
            if (segment is not null) _current = new SegmentReader(segment, _position);
        }

        return true;
    }

    /// <summary>Takes the next segment from memory or disk. True without a segment means: look again.</summary>
    private bool TryTake(out EventSegment? segment)
    {
        segment = null;
        var head = PeekTail();
        var state = head?.State ?? SegmentState.Pending;
        if (head is not null && (state == SegmentState.Failed || (head.First <= _position && state == SegmentState.Committed)))
        {
            Dequeue();
            segment = state == SegmentState.Committed ? head : null;
            return true;
        }

        if (head?.First <= _position || (head is null && _position >= _partition.End)) return false;
        foreach (var stored in _store.Read(_hub.Id, _partition.Index, _position, head?.First ?? long.MaxValue)) _read.Enqueue(stored);
        if (_read.Count > 0) return true;
        if (state != SegmentState.Committed) return false;
        _position = head!.First;
        return true;
    }

    private EventSegment? PeekTail()
    {
        lock (_gate)
        {
            while (_tail.TryPeek(out var head))
            {
                if (head.End > _position) return head;
                DequeueLocked();
            }

            return null;
        }
    }

    private void Dequeue()
    {
        lock (_gate) DequeueLocked();
    }

    private void DequeueLocked() => _tailBytes -= _tail.Dequeue().Data.Length;
}
