using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Replay;

/// <summary>
/// The SIX Swiss Exchange bond list: <c>six_bonds_static.csv</c> and <c>six_bonds_quotes.csv</c>. Prices in percent, sizes in
/// face amount; a blank price is a side that nobody quotes. The list is end-of-day, so the last trade of the day itself
/// counts as having happened at the time of the snapshot.
/// </summary>
internal static class SixBondList
{
    private const string Source = "six-bond-list";

    public static IEnumerable<Snapshot> Read(string folder)
    {
        var statics = CsvRows.Read(Path.Combine(folder, "six_bonds_static.csv"), r => new StaticRow(
            r.Text("isin")!, r.Text("issuer"), r.Text("sector"), r.Text("currency"), r.Number("coupon_pct"), r.Number("amount_issued"), r.Date("maturity"), r.Text("rating")));
        var quotes = CsvRows.Read(Path.Combine(folder, "six_bonds_quotes.csv"), r => new QuoteRow(
            r.Text("snapshot")!, r.Text("isin")!, r.Number("bid_price"), r.Number("bid_volume"), r.Number("ask_price"), r.Number("ask_volume"),
            r.Number("onmarket_volume"), r.Number("offbook_volume"), r.Date("latest_trade_date")));
        if (statics.Count > 0) yield return new Snapshot("six_bonds_static.csv", [.. statics.Select(Reference)]);
        foreach (var day in quotes.GroupBy(q => q.Snapshot, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return new Snapshot($"six_bonds_quotes.csv of {day.Key}", [.. day.Select(Quote)]);
    }

    private static Func<DateTimeOffset, long, OutgoingEvent> Reference(StaticRow row)
    {
        var payload = new BondReferencePayload(
            row.Issuer ?? row.Isin,
            IssuerClassOf(row.Sector),
            CreditRating.TryParse(row.Rating, out var rating) ? rating : null,
            row.CouponPercent,
            row.Maturity,
            row.Amount is > 0 and <= FaceAmount.Max ? new FaceAmount(row.Amount.Value) : null,
            CurrencyCode.TryParse(row.Currency, out var currency) ? currency : null,
            NextRfqWindow: null,
            Isin: null);
        return (at, sequence) => MarketEvents.Reference(Isin.Parse(row.Isin), Source, sequence, at, payload);
    }

    private static Func<DateTimeOffset, long, OutgoingEvent> Quote(QuoteRow row)
    {
        var (bid, ask) = (Price(row.Bid), Price(row.Ask));
        var depth = (bid is null ? 0 : row.BidVolume ?? 0) + (ask is null ? 0 : row.AskVolume ?? 0);
        var observed = DateOnly.ParseExact(row.Snapshot, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var payload = new MicrostructurePayload(
            bid,
            ask,
            bid is null ? null : new FaceAmount(row.BidVolume ?? 0),
            ask is null ? null : new FaceAmount(row.AskVolume ?? 0),
            new FaceAmount(depth),
            L2Levels: 1,
            TradesCount: null,
            Vwap: null,
            new FaceAmount((row.OnMarket ?? 0) + (row.OffBook ?? 0)),
            row.LatestTrade is { } day ? Math.Max(0, observed.DayNumber - day.DayNumber) * 86_400.0 : null,
            Crossed: null,
            Isin: null);
        return (at, sequence) => MarketEvents.Quote(Isin.Parse(row.Isin), Source, sequence, at, payload);
    }

    private static BondPrice? Price(decimal? percent) => percent is > 0 and <= BondPrice.Max ? new BondPrice(percent.Value) : null;

    private static string IssuerClassOf(string? sector) => sector switch
    {
        "Countries" or "Supranational Organisations" => "government",
        "Regions, Cantons, Provinces, etc." or "Communities & Cities" => "municipal",
        "Banks" or "Mortgage institutes" or "Insurances" => "financial",
        _ => "corporate",
    };

    private sealed record StaticRow(
        string Isin, string? Issuer, string? Sector, string? Currency, decimal? CouponPercent, decimal? Amount, DateOnly? Maturity, string? Rating);

    private sealed record QuoteRow(
        string Snapshot, string Isin, decimal? Bid, decimal? BidVolume, decimal? Ask, decimal? AskVolume, decimal? OnMarket, decimal? OffBook, DateOnly? LatestTrade);
}
