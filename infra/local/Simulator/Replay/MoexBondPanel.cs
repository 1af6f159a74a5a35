using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Replay;

/// <summary>
/// The Moscow Exchange panel: <c>moex_bonds_static.csv</c> and <c>moex_bonds_panel.csv</c>. It has closing prices and no
/// quotes, volumes or trade times, so a bond gets its price and no liquidity index. Ratings are of the national scale and are
/// left out, because they do not compare with the international one.
/// </summary>
internal static class MoexBondPanel
{
    private const string Source = "moex-bond-panel";

    public static IEnumerable<Snapshot> Read(string folder)
    {
        var statics = CsvRows.Read(Path.Combine(folder, "moex_bonds_static.csv"), r => new StaticRow(
            r.Text("isin")!, r.Text("issuer"), r.Text("sector"), r.Text("currency"), r.Number("coupon_pct"), r.Number("issue_size_mn"), r.Date("maturity")));
        var prices = CsvRows.Read(Path.Combine(folder, "moex_bonds_panel.csv"), r => new PriceRow(
            r.Text("date")!, r.Text("isin")!, r.Number("price_pct")));
        if (statics.Count > 0) yield return new Snapshot("moex_bonds_static.csv", [.. statics.Select(Reference)]);
        foreach (var day in prices.GroupBy(p => p.Date, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return new Snapshot($"moex_bonds_panel.csv of {day.Key}", [.. day.Select(Price)]);
    }

    private static Func<DateTimeOffset, long, OutgoingEvent> Reference(StaticRow row)
    {
        var payload = new BondReferencePayload(
            row.Issuer ?? row.Isin,
            IssuerClassOf(row.Sector),
            Rating: null,
            row.CouponPercent,
            row.Maturity,
            row.IssueSizeMillions is > 0 ? new FaceAmount(row.IssueSizeMillions.Value * 1_000_000m) : null,
            CurrencyCode.TryParse(row.Currency, out var currency) ? currency : null,
            NextRfqWindow: null,
            Isin: null);
        return (at, sequence) => MarketEvents.Reference(Isin.Parse(row.Isin), Source, sequence, at, payload);
    }

    private static Func<DateTimeOffset, long, OutgoingEvent> Price(PriceRow row)
    {
        var payload = new MicrostructurePayload(
            null, null, null, null, null, null, null, row.Price is { } price ? new BondPrice(price) : null, null, null, null, null);
        return (at, sequence) => MarketEvents.Quote(Isin.Parse(row.Isin), Source, sequence, at, payload);
    }

    private static string IssuerClassOf(string? sector) => sector switch
    {
        null => "corporate",
        var s when s.Contains("ОФЗ", StringComparison.Ordinal) => "government",
        var s when s.Contains("Субфедеральный", StringComparison.Ordinal) => "municipal",
        var s when s.Contains("Банки", StringComparison.Ordinal) || s.Contains("Лизинг", StringComparison.Ordinal) => "financial",
        _ => "corporate",
    };

    private sealed record StaticRow(
        string Isin, string? Issuer, string? Sector, string? Currency, decimal? CouponPercent, decimal? IssueSizeMillions, DateOnly? Maturity);

    private sealed record PriceRow(string Date, string Isin, decimal? Price);
}
