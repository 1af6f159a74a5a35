using System.Buffers.Binary;
using Azure.Messaging.EventHubs;
using LiquidityRisk.Flows.Ports;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LiquidityRisk.Local.Runtime.Tests.EventHubs;

public sealed class EventHubVolumeTests
{
    private const int Keys = 500;
    private const int Batch = 2_000;
    private const int Total = 1_000_000;

    [Fact]
    public async Task A_million_events_arrive_once_and_in_order_of_each_key()
    {
        var counter = new OrderCounter();
        await using var host = await RuntimeUnderTest.StartAsync([typeof(CountingConsumer)], builder =>
        {
            builder.Configuration.AddInMemoryCollection([new("AzureFunctionsJobHost:extensions:eventHubs:maxEventBatchSize", "1000")]);
            builder.Services.AddSingleton(counter);
        });
        var publisher = host.Services.GetRequiredService<IEventPublisher>();
        var names = Enumerable.Range(0, Keys).Select(k => $"key-{k}").ToArray();
        for (var sent = 0; sent < Total; sent += Batch)
        {
            var first = sent;
            await publisher.PublishAsync(
                "volume", [.. Enumerable.Range(0, Batch).Select(i => Event(names, first + i))], CancellationToken.None);
        }

        await host.WaitForIdleAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(Total, counter.Count);
        Assert.Equal(0, counter.OutOfOrder);
        Assert.All(counter.Next, next => Assert.Equal(Total / Keys, next));
    }

    private static OutgoingEvent Event(string[] names, int number)
    {
        var body = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(body, number % Keys);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), number / Keys);
        return new OutgoingEvent(names[number % Keys], body);
    }

    public sealed class OrderCounter
    {
        private int _count;
        private int _outOfOrder;

        public int Count => _count;

        public int OutOfOrder => _outOfOrder;

        public int[] Next { get; } = new int[Keys];

        public void Take(ReadOnlySpan<byte> body)
        {
            var key = BinaryPrimitives.ReadInt32LittleEndian(body);
            if (BinaryPrimitives.ReadInt32LittleEndian(body[4..]) != Next[key]++) Interlocked.Increment(ref _outOfOrder);
            Interlocked.Increment(ref _count);
        }
    }

    public sealed class CountingConsumer(OrderCounter counter)
    {
        [Function(nameof(CountingConsumer))]
        public void Run([EventHubTrigger("volume")] EventData[] events)
        {
            foreach (var e in events) counter.Take(e.EventBody.ToMemory().Span);
        }
    }
}
