using System.Text.Json;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Adapters.Wallets.Http;
using LiquidityRisk.Units;

namespace LiquidityRisk.Adapters.Wallets.CoinGecko;

/// <summary>Checks CoinGecko's answers and puts them in our terms.</summary>
internal static class MarketAnswers
{
    // A clock may go wrong by so much before its times are not believed.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    // The point at the start of a day comes this late at most; later points are of the running day.
    private static readonly TimeSpan CloseTolerance = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Prices and volumes by id. Coins without a time, or with one from the future, are left out; a price that is not above 0 is none.
    /// </summary>
    /// <exception cref="AttemptFailedException">A coin was not asked for, or is told twice.</exception>
    public static IReadOnlyDictionary<string, CoinQuote> Quotes(IReadOnlyList<CoinMarketWire> markets, IReadOnlyCollection<string> asked, DateTimeOffset now)
    {
        var wanted = asked.ToHashSet(StringComparer.Ordinal);
        var quotes = new Dictionary<string, CoinQuote>(StringComparer.Ordinal);
        foreach (var market in markets)
        {
            if (!wanted.Remove(market.Id)) throw AttemptFailedException.Unusable("a coin is told that was not asked for, or twice");
            if (market.LastUpdated is not { } asOf || asOf > now + ClockTolerance) continue;
            quotes[market.Id] = new CoinQuote(
                Number(market.CurrentPrice) is { } price and > 0 ? new UsdPrice(price) : null,
                Number(market.TotalVolume) is { } volume and >= 0 ? new Usd(volume) : null,
                asOf.ToUniversalTime());
        }

        return quotes;
    }

    /// <summary>
    /// Daily closes, oldest first. The point at the start of a day (UTC) is the close of the day before; the last point, of now, is none.
    /// </summary>
    /// <exception cref="AttemptFailedException">A point is no price at a time, or points are out of order.</exception>
    public static IReadOnlyList<DayPrice> Closes(MarketChartWire chart, int days, DateTimeOffset now)
    {
        var closes = new List<DayPrice>(days);
        var (today, before) = (DateOnly.FromDateTime(now.UtcDateTime), decimal.MinValue);
        foreach (var point in chart.Prices)
        {
            if (point is not [{ } milliseconds, { } price] || price <= 0 || milliseconds <= before || milliseconds is < 0 or > 4_102_444_800_000)
                throw AttemptFailedException.Unusable("the history has a point that is no price at a later time than the one before");
            before = milliseconds;
            var at = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).UtcDateTime;
            var day = DateOnly.FromDateTime(at).AddDays(-1);
            if (at.TimeOfDay > CloseTolerance || day >= today || (closes.Count > 0 && closes[^1].Day == day)) continue;
            closes.Add(new DayPrice(day, new UsdPrice(price)));
        }

        return closes.Count > days ? closes[^days..] : closes;
    }

    private static decimal? Number(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) ? value : null;
}

/// <summary>What is known of a coin's market.</summary>
internal sealed record CoinQuote(UsdPrice? Price, Usd? DailyVolume, DateTimeOffset AsOf);
