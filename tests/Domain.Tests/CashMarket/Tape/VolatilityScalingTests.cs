using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape.Tests;

public class VolatilityScalingTests
{
    private static readonly (PartsPerMillion, PartsPerMillion)[] Standard =
        [(new(2_000), new(500_000)), (new(4_000), new(300_000)), (new(5_000), new(200_000))];

    [Fact]
    public void A_day_that_moves_about_twice_as_much_as_the_month_gives_a_factor_of_about_two()
    {
        // 29 days of 2 % up or down every hour, then a day of 0.51 % every minute, whose hours close where they began
        var printer = Zigzag(new Printer(), hours: 696, 100_000, 102_000);
        Zigzag(printer, TimeSpan.FromMinutes(1), 1_440, 100_000, 100_513);

        var reading = VolatilityScaling.Read(printer.Tape, printer.At);

        var r = Math.Log(100_513 / 100_000.0);
        Assert.Equal(r * Math.Sqrt(1_440), reading.Current!.Value, 1e-9);
        Assert.Null(reading.Fallback);
        Assert.Equal(Math.Sqrt(24 / 719.0 * ((695 * Square(Math.Log(1.02))) + Square(Math.Log(102_000 / 100_513.0)))), reading.Baseline!.Value, 1e-9);
        Assert.Equal(2.04, reading.Factor, 0.01);
        Assert.Equal(reading.Current / reading.Baseline, reading.Factor);
        Assert.Equal((1_439, 719), (reading.MinuteReturns, reading.HourReturns));
    }

    [Fact]
    public void The_baseline_is_the_root_of_squared_hourly_returns_scaled_to_a_day()
    {
        var printer = Zigzag(new Printer(), hours: 100, 10_000, 10_100);
        var reading = VolatilityScaling.Read(printer.Tape, printer.At);

        Assert.Equal(Math.Log(1.01) * Math.Sqrt(24), reading.Baseline!.Value, 1e-9);
        Assert.Equal((1.0, VolatilityFallback.TooFewMinutes, 99), (reading.Factor, reading.Fallback, reading.HourReturns));
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(4_000, 4.0)]
    public void However_calm_or_wild_a_day_is_the_factor_stays_within_a_half_and_four(int move, double factor)
    {
        var printer = Zigzag(new Printer(), hours: 200, 100_000, 100_600);
        Zigzag(printer, TimeSpan.FromMinutes(1), 1_440, 100_000, 100_000 + move);

        Assert.Equal(factor, VolatilityScaling.Read(printer.Tape, printer.At).Factor);
    }

    [Theory]
    [InlineData(30, VolatilityFallback.TooFewMinutes, 29)]
    [InlineData(31, VolatilityFallback.TooFewHours, 30)]
    public void With_too_few_returns_nothing_is_scaled(int minutes, VolatilityFallback reason, int returns)
    {
        var printer = Zigzag(new Printer(), TimeSpan.FromMinutes(1), minutes, 10_000, 11_000);
        var reading = VolatilityScaling.Read(printer.Tape, printer.At);

        Assert.Equal((1.0, reason, returns), (reading.Factor, reading.Fallback, reading.MinuteReturns));
    }

    [Fact]
    public void A_price_that_never_moved_is_nothing_to_compare_with()
    {
        var printer = Zigzag(new Printer(), hours: 60, 10_000, 10_000);
        Zigzag(printer, TimeSpan.FromMinutes(1), 60, 10_000, 10_000);

        Assert.Equal((1.0, VolatilityFallback.NoMovement), VolatilityScaling.Read(printer.Tape, printer.At) is var r ? (r.Factor, r.Fallback) : default);
        Assert.Equal((null, null, VolatilityFallback.TooFewMinutes), VolatilityScaling.Read(MarketTape.Empty, printer.At) is var e ? (e.Current, e.Baseline, e.Fallback) : default);
    }

    [Theory]
    [InlineData(1, "2000 4000 5000")]
    [InlineData(0.5, "1000 2000 2500")]
    [InlineData(4, "8000 16000 20000")]
    [InlineData(30, "60000 99999 100000")]
    [InlineData(1e-9, "1 2 3")]
    public void Levels_keep_their_shares_and_their_order(double factor, string distances)
    {
        var levels = VolatilityScaling.Scale(Standard, factor);

        Assert.Equal(distances, string.Join(' ', levels.Select(l => l.Distance.Value)));
        Assert.Equal(Standard.Select(l => l.Item2), levels.Select(l => l.Share));
    }

    [Fact]
    public void Scaled_levels_are_always_levels() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(
        Gen.Choose(1, 100_000).ListOf().Select(l => l.Distinct().Order().ToList()).ToArbitrary(),
        Gen.Choose(1, 5_000).Select(f => f / 1_000.0).ToArbitrary(),
        (distances, factor) =>
        {
            var levels = VolatilityScaling.Scale([.. distances.Select((d, i) => (new PartsPerMillion(d), new PartsPerMillion(i)))], factor);
            var scaled = levels.Select(l => l.Distance.Value).ToList();
            var apart = distances.Select(d => d * factor).ToList() is var ideal && ideal.Zip(ideal.Skip(1)).All(p => p.Second - p.First >= 2);
            return levels.Select(l => l.Share.Value).SequenceEqual(Enumerable.Range(0, distances.Count))
                && scaled.Zip(scaled.Skip(1)).All(p => p.First < p.Second)
                && scaled.TrueForAll(d => d is >= 1 and <= 100_000)
                && (!apart || ideal.Exists(d => d > 99_000) || ideal.Zip(scaled).All(p => Math.Abs(p.First - p.Second) <= 0.5 + 1e-9 || p.Second == 1));
        }));

    [Fact]
    public void What_are_no_levels_or_no_factor_is_refused()
    {
        Assert.Throws<ArgumentException>(() => VolatilityScaling.Scale([.. Standard.Reverse()], 1));
        Assert.Throws<ArgumentException>(() => VolatilityScaling.Scale([(default, default)], 1));
        Assert.Throws<ArgumentException>(() => VolatilityScaling.Scale([(new(100_001), default)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VolatilityScaling.Scale(Standard, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => VolatilityScaling.Scale(Standard, 0));
    }

    private static double Square(double x) => x * x;

    private static Printer Zigzag(Printer printer, int hours, int low, int high) => Zigzag(printer, TimeSpan.FromHours(1), hours, low, high);

    private static Printer Zigzag(Printer printer, TimeSpan step, int times, int low, int high)
    {
        var start = printer.All.Count == 0 ? Printer.Time("2026-03-02T00:00:00Z") : CandleSeries.StartOf(printer.At, TimeSpan.FromHours(1)).AddHours(1);
        for (var i = 0; i < times; i++) printer.Print(start + (step * i), BookDepth.Empty, (new Ticks(i % 2 == 0 ? low : high), new Lots(1)));
        return printer;
    }
}
