using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Runtime.EventHubs;

namespace LiquidityRisk.Local.Runtime.Tests.EventHubs;

public sealed class EventSegmentTests
{
    private const string Trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    [Fact]
    public void Events_are_read_back_as_packed_from_any_number_on() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<(NonNull<string> Key, byte[] Body, bool IsTraced)>>(),
        ArbMap.Default.ArbFor<NonNegativeInt>(),
        (events, skip) =>
        {
            var packer = new SegmentPacker(3);
            var expected = events.Get.Select(e => new OutgoingEvent(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(e.Key.Get)), e.Body ?? [])).ToList();
            for (var i = 0; i < expected.Count; i++) packer.Add(expected[i], events.Get[i].IsTraced ? Trace : null);
            var segment = packer.Take(at: 77);
            segment.First = 1_000;
            var start = skip.Get % (expected.Count + 1);
            var reader = new SegmentReader(segment, 1_000 + start);
            foreach (var (index, e) in expected.Index().Skip(start))
            {
                var read = reader.Read();
                Assert.Equal(e.PartitionKey, read.PartitionKey ?? "");
                Assert.Equal(e.Body.ToArray(), read.EventBody.ToArray());
                Assert.Equal(events.Get[index].IsTraced ? Trace : null, read.Properties.TryGetValue("traceparent", out var trace) ? trace : null);
                Assert.Equal((1_000 + index, 77), (read.SequenceNumber, read.EnqueuedTime.UtcTicks));
            }

            Assert.True(reader.IsDone && packer.IsEmpty);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keys_spread_over_all_partitions_and_each_key_stays()
    {
        var hub = new EventHub("h", 1, new long[8], retained: 10);
        var counts = Enumerable.Range(0, 8_000).Select(i => hub.PartitionOf($"CH{i:D10}")).CountBy(p => p).ToDictionary();

        Assert.All(Enumerable.Range(0, 8), partition => Assert.InRange(counts[partition], 800, 1_200));
        Assert.Equal(hub.PartitionOf("CH0012345678"), new EventHub("other", 2, new long[8], retained: 10).PartitionOf("CH0012345678"));
    }
}
