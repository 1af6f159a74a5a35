using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Domain.Tests;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits.Tests;

public class ExitPropertyTests
{
    private const double Rounding = 1e-12;
    /// <summary>Bonds of all kinds, inputs missing now and then.</summary>
    private static readonly Gen<Case> Cases =
        from market in Maybe(
            from bid in Gen.Choose(1_000, 15_000)
            from gap in Gen.Choose(0, 800)
            from depth in Gen.Elements(0, 10_000, 300_000, 5_000_000)
            from volume in Gen.Elements(0, 100_000, 10_000_000)
            from age in Gen.Choose(0, 400_000)
            select Markets.Of(bid / 100m, (bid + gap) / 100m, depth, volume, age))
        from auction in Maybe(
            from bids in Gen.Choose(0, 60)
            from lots in Gen.Choose(0, 20)
            from window in Gen.Choose(-10, 200)
            from announced in Gen.Choose(0, 9)
            from demand in Gen.Elements(0, 50_000, 2_000_000, 40_000_000)
            select SampleBonds.Auction(bids, lots, announced == 0 ? null : window, demand))
        from maker in Maybe(
            from online in Gen.Choose(0, 4)
            from quotes in Gen.Choose(0, 200)
            from spread in Gen.Choose(0, 300)
            from high in Gen.Elements(0, 50_000, 2_000_000, 20_000_000)
            select SampleBonds.MarketMaker(online > 0, quotes, spread, high))
        from reference in Maybe(
            from notch in Gen.Choose(0, 21)
            from issuerClass in Gen.Elements(Enum.GetValues<IssuerClass>())
            from years in Gen.Choose(1, 300)
            select SampleBonds.Reference("AAA", issuerClass, years: years / 10.0) is var r ? r with { Rating = r.Rating.Downgrade(notch) } : r)
        from size in Gen.Choose(1, 8_000)
        select new Case(market, auction, maker, reference, size * 1_000m);

    private static readonly Population<Recommended> Recommendations = new(
        from c in Cases from more in Gen.Choose(1, 5_000) select new Recommended(c, more, c.Recommend()));

    [Fact]
    public void A_larger_sale_is_never_likelier_nor_faster_nor_dearer_sold() => Holds(s => Feasible(s.Before, s.Larger.Recommend()).All(p =>
        p.After.FillProbability!.Value.Value <= p.Before.FillProbability!.Value.Value + Rounding
        && p.After.ExpectedTime >= p.Before.ExpectedTime
        && (p.After.Quote is null || p.After.Quote.Price <= p.Before.Quote!.Price)));

    [Fact]
    public void A_larger_sale_breaks_no_fewer_constraints_than_the_smallest_lot_lifts() => Holds(s =>
    {
        var after = s.Larger.Recommend();
        return s.Before.Paths.All(b => b.IsFeasible
            || after[b.Path].Violations.Count >= b.Violations.Count(v => v.Kind != ExitViolationKind.MinimumLot));
    });

    [Fact]
    public void More_quotes_never_lower_a_probability() => Rises(
        (c, more) => c.Maker is { } m ? c with { Maker = m with { QuotesLast24Hours = m.QuotesLast24Hours + more } } : c);

    [Fact]
    public void More_bids_never_lower_a_probability() => Rises(
        (c, more) => c.Auction is { } a ? c with { Auction = a with { BidsCount = a.BidsCount + more } } : c);

    [Fact]
    public void More_demand_at_every_price_never_lowers_a_probability() => Rises((c, more) => c.Auction is { } a
        ? c with { Auction = a with { Demand = [.. a.Demand.Select(d => d with { Quantity = new(d.Quantity.Value * (1 + (more / 100m))) })] } }
        : c);

    [Fact]
    public void More_inventory_never_lowers_a_probability() => Rises((c, more) => c.Maker is { InventoryBand: { } b } m
        ? c with { Maker = m with { InventoryBand = b with { High = new(b.High.Value + (more * 1_000m)) } } }
        : c);

    [Fact]
    public void A_better_rating_never_lowers_a_probability_nor_closes_a_path() => Rises((c, more) => c.Reference is { } r
        ? c with { Reference = r with { Rating = r.Rating.Downgrade(-(more % 22)) } }
        : c);

    [Fact]
    public void Probabilities_times_and_utilities_stay_in_their_ranges() => Holds(s =>
        s.Before.Paths.All(p => !p.IsFeasible || (
            p.Utility is > 0 and <= 1
            && p.Factors.Where(f => f.Contribution is not null).All(f => double.IsFinite(f.Contribution!.Value))
            && (p.Quote is null) != (p.NoQuoteReason is null)
            && InRange(p))));

    [Fact]
    public void Without_market_maker_and_auction_window_the_token_comes_first_where_it_may() => Holds(s =>
    {
        var exits = (s.Case with { Maker = null, Auction = s.Case.Auction is { } a ? a with { NextWindow = null } : null }).Recommend();
        return !exits[ExitPath.TokenizedP2p].IsFeasible || exits.Best!.Path == ExitPath.TokenizedP2p;
    });

    [Fact]
    public void A_split_is_never_worse_than_the_best_single_path() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var plan = SplitPlanner.Plan(c.Inputs, c.Index, new FaceAmount(c.Size), SampleBonds.Policy, SampleBonds.Now);
        if (plan.Recommended is not { } split) return plan.BestSingle is null && plan.Frontier.Count == 0;
        var best = c.Recommend().Best;
        var placed = split.Steps.Sum(s => s.Size.Value) + split.Unplaced.Value;
        return placed == c.Size
            && best?.Utility == plan.BestSingle?.Utility
            && split.Utility >= (best?.Utility ?? 0) - 1e-9
            && IsFrontier(plan.Frontier)
            && (best?.Quote is null || plan.Frontier.Any(o =>
                o.ExpectedFill.Value >= best.FillProbability!.Value.Value - 1e-9 && (o.ExpectedCost?.Value ?? 200) <= (best.Quote.Spread.Value / 2) + 1e-6));
    }));

    private static void Rises(Func<Case, int, Case> improve) => Holds(s =>
    {
        var after = improve(s.Case, s.More).Recommend();
        return s.Before.Paths.All(b => !b.IsFeasible || (
            after[b.Path].IsFeasible && after[b.Path].FillProbability!.Value.Value >= b.FillProbability!.Value.Value - Rounding));
    });

    private static void Holds(Func<Recommended, bool> law) => Recommendations.Holds(law);

    private static IEnumerable<(ExitRecommendation Before, ExitRecommendation After)> Feasible(ExitRecommendations before, ExitRecommendations after) =>
        before.Paths.Where(p => p.IsFeasible && after[p.Path].IsFeasible).Select(p => (p, after[p.Path]));

    private static bool InRange(ExitRecommendation p)
    {
        var minutes = p.ExpectedTime!.Value.TotalMinutes;
        return p.Path switch
        {
            ExitPath.MarketMaker => minutes is >= 15 and <= 60,
            ExitPath.Auction => minutes >= 120,
            ExitPath.RfqBatch => minutes is >= 60 and <= 180,
            _ => minutes == 240,
        };
    }

    private static bool IsFrontier(IReadOnlyList<SplitOption> frontier) => frontier.Zip(frontier.Skip(1)).All(o =>
        o.First.ExpectedFill.Value > o.Second.ExpectedFill.Value && (o.First.ExpectedCost?.Value ?? 200) > (o.Second.ExpectedCost?.Value ?? 200));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class =>
        from absent in Gen.Choose(0, 9)
        from value in gen
        select absent == 0 ? null : value;

    private sealed record Case(Microstructure? Market, AuctionSignal? Auction, MarketMakerState? Maker, BondReference? Reference, decimal Size)
    {
        public BondInputs Inputs => SampleBonds.Inputs(Market, Auction, Maker, Reference);

        public LiquidityIndex? Index => Market is null ? null : LiquidityIndexModel1.Compute(Market, LiquidityWeights.Standard);

        public ExitRecommendations Recommend() =>
            ExitRecommender.Recommend(Inputs, Index, new FaceAmount(Size), SampleBonds.Policy, SampleBonds.Now);
    }

    private sealed record Recommended(Case Case, int More, ExitRecommendations Before)
    {
        public Case Larger => Case with { Size = Case.Size + (More * 1_000m) };

        public override string ToString() => $"{Case}, {More} more";
    }
}
