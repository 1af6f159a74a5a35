using System.Globalization;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Lists and ranks bonds.</summary>
public sealed class ListBonds(BondBook book, TimeProvider time)
{
    /// <summary>Name of the band of bonds without an index.</summary>
    public const string NotAssessed = "not_assessed";

    /// <summary>Fetches one page.</summary>
    public async Task<BondListAnswer> ListAsync(BondListQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = (await book.ListAsync(cancellationToken)).ConvertAll(h => h.Item);
        var matching = all.FindAll(query.Matches);
        var levels = matching.CountBy(i => i.LiquidityLevel ?? NotAssessed).ToDictionary(StringComparer.Ordinal);
        var chosen = query.Level is null ? matching : matching.FindAll(i => string.Equals(i.LiquidityLevel ?? NotAssessed, query.Level, StringComparison.Ordinal));
        chosen.Sort(query.Order);
        var page = chosen.Skip(query.Offset).Take(query.Limit).Select(i => Refresh(i, now)).ToList();
        var next = query.Offset + page.Count;
        var currencies = all.Select(i => i.Currency).OfType<CurrencyCode>().Distinct().OrderBy(c => c.ToString(), StringComparer.Ordinal);
        var cursor = next < chosen.Count ? next.ToString(CultureInfo.InvariantCulture) : null;
        return new BondListAnswer(page, chosen.Count, cursor, levels, [.. currencies]);
    }

    // A row was written when its bond last changed; how old its data is depends on now.
    private static BondListItem Refresh(BondListItem item, DateTimeOffset now) =>
        item with { DataFreshness = SnakeCase.Of(Freshness.Of(now - item.AsOf)) };
}

/// <summary>What to list.</summary>
/// <param name="Sort">Order of the rows.</param>
/// <param name="Descending">Reverses it. Rows without the value come last either way.</param>
/// <param name="Level">Only this band of the index, or <see cref="ListBonds.NotAssessed"/>; null for all.</param>
/// <param name="Currency">Only this currency; null for all.</param>
/// <param name="Search">Only bonds whose ISIN or issuer contains this, whatever its case; null for all.</param>
/// <param name="Risk">Only this level of overall risk; null for all.</param>
/// <param name="Alert">Only bonds with an open alert of at least this severity; null for all.</param>
/// <param name="Offset">Rows to skip.</param>
/// <param name="Limit">Rows to bring, 1 to 500.</param>
public sealed record BondListQuery(
    BondSort Sort = BondSort.Index,
    bool Descending = true,
    string? Level = null,
    CurrencyCode? Currency = null,
    string? Search = null,
    RiskLevel? Risk = null,
    AlertSeverity? Alert = null,
    int Offset = 0,
    int Limit = 50)
{
    internal bool Matches(BondListItem item) =>
        (Currency is null || item.Currency == Currency)
        && (Risk is not { } risk || string.Equals(item.RiskLevel, SnakeCase.Of(risk), StringComparison.Ordinal))
        && (Alert is not { } alert || Severity(item) >= alert)
        && (Search is null
            || item.Isin.Value.Contains(Search, StringComparison.OrdinalIgnoreCase)
            || item.Issuer?.Contains(Search, StringComparison.OrdinalIgnoreCase) is true);

    internal int Order(BondListItem a, BondListItem b)
    {
        var byValue = Sort switch
        {
            BondSort.Index => Compare(a.LiquidityIndex?.Value, b.LiquidityIndex?.Value),
            BondSort.Spread => Compare(a.SpreadBps?.Value, b.SpreadBps?.Value),
            BondSort.Volume => Compare((double?)a.VolumeFace?.Value, (double?)b.VolumeFace?.Value),
            BondSort.Risk => Compare(a.RiskScore?.Value, b.RiskScore?.Value),
            BondSort.Alert => Compare((double?)Severity(a), (double?)Severity(b)),
            BondSort.Exit => Compare(a.TimeToExitMinutes, b.TimeToExitMinutes),
            BondSort.Maturity => Compare(a.Maturity?.DayNumber, b.Maturity?.DayNumber),
            _ => Descending
                ? string.Compare(b.Issuer, a.Issuer, StringComparison.OrdinalIgnoreCase)
                : string.Compare(a.Issuer, b.Issuer, StringComparison.OrdinalIgnoreCase),
        };
        return byValue != 0 ? byValue : string.CompareOrdinal(a.Isin.Value, b.Isin.Value);
    }

    private static AlertSeverity? Severity(BondListItem item) =>
        SnakeCase.TryParse<AlertSeverity>(item.WorstAlert, out var severity) ? severity : null;

    private int Compare(double? a, double? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => Descending ? b.Value.CompareTo(a.Value) : a.Value.CompareTo(b.Value),
    };
}

/// <summary>What a list of bonds can be ordered by.</summary>
public enum BondSort
{
    /// <summary>Liquidity index.</summary>
    Index,

    /// <summary>Spread in basis points.</summary>
    Spread,

    /// <summary>Face amount traded.</summary>
    Volume,

    /// <summary>Overall risk.</summary>
    Risk,

    /// <summary>Severity of the worst open alert.</summary>
    Alert,

    /// <summary>Minutes that the best way out takes.</summary>
    Exit,

    /// <summary>Day of repayment.</summary>
    Maturity,

    /// <summary>Name of the issuer.</summary>
    Issuer,
}
