using System.Text;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Local.Simulator.Market;

namespace LiquidityRisk.Local.Simulator.Tests;

public class SimulatedMarketTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static List<string> Run(int seed, int ticks)
    {
        var market = new SimulatedMarket(seed, 60, Start);
        var events = market.Open(Start).Select(e => Encoding.UTF8.GetString(e.Body.Span)).ToList();
        for (var i = 0; i < ticks; i++) events.Add(Encoding.UTF8.GetString(market.Next(Start.AddSeconds(i / 10.0)).Body.Span));
        return events;
    }

    [Fact]
    public void The_same_seed_gives_the_same_market_and_another_seed_another() =>
        Assert.Multiple(
            () => Assert.Equal(Run(7, 500), Run(7, 500)),
            () => Assert.NotEqual(Run(7, 500), Run(8, 500)));

    [Fact]
    public void Every_event_is_accepted_and_no_market_is_crossed()
    {
        var reader = new MarketEventReader(MarketEventRules.Standard with { RequireIsinCheckDigit = true });

        foreach (var body in Run(11, 20_000))
        {
            var (e, refusal) = reader.Read(Encoding.UTF8.GetBytes(body), Start.AddHours(1));
            Assert.True(refusal is null, body);
            if (e!.Input is Microstructure market) Assert.False(market.IsCrossed);
        }
    }

    [Fact]
    public void Prices_stay_near_where_they_were_over_a_day()
    {
        var reader = new MarketEventReader(MarketEventRules.Standard);
        var first = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var last = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var market = new SimulatedMarket(3, 60, Start);
        for (var i = 0; i < 20_000; i++)
        {
            var e = reader.Read(market.Next(Start.AddSeconds(i * 4.3)).Body, Start.AddDays(2)).Event!;
            if (e.Input is not Microstructure { Mid: { } mid }) continue;
            first.TryAdd(e.Isin.Value, mid.PercentOfFace);
            last[e.Isin.Value] = mid.PercentOfFace;
        }

        Assert.All(last, p => Assert.InRange(p.Value / first[p.Key], 0.96m, 1.04m));
        Assert.Contains(last, p => p.Value != first[p.Key]);
    }

    [Fact]
    public void Opening_quotes_spread_as_wide_and_as_deep_as_those_they_were_fitted_to()
    {
        var reader = new MarketEventReader(MarketEventRules.Standard);
        var open = new SimulatedMarket(5, 6_000, Start).Open(Start).Select(e => reader.Read(e.Body, Start).Event!).ToList();
        var ratings = open.Where(e => e.Input is BondReference).ToDictionary(e => e.Isin, e => ((BondReference)e.Input).Rating);

        foreach (var segment in Segment.All)
        {
            var quotes = open.Where(e => ratings[e.Isin] == segment.Rating).Select(e => e.Input).OfType<Microstructure>().ToList();
            var spreads = quotes.FindAll(q => q.Mid is not null).ConvertAll(q => Math.Log(q.Spread!.Value.Value / segment.SpreadBps));
            var sizes = quotes.FindAll(q => q.BidSize is not null).ConvertAll(q => Math.Log((double)q.BidSize!.Value.Value / segment.QuoteFace));
            Assert.Equal(segment.TwoSided, spreads.Count / (double)quotes.Count, 0.05);
            Assert.Equal(0, spreads.Order().ElementAt(spreads.Count / 2), 0.15);
            Assert.Equal(0, sizes.Order().ElementAt(sizes.Count / 2), 0.15);
            Assert.Equal(segment.SpreadLogSd, Deviation(spreads), 0.2); // quotes are no tighter than a tick
        }
    }

    private static double Deviation(List<double> values) => Math.Sqrt(values.Average(v => v * v) - Math.Pow(values.Average(), 2));
}
