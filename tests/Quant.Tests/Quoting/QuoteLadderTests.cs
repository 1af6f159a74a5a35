using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Quoting.Tests;

public class QuoteLadderTests
{
    private static readonly LadderSettings Venue = new(Tick: 0.01, Lot: 0.001, Size: 1, MaximumInventory: 10);

    private static readonly Arbitrary<Case> Cases = (
        from mid in Gen.Choose(1, 2_000_000)
        from width in Gen.Choose(0, 100_000)
        from q in Gen.Choose(-1_200, 1_200)
        from tick in Gen.Elements(0.01, 0.1, 0.25, 1e-4, 5, 1.0 / 3)
        from lot in Gen.Elements(0.001, 1, 0.3)
        from levels in Gen.Choose(1, 6)
        from step in Gen.Choose(0, 300)
        from minimum in Gen.Choose(0, 500)
        from fee in Gen.Choose(-50, 100)
        from skew in Gen.Choose(0, 10)
        from ratio in Gen.Choose(0, 400)
        from touch in Gen.Choose(-300, 300)
        from gap in Gen.Choose(1, 100)
        select new Case(
            mid / 100.0, width / 1_000.0, q / 100.0, ratio / 100.0, touch, gap,
            new LadderSettings(tick, lot, 1, 10) { Levels = levels, LevelStep = step / 100.0, MinimumSpread = minimum / 100.0, MakerFee = fee / 1e4, InventorySkew = skew / 100.0 })).ToArbitrary();

    [Fact]
    public void Levels_never_cross_and_keep_the_rules_of_the_venue() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20_000), Prop.ForAll(Cases, c =>
    {
        var s = c.Settings;
        var raw = new QuotePair(c.Mid - (c.Width / 2), c.Mid + (c.Width / 2));
        var book = (long)Math.Round(c.Mid / s.Tick) + c.Touch;
        double bestBid = book * s.Tick, bestAsk = (book + c.Gap) * s.Tick;
        var free = QuoteLadder.Of(raw, c.Mid, new(c.Held), s, c.Ratio);
        var posted = QuoteLadder.Of(raw, c.Mid, new(c.Held), s, c.Ratio, bestBid, bestAsk);
        foreach (var ladder in (QuoteLevels[])[free, posted])
        {
            if (ladder.Bids.Concat(ladder.Asks).Any(l => !(l.Size > 0) || l.Ticks <= 0 || l.Price != l.Ticks * s.Tick
                || Math.Abs((l.Size / s.Lot) - Math.Round(l.Size / s.Lot)) > 1e-6)) return false;
            if (ladder.Bids.Zip(ladder.Bids.Skip(1)).Any(p => p.Second.Ticks >= p.First.Ticks)) return false;
            if (ladder.Asks.Zip(ladder.Asks.Skip(1)).Any(p => p.Second.Ticks <= p.First.Ticks)) return false;
            if (ladder is { Bids: [var bid, ..], Asks: [var ask, ..] } && (ask.Ticks <= bid.Ticks || ask.Price - bid.Price < s.MinimumSpread - (2e-9 * s.Tick) - 1e-9)) return false;
            if (ladder.Bids.Sum(l => l.Size) > Math.Max(0, 10 - c.Held) + 1e-6 || ladder.Asks.Sum(l => l.Size) > Math.Max(0, 10 + c.Held) + 1e-6) return false;
        }

        // A bid that the ask of the free ladder pushed back by a tick may stand where it was once that ask is gone.
        return posted.Bids.All(l => l.Ticks < book + c.Gap) && posted.Asks.All(l => l.Ticks > book)
            && free.Bids.All(l => l.Price <= c.Mid + (s.InventorySkew * 12) + 1e-9)
            && (posted.Bids.Count == 0 || free.Bids.Count == 0 || posted.Bids[0].Ticks <= free.Bids[0].Ticks + 1);
    }));

    [Fact]
    public void A_round_trip_earns_the_models_spread_after_fees() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(
        Gen.Choose(100, 100_000).ToArbitrary(), Gen.Choose(1, 500).ToArbitrary(), Gen.Choose(-10, 100).ToArbitrary(), (mid, width, fee) =>
        {
            var (m, w, f) = (mid / 10.0, width / 100.0, fee / 1e5);
            var ladder = QuoteLadder.Of(new(m - (w / 2), m + (w / 2)), m, new(0), Venue with { MakerFee = f, Tick = 1e-4 });
            if (ladder is not { Bids: [var bid, ..], Asks: [var ask, ..] }) return false;
            var earned = (ask.Price * (1 - f)) - (bid.Price * (1 + f));
            return earned >= w - 1e-9 && (f < 0 || earned <= w + 3e-4);
        }));

    [Theory]
    [InlineData(100.004, 100.016, 0, 10_000, 10_002)]
    [InlineData(100.01, 100.03, 0, 10_001, 10_003)]
    [InlineData(100.01, 100.01, 0, 10_000, 10_001)]
    [InlineData(100.01, 100.01, -1, 10_001, 10_002)]
    public void Bids_round_down_and_asks_up_and_prices_on_a_tick_stay(double bid, double ask, double held, long bidTicks, long askTicks)
    {
        var ladder = QuoteLadder.Of(new(bid, ask), 100.01, new(held), Venue);

        Assert.Equal((bidTicks, askTicks), (ladder.Bids[0].Ticks, ladder.Asks[0].Ticks));
    }

    [Fact]
    public void Levels_step_outwards_and_sizes_lean_against_the_inventory()
    {
        var ladder = QuoteLadder.Of(new(99.5, 100.5), 100, new(8), Venue with { Levels = 3, LevelStep = 0.25, InventorySkew = 0.01 });

        Assert.Equal([99.42, 99.17, 98.92], ladder.Bids.Select(l => Math.Round(l.Price, 10)));
        Assert.Equal([100.42, 100.67, 100.92], ladder.Asks.Select(l => Math.Round(l.Price, 10)));
        Assert.Equal([0.2, 0.2, 0.2], ladder.Bids.Select(l => Math.Round(l.Size, 10)));
        Assert.Equal([1, 1, 1], ladder.Asks.Select(l => l.Size));
    }

    [Fact]
    public void More_volatility_and_a_minimum_widen()
    {
        Assert.Equal(99.0, QuoteLadder.Of(new(99.5, 100.5), 100, new(0), Venue, 2).Bids[0].Price, 9);
        Assert.Equal(98.5, QuoteLadder.Of(new(99.5, 100.5), 100, new(0), Venue with { MinimumSpread = 3 }).Bids[0].Price, 9);
    }

    [Fact]
    public void At_a_bound_only_the_side_that_reduces_is_quoted()
    {
        Assert.Empty(QuoteLadder.Of(new(99, 101), 100, new(10), Venue).Bids);
        Assert.NotEmpty(QuoteLadder.Of(new(99, 101), 100, new(10), Venue).Asks);
        Assert.Empty(QuoteLadder.Of(new(99, 101), 100, new(-12), Venue).Asks);
        var model = GueantLehalleFernandezTapia.Of(new(0.1), new(4), new(1.5), new(140), 5).StationaryQuotes(100, 5);
        var ladder = QuoteLadder.Of(model, 100, new(5), Venue);
        Assert.Empty(ladder.Bids);
        Assert.Equal(Math.Ceiling(model.Ask!.Value * 100), ladder.Asks[0].Ticks);
    }

    [Fact]
    public void Degenerate_input_is_refused()
    {
        QuotePair good = new(99, 101);
        foreach (var bad in (LadderSettings[])[
            Venue with { Tick = 0 }, Venue with { Lot = double.NaN }, Venue with { Size = -1 }, Venue with { MaximumInventory = 0 }, Venue with { Levels = 0 },
            Venue with { LevelStep = -1 }, Venue with { MinimumSpread = -1 }, Venue with { MakerFee = 2 }, Venue with { InventorySkew = double.PositiveInfinity }])
            Assert.ThrowsAny<ArgumentException>(() => QuoteLadder.Of(good, 100, new(0), bad));
        Assert.ThrowsAny<ArgumentException>(() => QuoteLadder.Of(new(101, 99), 100, new(0), Venue));
        Assert.ThrowsAny<ArgumentException>(() => QuoteLadder.Of(new(double.NaN, 99), 100, new(0), Venue));
        Assert.ThrowsAny<ArgumentException>(() => QuoteLadder.Of(good, double.NaN, new(0), Venue));
        Assert.ThrowsAny<ArgumentException>(() => QuoteLadder.Of(good, 100, new(0), Venue, -1));
        Assert.ThrowsAny<ArgumentException>(() => QuoteLadder.Of(new(1e150, 1e150), 100, new(0), Venue));
        Assert.Empty(QuoteLadder.Of(new(-101, -99), -100, new(0), Venue).Bids);
    }

    public sealed record Case(double Mid, double Width, double Held, double Ratio, int Touch, int Gap, LadderSettings Settings);
}
