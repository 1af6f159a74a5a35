using System.Globalization;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>What the retail narrative says about the market: ease of sale, age of the figures, quotes, last trade.</summary>
internal static class RetailMarket
{
    public static IEnumerable<RetailLine> Of(Phrasebook say, BondTranslation t)
    {
        if (t.Liquidity is not { } liquidity)
        {
            yield return new(say[Phrase.NoMarket]);
            yield break;
        }

        var age = t.AsOf - liquidity.ObservedAt;
        yield return new(Ease(say, t));
        if (t.Freshness == DataFreshness.Stale) yield return new(say[Phrase.Stale, ("age", SpokenTime.Age(say, age))]);
        if (!IsPricedByExit(t, liquidity.Market))
            foreach (var line in Quotes(say, liquidity.Market)) yield return line;
        if (liquidity.Market.TimeSinceLastTrade is { } since)
            yield return new(say[Phrase.LastTrade, ("age", SpokenTime.Age(say, since + Later(age)))], RetailLine.LastTrade);
    }

    /// <summary>Whether the bond has fallen due.</summary>
    public static bool IsMatured(BondTranslation t) =>
        t.Reference?.Maturity is { } maturity && RateSensitivity.YearsUntil(maturity, t.AsOf) <= 0;

    /// <summary>Now, or the last time somebody looked.</summary>
    public static string When(Phrasebook say, BondTranslation t) =>
        say[t.Freshness == DataFreshness.Stale && t.Liquidity is not null ? Phrase.LastSeen : Phrase.Now];

    /// <summary>What the words said: easy (true), hard (false) or neither. An index cannot outweigh that nobody bids.</summary>
    public static bool? IsEasy(BondTranslation t) => t.Liquidity switch
    {
        null or { Market.IsCrossed: true } => null,
        { Market: { QuotesObserved: true, Bid: null } } => false,
        { Index.Level: LiquidityLevel.Excellent or LiquidityLevel.Good } => true,
        { Index.Level: LiquidityLevel.Limited or LiquidityLevel.Poor } => false,
        _ => null,
    };

    // The expected price says more than the quotes, and a lone bid is told with it.
    private static bool IsPricedByExit(BondTranslation t, Microstructure market) =>
        t.Exits?.Best is { } best && (best.Quote is not null || market is { Bid: not null, Ask: null });

    private static string Ease(Phrasebook say, BondTranslation t) => t.Liquidity! switch
    {
        { Market.IsCrossed: true } => say[Phrase.EaseCrossed, ("when", When(say, t))],
        { Market: { QuotesObserved: true, Bid: null, Ask: null } } => say[Phrase.EaseEmpty, ("when", When(say, t))],
        { Market: { QuotesObserved: true, Bid: null } } => say[Phrase.EaseNoBid, ("when", When(say, t))],
        { Index: { Level: { } level, Value: { } value } } => say[RetailExit.IsAgainstEase(t) ? Thin(level) : PhraseOf(level), ("score", Figures.Whole(value))],
        _ => say[Phrase.EaseUnknown],
    };

    private static IEnumerable<RetailLine> Quotes(Phrasebook say, Microstructure market)
    {
        if (market is { IsCrossed: false, Bid: { } bid, Ask: { } ask })
        {
            yield return new(say[Phrase.QuotesBoth, ("bid", Price(say, bid)), ("ask", Price(say, ask))], RetailLine.Quotes);
            yield return new(RoundTrip(say, ask - bid), RetailLine.RoundTrip);
        }
        else if (market is { IsCrossed: false, Bid: { } only })
        {
            yield return new(say[Phrase.QuotesBid, ("bid", Price(say, only))], RetailLine.Quotes);
        }
        else if (market is { IsCrossed: false, Ask: { } asked })
        {
            yield return new(say[Phrase.QuotesAsk, ("ask", Price(say, asked))], RetailLine.Quotes);
        }
        else if (!market.QuotesObserved)
        {
            yield return new(say[Phrase.QuotesNone], RetailLine.Quotes);
        }
    }

    // Face value 1,000 is what a small holder typically owns one of; a percent of it is 10.
    private static string RoundTrip(Phrasebook say, decimal gap) => (gap * 10) switch
    {
        0 => say[Phrase.RoundTripFree],
        < 0.01m => say[Phrase.RoundTrip, ("cost", say[Phrase.PriceBelow])],
        < 1 => say[Phrase.RoundTrip, ("cost", (gap * 10).ToString("0.00", CultureInfo.InvariantCulture))],
        var cost => say[Phrase.RoundTrip, ("cost", Figures.Money(cost, default)!)],
    };

    /// <summary>A price as people say it.</summary>
    public static string Price(Phrasebook say, BondPrice price) => Figures.Price(price) ?? say[Phrase.PriceBelow];

    // Where the chance for this amount says otherwise, the index speaks for the market and not for the sale.
    private static Phrase Thin(LiquidityLevel level) =>
        level is LiquidityLevel.Limited or LiquidityLevel.Poor ? Phrase.EaseThin : Phrase.EaseLively;

    private static Phrase PhraseOf(LiquidityLevel level) => level switch
    {
        LiquidityLevel.Excellent => Phrase.EaseExcellent,
        LiquidityLevel.Good => Phrase.EaseGood,
        LiquidityLevel.Moderate => Phrase.EaseModerate,
        LiquidityLevel.Limited => Phrase.EaseLimited,
        LiquidityLevel.Poor => Phrase.EasePoor,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "This level has no words."),
    };

    // The age of a trade grows with the age of the look at it; a feed's clock slightly ahead counts as no age.
    private static TimeSpan Later(TimeSpan age) => age > TimeSpan.Zero ? age : TimeSpan.Zero;
}
