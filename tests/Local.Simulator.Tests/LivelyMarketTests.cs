using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Local.Simulator.Market;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests;

/// <summary>What a person who watches the simulated market for two hours gets to see.</summary>
public class LivelyMarketTests
{
    private const int Bonds = 120;
    private const int PerSecond = 20;
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 10, 0, TimeSpan.Zero);

    private static readonly Lazy<List<BondEvent>> TwoHours = new(() => [.. Run(7, TimeSpan.FromHours(2) + TimeSpan.FromMinutes(5))]);

    private static IEnumerable<BondEvent> Run(int seed, TimeSpan time)
    {
        var reader = new MarketEventReader(MarketEventRules.Standard);
        var market = new SimulatedMarket(seed, Bonds, Start);
        foreach (var e in market.Open(Start)) yield return reader.Read(e.Body, Start).Event!;
        for (var i = 0; i < time.TotalSeconds * PerSecond; i++)
        {
            var at = Start.AddSeconds(i / (double)PerSecond);
            yield return reader.Read(market.Next(at).Body, at).Event!;
        }
    }

    private static IEnumerable<IGrouping<Isin, (DateTimeOffset At, T Input)>> Of<T>() => TwoHours.Value
        .Where(e => e.Input is T)
        .GroupBy(e => e.Isin, e => (e.Stamp.OccurredAt, (T)e.Input));

    [Fact]
    public void Quotes_are_nine_tenths_of_all_events()
    {
        var quotes = TwoHours.Value.Count(e => e.Input is Microstructure);

        Assert.InRange(quotes / (double)TwoHours.Value.Count, 0.9, 0.97);
    }

    [Fact]
    public void A_third_of_the_bonds_have_auctions_whose_bids_grow_until_a_window_on_a_four_hour_grid()
    {
        var auctions = Of<AuctionSignal>().ToList();

        Assert.InRange(auctions.Count, Bonds / 5, Bonds / 2);
        foreach (var auction in auctions)
        {
            Assert.All(auction, a => Assert.Equal((0, 0), (a.Input.NextWindow!.Value.Hour % 4, a.Input.NextWindow.Value.Minute)));
            Assert.All(auction, a => Assert.InRange(a.Input.NextWindow!.Value - a.At, TimeSpan.Zero, TimeSpan.FromHours(4)));
            foreach (var one in auction.GroupBy(a => a.Input.AuctionId, StringComparer.Ordinal))
                Assert.Equal(one.Select(a => a.Input.BidsCount).Order(), one.Select(a => a.Input.BidsCount));
        }

        Assert.Contains(auctions, a => a.Count(x => x.Input.AuctionId == a.First().Input.AuctionId && x.Input.BidsCount > a.First().Input.BidsCount) > 0);
    }

    [Fact]
    public void An_auction_clears_where_its_demand_reaches_the_lots()
    {
        var signals = Of<AuctionSignal>().SelectMany(a => a).Select(a => a.Input).ToList();

        Assert.Contains(signals, s => s.ClearingPriceEstimate is not null);
        Assert.Contains(signals, s => s.ClearingPriceEstimate is null);
        foreach (var s in signals)
        {
            Assert.Equal(s.Demand.Select(d => d.Quantity.Value).Order(), s.Demand.Select(d => d.Quantity.Value));
            Assert.Equal(s.Demand.Select(d => d.Price.PercentOfFace).OrderDescending(), s.Demand.Select(d => d.Price.PercentOfFace));
            var reached = s.Demand.Where(d => (double)d.Quantity.Value >= s.LotsOffered * HiddenAuction.LotFace).Select(d => (decimal?)d.Price.PercentOfFace).FirstOrDefault();
            Assert.Equal(reached, s.ClearingPriceEstimate?.PercentOfFace);
        }
    }

    [Fact]
    public void Most_bonds_announce_a_window_for_requests_on_a_two_hour_grid_and_the_next_when_it_has_passed()
    {
        var references = Of<BondReference>().Select(r => r.ToList()).ToList();
        var announcing = references.FindAll(r => r[0].Input.NextRfqWindow is not null);

        Assert.Equal(Bonds, references.Count);
        Assert.InRange(announcing.Count, Bonds * 0.65, Bonds * 0.95);
        Assert.All(announcing, r => Assert.Equal(
            [new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero)],
            r.Take(2).Select(x => x.Input.NextRfqWindow!.Value)));
    }

    [Fact]
    public void Reviews_speak_about_a_third_of_the_issuers_in_four_categories_with_citations()
    {
        var issuers = Of<BondReference>().ToDictionary(r => r.Key, r => r.First().Input.Issuer);
        var reviews = Of<RiskArtifact>().ToList();

        var share = reviews.Select(r => issuers[r.Key]).Distinct(StringComparer.Ordinal).Count()
            / (double)issuers.Values.Distinct(StringComparer.Ordinal).Count();
        Assert.InRange(share, 0.2, 0.47);
        Assert.All(reviews.SelectMany(r => r), r =>
        {
            Assert.Equal(
                [RiskCategory.Leverage, RiskCategory.Governance, RiskCategory.Legal, RiskCategory.Esg],
                r.Input.Categories.Select(c => RiskCategories.Named(c.Name)!.Value));
            Assert.All(r.Input.Categories, c => Assert.EndsWith(" 2025 (simulated)", Assert.Single(c.Citations)));
        });
        Assert.Contains(reviews, r => r.Select(x => x.Input.Categories[0].Score).Distinct().Count() > 1);
    }

    [Fact]
    public void Market_makers_leave_for_some_minutes_and_come_back_with_the_same_band()
    {
        var makers = Of<MarketMakerState>().ToList();

        Assert.InRange(makers.Count, Bonds / 2, Bonds);
        Assert.All(makers, m => Assert.Single(m.Select(x => x.Input.InventoryBand).Distinct()));
        var offline = makers.SelectMany(m => m).Count(m => !m.Input.IsOnline) / (double)makers.Sum(m => m.Count());
        Assert.InRange(offline, 0.005, 0.08);
        Assert.Contains(makers, m => m.SkipWhile(x => x.Input.IsOnline).SkipWhile(x => !x.Input.IsOnline).Any());
    }

    [Fact]
    public void Every_way_out_is_feasible_for_some_bond()
    {
        var known = new Dictionary<Isin, BondInputs>();
        foreach (var e in TwoHours.Value) known[e.Isin] = known.GetValueOrDefault(e.Isin, BondInputs.None).With(e);
        var now = TwoHours.Value[^1].Stamp.OccurredAt;

        var feasible = known.Values
            .SelectMany(i => ExitRecommender.Recommend(i, null, new FaceAmount(50_000), SampleBonds.Policy, now).Paths)
            .Where(p => p is { IsFeasible: true, Quote: not null })
            .Select(p => p.Path);

        Assert.Equal(Enum.GetValues<ExitPath>(), feasible.Distinct().Order());
    }

    [Fact]
    public void Drops_of_liquidity_and_lost_market_makers_are_alerted_and_resolved_within_two_hours()
    {
        var known = new Dictionary<Isin, BondInputs>();
        var books = new Dictionary<Isin, AlertBook>();
        var seen = new HashSet<(AlertKind, AlertChangeKind)>();
        foreach (var e in TwoHours.Value)
        {
            var inputs = known[e.Isin] = known.GetValueOrDefault(e.Isin, BondInputs.None).With(e);
            var translation = BondTranslator.Translate(e.Isin, inputs, e.Stamp.OccurredAt, LiquidityWeights.Standard);
            var (book, found) = BondAlerts.Next(
                books.GetValueOrDefault(e.Isin, AlertBook.Empty(e.Isin)), AlertObservation.Of(translation, inputs));
            books[e.Isin] = book;
            seen.UnionWith(found.Select(f => (f.Alert.Kind, f.Kind)));
        }

        Assert.Superset(
            new HashSet<(AlertKind, AlertChangeKind)>
            {
                (AlertKind.LiquidityDrop, AlertChangeKind.Raised), (AlertKind.LiquidityDrop, AlertChangeKind.Resolved),
                (AlertKind.MarketMakerOffline, AlertChangeKind.Raised), (AlertKind.MarketMakerOffline, AlertChangeKind.Resolved),
            },
            seen);
    }
}
