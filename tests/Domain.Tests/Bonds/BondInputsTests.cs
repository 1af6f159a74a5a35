using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Tests;

public class BondInputsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static BondEvent Event(int second, int sequence, decimal bid) => new(
        Isin.Parse("US0378331005"), "test", new EventStamp(Start.AddSeconds(second), sequence), Start, Markets.Of(bid, bid + 1));

    [Fact]
    public void A_duplicate_changes_nothing()
    {
        var once = BondInputs.None.With(Event(1, 1, 99));

        Assert.Same(once, once.With(Event(1, 1, 99)));
    }

    [Fact]
    public void A_late_event_changes_nothing()
    {
        var inputs = BondInputs.None.With(Event(5, 1, 99));

        Assert.Same(inputs, inputs.With(Event(4, 9, 50)));
    }

    [Fact]
    public void Of_two_events_of_one_instant_the_higher_sequence_wins()
    {
        var inputs = BondInputs.None.With(Event(5, 1, 99)).With(Event(5, 2, 98));

        Assert.Equal(98m, inputs.Market!.Value.Bid!.Value.PercentOfFace);
    }

    [Fact]
    public void Types_do_not_overwrite_each_other()
    {
        var maker = new MarketMakerState(true, null, null, null, 45);
        var inputs = BondInputs.None.With(Event(5, 1, 99)).With(Event(1, 0, 1) with { Input = maker });

        Assert.Equal(99m, inputs.Market!.Value.Bid!.Value.PercentOfFace);
        Assert.Same(maker, inputs.MarketMaker!.Value);
    }

    [Fact]
    public void Any_order_and_any_repetition_of_delivery_ends_in_the_same_state()
    {
        var events = Gen.Choose(0, 20).Two().Select(p => Event(p.Item1, p.Item2, 50 + p.Item1 + (p.Item2 / 100m))).ListOf();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(events.ToArbitrary(), list =>
        {
            var inOrder = list.Aggregate(BondInputs.None, (s, e) => s.With(e));
            var reversedAndTwice = Enumerable.Reverse(list).Concat(list).Aggregate(BondInputs.None, (s, e) => s.With(e));
            return inOrder.Market?.Stamp == reversedAndTwice.Market?.Stamp && Equals(inOrder.Market?.Value, reversedAndTwice.Market?.Value);
        }));
    }
}
