using System.Buffers;
using System.Text;
using Azure.Messaging.EventHubs;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Telemetry;

namespace LiquidityRisk.Local.Runtime.EventHubs;

internal enum SegmentState
{
    /// <summary>Numbered, not yet known to be on disk.</summary>
    Pending,
    Committed,

    /// <summary>Could not be stored; its numbers stay unused.</summary>
    Failed,
}

/// <summary>Events that were appended to one partition together, packed; one row on disk.</summary>
internal sealed class EventSegment(int partition, int count, long at, byte[] data)
{
    private volatile SegmentState _state;

    public int Partition { get; } = partition;

    public int Count { get; } = count;

    /// <summary>When the events were enqueued, in UTC ticks.</summary>
    public long At { get; } = at;

    public byte[] Data { get; } = data;

    /// <summary>Sequence number of the first event.</summary>
    public long First { get; set; }

    public long End => First + Count;

    public SegmentState State
    {
        get => _state;
        set => _state = value;
    }
}

/// <summary>
/// Packs events: for each the length of the key, the key, the length of the body, the body. A trace follows its key after a NUL, and so does
/// nothing when the key itself has a NUL: the last one always ends the key.
/// </summary>
internal sealed class SegmentPacker(int partition)
{
    private const int MaxEvents = 1_000;
    private const int MaxBytes = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private int _count;

    public bool IsEmpty => _count == 0;

    public bool IsFull => _count >= MaxEvents || _buffer.WrittenCount >= MaxBytes;

    public void Add(in OutgoingEvent outgoing, string? trace)
    {
        var key = outgoing.PartitionKey ?? "";
        if (trace is not null || key.Contains('\0')) key = $"{key}\0{trace}";
        WriteLength(Encoding.UTF8.GetByteCount(key));
        Encoding.UTF8.GetBytes(key, _buffer);
        WriteLength(outgoing.Body.Length);
        _buffer.Write(outgoing.Body.Span);
        _count++;
    }

    public EventSegment Take(long at)
    {
        var segment = new EventSegment(partition, _count, at, _buffer.WrittenSpan.ToArray());
        _buffer.ResetWrittenCount();
        _count = 0;
        return segment;
    }

    private void WriteLength(int value)
    {
        var span = _buffer.GetSpan(5);
        var length = 0;
        for (var rest = (uint)value; ; rest >>= 7)
        {
            span[length++] = (byte)(rest > 0x7F ? (rest & 0x7F) | 0x80 : rest);
            if (rest <= 0x7F) break;
        }

        _buffer.Advance(length);
    }
}

/// <summary>Unpacks a segment event by event, from a given sequence number on.</summary>
internal sealed class SegmentReader
{
    private readonly EventSegment _segment;
    private readonly DateTimeOffset _enqueued;
    private int _offset;

    public SegmentReader(EventSegment segment, long from)
    {
        _segment = segment;
        _enqueued = new DateTimeOffset(segment.At, TimeSpan.Zero);
        Next = segment.First;
        while (Next < from && !IsDone)
        {
            ReadSlice();
            ReadSlice();
            Next++;
        }
    }

    public long Next { get; private set; }

    public bool IsDone => Next >= _segment.End;

    public EventData Read()
    {
        var (key, trace) = Split(ReadSlice().Span);
        var read = new EventData(new BinaryData(ReadSlice()), key.Length == 0 ? null : key, Next++, offset: null, _enqueued);
        if (trace.Length > 0) read.Properties[Tracing.TraceParent] = trace;
        return read;
    }

    private static (string Key, string Trace) Split(ReadOnlySpan<byte> key)
    {
        var end = key.LastIndexOf((byte)0);
        return end < 0 ? (Encoding.UTF8.GetString(key), "") : (Encoding.UTF8.GetString(key[..end]), Encoding.UTF8.GetString(key[(end + 1)..]));
    }

    private ReadOnlyMemory<byte> ReadSlice()
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _segment.Data[_offset++];
            length |= (part & 0x7F) << shift;
            if (part <= 0x7F) break;
        }

        var slice = _segment.Data.AsMemory(_offset, length);
        _offset += length;
        return slice;
    }
}
