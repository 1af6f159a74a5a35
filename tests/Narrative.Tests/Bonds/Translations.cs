using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds.Tests;

/// <summary>Translations of all kinds, made by the real decisions from inputs that are odd or missing now and then.</summary>
internal static class Translations
{
    private static readonly DateTimeOffset Now = SampleBonds.Now;

    private static readonly Gen<Microstructure> Markets =
        from mid in Gen.Frequency((9, Gen.Choose(4_000, 13_000)), (1, Gen.Choose(1, 40_000)))
        from gap in Gen.Frequency((8, Gen.Choose(0, 200)), (1, Gen.Choose(200, 3_000)), (1, Gen.Choose(-100, -1)))
        from sides in Gen.Frequency((7, Gen.Constant((true, true))), (1, Gen.Constant((true, false))), (1, Gen.Constant((false, true))), (1, Gen.Constant((false, false))))
        from depth in Maybe(Gen.Elements(0m, 10_000m, 300_000m, 5_000_000m))
        from volume in Maybe(Gen.Elements(0m, 100_000m, 10_000_000m))
        from since in Maybe(Gen.Elements(20, 300, 5_000, 90_000, 2_000_000, 40_000_000))
        from vwap in Gen.Choose(0, 1)
        let bid = mid / 100m
        let ask = Math.Max(0.005m, (mid + gap) / 100m)
        let market = TestKit.Markets.Of(sides.Item1 ? bid : null, sides.Item2 ? ask : null, depth, volume, since)
        select vwap == 0 ? market : market with { Vwap = new BondPrice(bid) };

    private static readonly Gen<AuctionSignal> Auctions =
        from bids in Gen.Choose(0, 60)
        from lots in Gen.Choose(0, 20)
        from minutes in Gen.Choose(-600, 12_000)
        from announced in Gen.Choose(0, 9)
        from clears in Gen.Choose(0, 4)
        from demand in Gen.Elements(0m, 50_000m, 2_000_000m, 40_000_000m)
        let auction = SampleBonds.Auction(bids, lots, announced == 0 ? null : minutes / 60.0, demand)
        select clears == 0 ? auction with { ClearingPriceEstimate = null } : auction;

    private static readonly Gen<MarketMakerState> Makers =
        from online in Gen.Choose(0, 4)
        from quotes in Gen.Choose(0, 200)
        from spread in Gen.Choose(0, 300)
        from high in Gen.Elements(0m, 50_000m, 2_000_000m, 20_000_000m)
        select SampleBonds.MarketMaker(online > 0, quotes, spread, high);

    private static readonly Gen<BondReference> References =
        from notch in Gen.Choose(-1, 21)
        from issuerClass in Gen.Elements(Enum.GetValues<IssuerClass>())
        from years in Maybe(Gen.Choose(-5, 300))
        from coupon in Maybe(Gen.Choose(0, 1_200))
        let rated = SampleBonds.Reference("AAA", issuerClass, coupon / 100m, years / 10.0)
        select rated with { Rating = notch < 0 ? CreditRating.NotRated : rated.Rating.Downgrade(notch) };

    private static readonly Gen<RiskArtifact> Reports =
        from names in Gen.SubListOf(RiskCategories.All)
        from scores in Gen.ListOf(Gen.Choose(0, 1_000), 8)
        from overall in Maybe(Gen.Choose(0, 1_000))
        from days in Gen.Choose(0, 400)
        select new RiskArtifact(
            Now.AddDays(-days),
            [.. names.Select((n, i) => new RiskArtifactCategory($"{n}", new Score(scores[i] / 10.0), i % 2 == 0 ? null : "As the report says.", ["report"]))],
            overall is { } o ? new Score(o / 10.0) : null,
            new Probability(0.8));

    /// <summary>All kinds; nine in ten complete with risk and exits.</summary>
    public static Gen<BondTranslation> Any { get; } =
        from market in Maybe(Markets)
        from auction in Maybe(Auctions)
        from maker in Maybe(Makers)
        from reference in Maybe(References)
        from report in Gen.Frequency((3, Gen.Constant<RiskArtifact?>(null)), (1, Reports.Select(r => (RiskArtifact?)r)))
        from seconds in Gen.Elements(0, 30, 400, 3_000, 100_000, 30_000_000)
        from size in Gen.Frequency((3, Gen.Choose(1, 500)), (1, Gen.Choose(500, 8_000)))
        from parts in Gen.Frequency((8, Gen.Constant((true, true))), (1, Gen.Constant((true, false))), (1, Gen.Constant((false, true))), (1, Gen.Constant((false, false))))
        select Of(SampleBonds.Inputs(market, auction, maker, reference, report), size * 1_000m, TimeSpan.FromSeconds(seconds), parts.Item1, parts.Item2);

    /// <summary>Through translator, scorer and recommender; the market data is as old as given.</summary>
    public static BondTranslation Of(BondInputs inputs, decimal size = 100_000, TimeSpan age = default, bool risk = true, bool exits = true)
    {
        var aged = inputs.Market is { } m ? inputs with { Market = m with { Stamp = new EventStamp(Now - age, 0) } } : inputs;
        var translation = BondTranslator.Translate(Isin.Parse("US0378331005"), aged, Now, LiquidityWeights.Standard);
        var index = translation.Liquidity?.Index;
        return translation with
        {
            Risk = risk ? RiskScorer.Score(aged, index, Now) : null,
            Exits = exits ? ExitRecommender.Recommend(aged, index, new FaceAmount(size), SampleBonds.Policy, Now) : null,
        };
    }

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency((8, gen.Select(x => (T?)x)), (1, Gen.Constant<T?>(null)));

    private static Gen<decimal?> Maybe(Gen<decimal> gen) => Gen.Frequency((8, gen.Select(x => (decimal?)x)), (1, Gen.Constant<decimal?>(null)));

    private static Gen<int?> Maybe(Gen<int> gen) => Gen.Frequency((8, gen.Select(x => (int?)x)), (1, Gen.Constant<int?>(null)));
}
