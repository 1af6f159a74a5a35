using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Functions.Hosting.Access;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.App.Tests.Access;

public class AllowancesTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void A_minutes_requests_may_come_at_once_and_then_one_by_one()
    {
        var allowances = new Allowances(_time);

        var burst = Enumerable.Range(0, 6).Select(_ => allowances.Take("ana", 6)).ToList();
        var refused = allowances.Take("ana", 6);
        _time.Advance(TimeSpan.FromSeconds(10));
        var next = allowances.Take("ana", 6);

        Assert.Equal([5, 4, 3, 2, 1, 0], burst.Select(a => a.Remaining));
        Assert.All(burst, a => Assert.True(a.IsGranted));
        Assert.Equal(TimeSpan.FromMinutes(1), burst[^1].Reset);
        Assert.Equal((false, 0, TimeSpan.FromSeconds(10)), (refused.IsGranted, refused.Remaining, refused.RetryAfter));
        Assert.True(next.IsGranted);
        Assert.False(allowances.Take("ana", 6).IsGranted);
    }

    [Fact]
    public void A_heavy_request_counts_for_several_and_waits_until_all_of_them_are_there()
    {
        var allowances = new Allowances(_time);

        var heavy = allowances.Take("ana", 6, weight: 4);
        var again = allowances.Take("ana", 6, weight: 4);
        var light = allowances.Take("ana", 6);

        Assert.Equal((true, 2), (heavy.IsGranted, heavy.Remaining));
        Assert.Equal((false, 2, TimeSpan.FromSeconds(20)), (again.IsGranted, again.Remaining, again.RetryAfter));
        Assert.Equal((true, 1), (light.IsGranted, light.Remaining));
    }

    [Fact]
    public void A_request_heavier_than_a_minute_needs_a_whole_minute()
    {
        var allowances = new Allowances(_time);

        Assert.True(allowances.Take("ana", 6, weight: 1_000).IsGranted);
        Assert.Equal(TimeSpan.FromMinutes(1), allowances.Take("ana", 6, weight: 1_000).RetryAfter);
    }

    [Fact]
    public void One_caller_does_not_use_up_what_another_has()
    {
        var allowances = new Allowances(_time);

        Assert.True(allowances.Take("ana", 1).IsGranted);
        Assert.False(allowances.Take("ana", 1).IsGranted);
        Assert.True(allowances.Take("ben", 1).IsGranted);
    }

    [Fact]
    public void Whoever_waits_as_long_as_told_is_answered() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(1, 600).Zip(Gen.ListOf(Gen.Choose(0, 3_000))).ToArbitrary(), run =>
        {
            var (limit, pauses) = run;
            var (time, granted) = (new ManualTime(), 0);
            var (start, allowances) = (time.GetUtcNow(), new Allowances(time));
            foreach (var pause in pauses)
            {
                time.Advance(TimeSpan.FromMilliseconds(pause));
                var allowance = allowances.Take("ana", limit);
                if (!allowance.IsGranted)
                {
                    time.Advance(allowance.RetryAfter);
                    if (!allowances.Take("ana", limit).IsGranted) return false;
                }

                granted++;
                // A tick's rounding of the cost may give one request more in a very long time, never in a minute.
                if (granted > limit + (int)Math.Ceiling((time.GetUtcNow() - start).TotalMinutes * limit)) return false;
            }

            return true;
        }));

    [Fact]
    public async Task Requests_at_once_are_counted_one_by_one()
    {
        var allowances = new Allowances(_time);

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 500).Count(_ => allowances.Take("ana", 1_000).IsGranted))));

        Assert.Equal(1_000, all.Sum());
    }

    [Fact]
    public void Callers_who_have_everything_again_are_forgotten()
    {
        var allowances = new Allowances(_time);
        for (var i = 0; i < 10_000; i++) allowances.Take(FormattableString.Invariant($"address {i}"), 600);
        _time.Advance(TimeSpan.FromMinutes(1));

        allowances.Take("ana", 600);

        Assert.Equal(1, allowances.Count);
    }
}
