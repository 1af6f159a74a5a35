using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits.Tests;

public class ExitPolicyTests
{
    private static string Fault(Func<ExitPolicy, ExitPolicy> change) =>
        Assert.Throws<ArgumentException>(() => change(SampleBonds.Policy)).Message;

    private static ExitPolicy Copy(
        ExitPolicy p,
        string? version = null,
        Dictionary<RatingBand, PathCaps>? ratings = null,
        Dictionary<TenorBucket, IReadOnlyCollection<ExitPath>>? tenors = null,
        Dictionary<IssuerClass, PathCaps>? issuers = null,
        double auction = 4,
        double rfq = 2,
        decimal lot = 25_000,
        double spread = 5) => new(
        version ?? p.Version,
        ratings ?? new(p.RatingCaps),
        tenors ?? p.Tenors.ToDictionary(t => t.Key, t => (IReadOnlyCollection<ExitPath>)t.Value),
        issuers ?? new(p.IssuerLimits),
        TimeSpan.FromHours(auction),
        TimeSpan.FromHours(rfq),
        new FaceAmount(lot),
        new BasisPoints(spread));

    [Fact]
    public void A_missing_row_is_named()
    {
        Assert.Contains("rating_caps has no row for CCC.", Fault(p => Copy(p, ratings: p.RatingCaps.Where(r => r.Key != RatingBand.Ccc).ToDictionary())));
        Assert.Contains("tenor_restrictions has no row for FiveToTen.", Fault(p => Copy(p, tenors: p.Tenors
            .Where(t => t.Key != TenorBucket.FiveToTen).ToDictionary(t => t.Key, t => (IReadOnlyCollection<ExitPath>)t.Value))));
        Assert.Contains("issuer_class_limits has no row for Psu.", Fault(p => Copy(p, issuers: p.IssuerLimits.Where(r => r.Key != IssuerClass.Psu).ToDictionary())));
    }

    [Fact]
    public void A_weaker_rating_may_not_have_the_higher_cap()
    {
        var caps = SampleBonds.Policy.RatingCaps.ToDictionary();
        caps[RatingBand.Bb] = SampleBonds.Caps(250_000, 3_000_000, 500_000);
        Assert.Contains("rating_caps of BB exceed those of BBB.", Fault(p => Copy(p, ratings: caps)));

        caps = SampleBonds.Policy.RatingCaps.ToDictionary();
        caps[RatingBand.Nr] = SampleBonds.Caps(500_000, 1, 1);
        Assert.Contains("rating_caps of NR exceed those of BBB.", Fault(p => Copy(p, ratings: caps)));
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var message = Fault(p => Copy(p, version: " ", auction: 0, rfq: 169, lot: 0, spread: -1, tenors: p.Tenors
            .ToDictionary(t => t.Key, t => t.Key == TenorBucket.UpToOne ? [] : (IReadOnlyCollection<ExitPath>)t.Value)));

        Assert.All(
            ["no version", "UpToOne allow no path", "auction_cadence_hours", "rfq_window_hours", "tokenized_min_lot", "mm_min_spread_bps"],
            part => Assert.Contains(part, message));
    }

    [Fact]
    public void A_policy_does_not_change_with_the_tables_it_was_made_from()
    {
        var caps = SampleBonds.Policy.RatingCaps.ToDictionary();
        var policy = Copy(SampleBonds.Policy, ratings: caps);
        caps[RatingBand.Aaa] = SampleBonds.Caps(1, 1, 1);

        Assert.Equal(1_000_000, policy.RatingCaps[RatingBand.Aaa].MarketMaker.Value);
    }
}
