using System.ComponentModel;
using System.Globalization;

namespace Azure.Messaging.EventHubs;

public class EventData : MessageContent
{
    private readonly string? _offset;
    private static readonly IReadOnlyDictionary<string, object> NoSystemProperties = new Dictionary<string, object>(StringComparer.Ordinal);

    public EventData()
        : this(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty))
    {
    }

    public EventData(BinaryData eventBody) => EventBody = eventBody;

    public EventData(ReadOnlyMemory<byte> eventBody)
        : this(new BinaryData(eventBody))
    {
    }

    public EventData(string eventBody)
        : this(new BinaryData(eventBody))
    {
    }

    internal EventData(BinaryData eventBody, string? partitionKey, long sequenceNumber, string? offset, DateTimeOffset enqueuedTime)
        : this(eventBody)
    {
        PartitionKey = partitionKey;
        SequenceNumber = sequenceNumber;
        _offset = offset;
        EnqueuedTime = enqueuedTime;
    }

    public BinaryData EventBody { get; set; }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlyMemory<byte> Body => EventBody.ToMemory();

    [EditorBrowsable(EditorBrowsableState.Never)]
    public Stream BodyAsStream => EventBody.ToStream();

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override BinaryData? Data
    {
        get => EventBody;
        set => EventBody = value!;
    }

    public new string? ContentType { get; set; }

    public string? CorrelationId { get; set; }

    public string? MessageId { get; set; }

    public IDictionary<string, object> Properties => field ??= new Dictionary<string, object>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, object> SystemProperties { get; internal init; } = NoSystemProperties;

    public DateTimeOffset EnqueuedTime { get; }

    public string? PartitionKey { get; }

    public long SequenceNumber { get; } = long.MinValue;

    public string? OffsetString => _offset ?? (SequenceNumber == long.MinValue ? null : SequenceNumber.ToString(CultureInfo.InvariantCulture));
}
