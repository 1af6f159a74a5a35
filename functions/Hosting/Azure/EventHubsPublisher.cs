using System.Collections.Concurrent;
using Azure.Core;
using Azure.Messaging.EventHubs;
using Azure.Messaging.EventHubs.Producer;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Telemetry;

namespace LiquidityRisk.Functions.Hosting;

/// <summary>Publishes to Event Hubs: one connection per hub, the events of a partition key in order, in as few sends as fit.</summary>
/// <remarks>
/// A send of several keys, or of more than fits one batch, is not one transaction: when it fails, events of other keys and
/// earlier events of the same key may have been taken. Consumers ignore what they are told twice, so callers send all again.
/// </remarks>
internal sealed class EventHubsPublisher(string fullyQualifiedNamespace, TokenCredential credential) : IEventPublisher, IAsyncDisposable
{
    private const int SendsAtOnce = 16;

    private readonly ConcurrentDictionary<string, Lazy<EventHubProducerClient>> _producers = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An event is too large for a batch of its own.</exception>
    public Task PublishAsync(string hub, IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hub);
        var producer = Producer(hub);
        var byKey = events.Select((e, index) => (Event: e, Index: index)).GroupBy(x => x.Event.PartitionKey, StringComparer.Ordinal);
        return Parallel.ForEachAsync(
            byKey,
            new ParallelOptions { MaxDegreeOfParallelism = SendsAtOnce, CancellationToken = cancellationToken },
            async (group, cancellation) => await SendAsync(producer, group.Key, [.. group], cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var producer in _producers.Values.Where(p => p.IsValueCreated)) await producer.Value.DisposeAsync();
    }

    private EventHubProducerClient Producer(string hub) => _producers.GetOrAdd(
        hub, name => new Lazy<EventHubProducerClient>(() => new EventHubProducerClient(fullyQualifiedNamespace, name, credential))).Value;

    private static async Task SendAsync(
        EventHubProducerClient producer, string key, IReadOnlyList<(OutgoingEvent Event, int Index)> events, CancellationToken cancellationToken)
    {
        var options = new CreateBatchOptions { PartitionKey = key };
        for (var sent = 0; sent < events.Count;)
        {
            using var batch = await producer.CreateBatchAsync(options, cancellationToken);
            while (sent < events.Count && batch.TryAdd(Traced(events[sent].Event.Body))) sent++;
            if (batch.Count == 0)
            {
                var (outgoing, index) = events[sent];
                throw new ArgumentException(
                    FormattableString.Invariant($"Event {index} ({outgoing.Body.Length} bytes, key {key}) is too large for the hub: a batch holds {batch.MaximumSizeInBytes} bytes."),
                    nameof(events));
            }

            await producer.SendAsync(batch, cancellationToken);
        }
    }

    private static EventData Traced(ReadOnlyMemory<byte> body)
    {
        var data = new EventData(body);
        if (Tracing.Current is { } trace) data.Properties[Tracing.TraceParent] = trace;
        return data;
    }
}
