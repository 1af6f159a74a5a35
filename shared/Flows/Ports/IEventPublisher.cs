namespace LiquidityRisk.Flows.Ports;

/// <summary>Sends events to an event hub.</summary>
public interface IEventPublisher
{
    /// <summary>
    /// Sends events; returns when the hub has taken responsibility for all of them. Events with one partition key keep their order.
    /// </summary>
    /// <param name="hub">Name of the hub, for example <c>market-data</c>.</param>
    /// <param name="events">What to send.</param>
    /// <param name="cancellationToken">Stops waiting; a part may have been sent.</param>
    Task PublishAsync(string hub, IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken);
}

/// <summary>An event on its way to a hub.</summary>
/// <param name="PartitionKey">Events with the same key go to the same partition, in order.</param>
/// <param name="Body">UTF-8 JSON.</param>
public readonly record struct OutgoingEvent(string PartitionKey, ReadOnlyMemory<byte> Body);
