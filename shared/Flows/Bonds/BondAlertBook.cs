using System.Globalization;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds.Alerts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Lists alerts, takes note of them, and looks after them while nothing arrives.</summary>
public sealed class BondAlertBook(
    BondBook book, BondSettings settings, Retranslation retranslation, AnnounceBonds announce, TimeProvider time)
{
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(15);

    /// <summary>Open alerts of all bonds: the most urgent first, then the newest.</summary>
    /// <param name="severity">Only this one; null for all.</param>
    /// <param name="isin">Only of this bond; null for all.</param>
    /// <param name="offset">How many to skip.</param>
    /// <param name="limit">How many to bring.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<AlertListAnswer> ListAsync(
        AlertSeverity? severity, Isin? isin, int offset, int limit, CancellationToken cancellationToken)
    {
        var alerts = (await book.ListAsync(cancellationToken)).SelectMany(h => h.Alerts).Where(a => isin is null || a.Isin == isin).ToList();
        var counts = alerts.CountBy(a => a.Severity).ToDictionary(StringComparer.Ordinal);
        var wanted = severity is { } only ? alerts.FindAll(a => a.Severity == SnakeCase.Of(only)) : alerts;
        var page = wanted
            .OrderByDescending(a => SnakeCase.TryParse<AlertSeverity>(a.Severity, out var s) ? s : default)
            .ThenByDescending(a => a.Timestamp)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .Skip(offset)
            .Take(limit)
            .ToList();
        var next = offset + page.Count;
        return new(page, wanted.Count, next < wanted.Count ? next.ToString(CultureInfo.InvariantCulture) : null, counts);
    }

    /// <summary>A bond's alerts, the open ones and the last resolved ones, newest first; null for an unknown bond.</summary>
    public async Task<AlertListAnswer?> OfBondAsync(Isin isin, CancellationToken cancellationToken)
    {
        if (await book.ReadAsync(isin, cancellationToken) is not { Body: var document }) return null;
        var all = document.Alerts.Open.Concat(document.Alerts.Resolved)
            .OrderByDescending(a => a.RaisedAt)
            .Select(a => AlertNews.Answer(document, a))
            .ToList();
        return new(all, all.Count, null, document.Alerts.Open.CountBy(a => SnakeCase.Of(a.Severity)).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>Somebody takes note of an alert; done twice, nothing changes.</summary>
    /// <returns>The alert; null when the bond or the alert is unknown.</returns>
    public async Task<AlertAnswer?> AcknowledgeAsync(Isin isin, string id, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = await book.ChangeAsync(isin, fromMemory: false, Decide, cancellationToken);
        if (changed is not null) await announce.PublishAsync([changed], cancellationToken);
        var document = changed ?? (await book.ReadAsync(isin, cancellationToken))?.Body;
        var alert = document?.Alerts.Open.Concat(document.Alerts.Resolved).FirstOrDefault(a => string.Equals(a.Id, id, StringComparison.Ordinal));
        return alert is null ? null : AlertNews.Answer(document!, alert);

        BondDocument? Decide(BondDocument? known)
        {
            if (known?.State is null) return null;
            var (alerts, change) = BondAlerts.Acknowledge(known.Alerts, id, by, now);
            if (change is null) return null;
            var told = AlertNews.Announce(known with { Alerts = alerts }, known.Translation(settings.Weights)!, [change], settings);
            return AlertNews.Record(told, [change], now, by);
        }
    }

    /// <summary>
    /// Looks at bonds for which time alone changes something: data that has become old, alerts whose condition has gone, risk whose
    /// clock has run out.
    /// </summary>
    /// <returns>How many bonds changed.</returns>
    public async Task<int> WatchAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var changed = new List<BondDocument>();
        foreach (var head in await book.ListAsync(cancellationToken))
        {
            var due = head.Resolving || now - head.RiskAsOf >= settings.Clocks.Risk
                || (!head.KnownStale && head.ObservedAt is { } seen && now - seen >= Stale);
            if (!due) continue;
            var document = await book.ChangeAsync(
                head.Item.Isin, fromMemory: false, known => known is null ? null : Changed(known, now), cancellationToken);
            if (document is not null) changed.Add(document);
        }

        await announce.PublishAsync(changed, cancellationToken);
        return changed.Count;
    }

    private BondDocument? Changed(BondDocument known, DateTimeOffset now)
    {
        var next = retranslation.Next(known, known.Inputs, now);
        var alertsMoved = !next.Alerts.Open.Select(a => (a.Id, a.LeftAt)).SequenceEqual(known.Alerts.Open.Select(a => (a.Id, a.LeftAt)));
        return alertsMoved || next.LastNumber != known.LastNumber || next.State!.Risk != known.State?.Risk ? next : null;
    }
}
