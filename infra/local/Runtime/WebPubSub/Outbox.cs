using System.Buffers;
using System.Globalization;
using System.Threading.Channels;

namespace LiquidityRisk.Local.Runtime.WebPubSub;

/// <summary>
/// A frame on its way to one client; the body is shared with the group's other members. The sequence number is 0 for acks,
/// system messages, and everything when the subprotocol is not the reliable one.
/// </summary>
internal readonly record struct OutgoingFrame(ReadOnlyMemory<byte> Body, ulong Sequence)
{
    /// <summary>The bytes to send: the body, with the sequence number as its first property when it has one.</summary>
    public ReadOnlyMemory<byte> Encode(ArrayBufferWriter<byte> buffer)
    {
        if (Sequence == 0) return Body;
        buffer.ResetWrittenCount();
        buffer.Write("{\"sequenceId\":"u8);
        Sequence.TryFormat(buffer.GetSpan(20), out var digits, default, CultureInfo.InvariantCulture);
        buffer.Advance(digits);
        buffer.Write(","u8);
        buffer.Write(Body.Span[1..]);
        return buffer.WrittenMemory;
    }
}

/// <summary>
/// What one client has still to receive, bounded in frames and bytes: a client that is too slow is cut off rather than
/// fed from growing memory. With the reliable subprotocol frames stay until acknowledged, so that they can be sent again.
/// </summary>
internal sealed class Outbox(bool reliable)
{
    public const int MaxFrames = 65_536;
    public const long MaxBytes = 32 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<OutgoingFrame> _unacknowledged = new();
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private Queue<OutgoingFrame> _waiting = new();
    private ulong _sequence;
    private long _bytes;
    private bool _closed;

    /// <summary>No further frames are taken; the send loop ends once it has sent what is there.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_gate) return _closed;
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (_gate) return _waiting.Count == 0;
        }
    }

    /// <summary>Appends a frame; false when the client is too far behind.</summary>
    public bool TryAdd(ReadOnlyMemory<byte> body, bool sequenced)
    {
        lock (_gate)
        {
            if (_closed) return true;
            if (_waiting.Count + _unacknowledged.Count >= MaxFrames || _bytes + body.Length > MaxBytes) return false;
            _bytes += body.Length;
            _waiting.Enqueue(new OutgoingFrame(body, reliable && sequenced ? ++_sequence : 0));
        }

        _signal.Writer.TryWrite(true);
        return true;
    }

    /// <summary>Takes one last frame; whatever is still waiting is dropped.</summary>
    public void Close(ReadOnlyMemory<byte> last)
    {
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
            _waiting.Clear();
            _unacknowledged.Clear();
            _waiting.Enqueue(new OutgoingFrame(last, 0));
            _bytes = last.Length;
        }

        _signal.Writer.TryWrite(true);
    }

    public async ValueTask<Queue<OutgoingFrame>> TakeAsync(Queue<OutgoingFrame> empty, CancellationToken cancellationToken)
    {
        await _signal.Reader.ReadAsync(cancellationToken);
        lock (_gate)
        {
            var taken = _waiting;
            _waiting = empty;
            foreach (var frame in taken)
            {
                if (frame.Sequence > 0) _unacknowledged.Enqueue(frame);
                else _bytes -= frame.Body.Length;
            }

            return taken;
        }
    }

    public void Acknowledge(ulong sequence)
    {
        lock (_gate)
        {
            while (_unacknowledged.TryPeek(out var frame) && frame.Sequence <= sequence)
            {
                _unacknowledged.Dequeue();
                _bytes -= frame.Body.Length;
            }
        }
    }

    /// <summary>Puts back what was sent but not acknowledged, for a new socket of the same client.</summary>
    public void Rewind()
    {
        lock (_gate)
        {
            _waiting = new Queue<OutgoingFrame>([.. _unacknowledged, .. _waiting.Where(f => f.Sequence > 0)]);
            _unacknowledged.Clear();
            _bytes = _waiting.Sum(f => (long)f.Body.Length);
        }

        _signal.Writer.TryWrite(true);
    }
}
