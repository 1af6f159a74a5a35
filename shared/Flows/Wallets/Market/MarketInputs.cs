using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets.Market;

/// <summary>All that a market view is made of, as stored: the same inputs give the same view to the last bit.</summary>
/// <param name="Id">Which market.</param>
/// <param name="AsOf">When it was put together.</param>
/// <param name="Asked">Tokens that were asked for, whether or not a source knows them.</param>
/// <param name="Prices">Dollars for a token, by symbol.</param>
/// <param name="Volumes">Dollars traded in the last 24 hours, by symbol.</param>
/// <param name="Closes">Daily closes, by symbol.</param>
/// <param name="Gwei">Price of gas; null when not known.</param>
/// <param name="Locked">Value locked in protocols.</param>
/// <param name="Sources">How each source did.</param>
/// <param name="FearGreed">The market's mood, 0 (fear) to 100 (greed); null when not known.</param>
public sealed record MarketInputs(
    string Id,
    DateTimeOffset AsOf,
    IReadOnlyList<string> Asked,
    IReadOnlyDictionary<string, decimal> Prices,
    IReadOnlyDictionary<string, decimal> Volumes,
    IReadOnlyDictionary<string, CloseSeries> Closes,
    decimal? Gwei,
    IReadOnlyDictionary<LendingProtocol, decimal> Locked,
    IReadOnlyList<SourceReading> Sources,
    int? FearGreed = null)
{
    /// <summary>Makes the view.</summary>
    public MarketView View(MarketRules rules) => MarketViews.Of(
        AsOf,
        new PriceBook(Prices.Select(p => new KeyValuePair<TokenSymbol, UsdPrice>(TokenSymbol.Parse(p.Key), new(p.Value)))),
        Volumes.ToDictionary(v => TokenSymbol.Parse(v.Key), v => new Usd(v.Value)),
        Closes.ToDictionary(c => TokenSymbol.Parse(c.Key), c => c.Value.ToPrices()),
        Gwei,
        Locked.ToDictionary(l => l.Key, l => new Usd(l.Value)),
        rules) with { FearGreed = FearGreed };
}

/// <summary>Daily closes without gaps.</summary>
/// <param name="First">Day of the first one.</param>
/// <param name="Prices">One per day; null where it is not known.</param>
public sealed record CloseSeries(DateOnly First, IReadOnlyList<decimal?> Prices)
{
    /// <summary>The last day.</summary>
    public DateOnly Last => First.AddDays(Prices.Count - 1);

    /// <summary>The closes that are known.</summary>
    public IReadOnlyList<DayPrice> ToPrices()
    {
        var prices = new List<DayPrice>(Prices.Count);
        for (var i = 0; i < Prices.Count; i++)
            if (Prices[i] is { } price) prices.Add(new(First.AddDays(i), new(price)));
        return prices;
    }

    /// <summary>A series of closes in any order; null for none.</summary>
    public static CloseSeries? Of(IReadOnlyList<DayPrice> closes)
    {
        if (closes.Count == 0) return null;
        var (first, last) = (closes.Min(c => c.Day), closes.Max(c => c.Day));
        var prices = new decimal?[last.DayNumber - first.DayNumber + 1];
        foreach (var close in closes) prices[close.Day.DayNumber - first.DayNumber] = close.Price.Value;
        return new(first, prices);
    }
}

/// <summary>How a source did when it was last asked.</summary>
/// <param name="Source">Which source.</param>
/// <param name="AsOf">What its facts speak for; null when there are none.</param>
/// <param name="Fault">Why the last attempt failed; null when it did not.</param>
public sealed record SourceReading(SourceName Source, DateTimeOffset? AsOf, SourceFault? Fault);
