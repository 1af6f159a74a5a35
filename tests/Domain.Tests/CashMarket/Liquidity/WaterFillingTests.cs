using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Domain.CashMarket.Liquidity.Tests;

public class WaterFillingTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    /// <summary>Up to 12 caps, many of them small or equal, and a target from nothing to all.</summary>
    private static readonly Arbitrary<(long[] Caps, long Target)> Small = (
        from scale in Gen.Elements(3, 20, 200)
        from caps in Gen.Choose(0, scale).ListOf().Resize(12)
        from part in Gen.Choose(0, 1_000)
        let few = caps.Select(c => (long)c).ToArray()
        select (few, few.Sum() * part / 1_000)).ToArbitrary();

    [Fact]
    public void One_that_holds_much_gives_what_two_that_hold_little_cannot()
    {
        var fair = WaterFilling.Share([100_000, 10_000, 10_000], 90_000);

        Assert.Equal([70_000, 10_000, 10_000], fair.Shares);
        Assert.Equal([false, true, true], fair.Capped);
        Assert.Equal(70_000, fair.Level);
    }

    [Theory]
    [InlineData(0, new long[] { 0, 0, 0 })]
    [InlineData(3, new long[] { 1, 1, 1 })]
    [InlineData(7, new long[] { 2, 2, 3 })]
    [InlineData(8, new long[] { 2, 3, 3 })]
    [InlineData(14, new long[] { 2, 5, 7 })]
    public void Units_that_do_not_divide_go_to_those_who_hold_most(long target, long[] shares) =>
        Assert.Equal(shares, WaterFilling.Share([2, 5, 7], target).Shares);

    [Fact]
    public void Nobody_shares_nothing() => Assert.Empty(WaterFilling.Share([], 0).Shares);

    [Fact]
    public void More_than_there_is_cannot_be_shared() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WaterFilling.Share([1, 2], 4));

    [Fact]
    public void It_shares_as_one_unit_at_a_time_does() => Check.One(TenThousand, Prop.ForAll(Small, t =>
        WaterFilling.Share(t.Caps, t.Target).Shares.SequenceEqual(OneByOne(t.Caps, t.Target))));

    [Fact]
    public void Shares_sum_to_the_target_within_the_caps_and_larger_caps_never_get_less() => Check.One(TenThousand, Prop.ForAll(Small, t =>
    {
        var shares = WaterFilling.Share(t.Caps, t.Target).Shares;
        return shares.Sum() == t.Target
            && shares.Zip(t.Caps).All(s => s.First >= 0 && s.First <= s.Second)
            && shares.Zip(t.Caps).OrderBy(s => s.Second).ThenBy(s => s.First).Select(s => s.First).ToArray() is var sorted
            && sorted.Zip(sorted.Skip(1)).All(s => s.First <= s.Second);
    }));

    [Fact]
    public void The_certificate_holds_and_no_single_move_helps_the_worse_off() => Check.One(TenThousand, Prop.ForAll(Small, t =>
    {
        var shares = WaterFilling.Share(t.Caps, t.Target).Shares;
        return MaxMinCertificate.Of(t.Caps, shares, 1).Holds && !AMoveHelps(t.Caps, [.. shares]);
    }));

    [Fact]
    public void The_certificate_fails_exactly_when_a_move_helps() => Check.One(TenThousand, Prop.ForAll(
        (from pairs in Gen.Choose(0, 6).Zip(Gen.Choose(0, 6)).ListOf().Resize(8)
         select pairs.Select(p => (Share: (long)Math.Min(p.Item1, p.Item2), Cap: (long)Math.Max(p.Item1, p.Item2))).ToArray()).ToArbitrary(),
        t => MaxMinCertificate.Of([.. t.Select(p => p.Cap)], [.. t.Select(p => p.Share)], 1).Holds
            != AMoveHelps([.. t.Select(p => p.Cap)], [.. t.Select(p => p.Share)])));

    [Fact]
    public void Jains_index_is_one_for_equals_and_a_part_for_one_of_many()
    {
        Assert.Equal(1, Fairness.Jain([5, 5, 5]));
        Assert.Equal(0.25, Fairness.Jain([8, 0, 0, 0]));
        Assert.Equal(1, Fairness.Jain([]));
        Assert.Equal(81.0 / (3 * 51), Fairness.Jain([70_000, 10_000, 10_000]), 12);
    }

    private static long[] OneByOne(long[] caps, long target)
    {
        var shares = new long[caps.Length];
        for (var unit = 0L; unit < target; unit++)
        {
            var next = -1; // who has least of those who can give more; of equals the one with the largest cap, then the first
            for (var i = 0; i < caps.Length; i++)
            {
                if (shares[i] < caps[i] && (next < 0 || shares[i] < shares[next] || (shares[i] == shares[next] && caps[i] > caps[next]))) next = i;
            }

            shares[next]++;
        }

        return shares;
    }

    /// <summary>Tries every move of one unit from a richer to a poorer maker: does the poorer stay no better off than the richer?</summary>
    private static bool AMoveHelps(long[] caps, long[] shares) => (
        from giver in Enumerable.Range(0, shares.Length)
        from taker in Enumerable.Range(0, shares.Length)
        where giver != taker && shares[taker] < caps[taker] && shares[giver] > 0
        select Math.Min(shares[giver] - 1, shares[taker] + 1) > Math.Min(shares[giver], shares[taker])).Any(helps => helps);
}
