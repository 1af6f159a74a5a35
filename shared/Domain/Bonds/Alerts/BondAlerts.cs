using System.Globalization;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Alerts;

/// <summary>
/// Raises, holds and resolves a bond's alerts. A pure function of (book, observation): the same observation twice, and one older than
/// the book, change nothing. An alert is resolved when its condition has been gone for <see cref="AlertRules.Hold"/>.
/// </summary>
/// <remarks>
/// Time passes only with observations: whoever has open alerts or ageing data must be looked at now and then although nothing arrives.
/// </remarks>
public static class BondAlerts
{
    // Critical risk stands before high risk: it takes its place.
    private static readonly AlertKind[] Kinds = Enum.GetValues<AlertKind>();

    /// <summary>Takes an observation in. Returns the very same book, without allocating, when nothing changes.</summary>
    /// <param name="known">What is remembered.</param>
    /// <param name="seen">What is observed now.</param>
    public static (AlertBook Book, IReadOnlyList<AlertChange> Changes) Next(AlertBook known, in AlertObservation seen)
    {
        if (seen.Now < known.AsOf) return (known, []);
        var book = Remember(known, seen);
        List<AlertChange>? changes = null;
        foreach (var kind in Kinds) book = Step(book, kind, known.Level, seen, ref changes);
        if (ReferenceEquals(book, known)) return (known, []);
        return (book with { AsOf = seen.Now }, changes is null ? [] : changes);
    }

    /// <summary>
    /// Somebody takes note of an alert. An alert that is not open, or that somebody has already taken note of, changes nothing.
    /// </summary>
    /// <param name="known">What is remembered.</param>
    /// <param name="id">Which alert.</param>
    /// <param name="by">Who; not empty.</param>
    /// <param name="at">When.</param>
    /// <returns>The book, and what changed; null when nothing did.</returns>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public static (AlertBook Book, AlertChange? Change) Acknowledge(AlertBook known, string id, string by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(by)) throw new ArgumentException("Somebody must take note.", nameof(by));
        var alert = known.Open.FirstOrDefault(a => string.Equals(a.Id, id, StringComparison.Ordinal));
        if (alert is not { State: AlertState.Active }) return (known, null);
        var noted = alert with { State = AlertState.Acknowledged, AcknowledgedBy = by, AcknowledgedAt = at };
        return (known.Replace(alert, noted), new(AlertChangeKind.Acknowledged, noted));
    }

    private static AlertBook Remember(AlertBook known, in AlertObservation seen)
    {
        if (seen.Index is not { } index) return known;
        var highs = IndexHighs.With(known.Highs, seen.Now, index.Value);
        var level = AlertConditions.Settle(known.Level, index);
        return ReferenceEquals(highs, known.Highs) && level == known.Level ? known : known with { Highs = highs, Level = level };
    }

    private static AlertBook Step(
        AlertBook book, AlertKind kind, LiquidityLevel? levelBefore, in AlertObservation seen, ref List<AlertChange>? changes)
    {
        var open = book.OpenOf(kind);
        if (kind == AlertKind.HighRisk && book.OpenOf(AlertKind.CriticalRisk) is not null)
            return open is null ? book : Resolve(book, open, seen.Now, ref changes);

        var (signal, figures) = AlertConditions.Of(kind, levelBefore, book, seen);
        return (signal, open) switch
        {
            (AlertSignal.Entered, null) => Raise(book, kind, seen.Now, figures, ref changes),
            (AlertSignal.Entered, { Kind: AlertKind.LevelChange }) => Worsen(book, open, seen.Now, figures, ref changes),
            (AlertSignal.Entered, not null) when open.LeftAt is not null || seen.Now - open.LastSeen >= AlertRules.Refresh =>
                book.Replace(open, open with { LeftAt = null, LastSeen = seen.Now, Figures = open.Figures with { To = figures.To } }),
            (AlertSignal.Between, { LeftAt: not null }) => book.Replace(open, open with { LeftAt = null }),
            (AlertSignal.Left, { LeftAt: null }) => book.Replace(open, open with { LeftAt = seen.Now }),
            (AlertSignal.Left, { LeftAt: { } left }) when seen.Now - left >= AlertRules.Hold => Resolve(book, open, seen.Now, ref changes),
            _ => book,
        };
    }

    private static AlertBook Raise(
        AlertBook book, AlertKind kind, DateTimeOffset now, AlertFigures figures, ref List<AlertChange>? changes)
    {
        var alert = new Alert(IdOf(book.Isin, kind, now), kind, SeverityOf(kind, figures), AlertState.Active, now, now, figures);
        Note(ref changes, AlertChangeKind.Raised, alert);
        return book.Raise(alert);
    }

    private static AlertBook Worsen(
        AlertBook book, Alert open, DateTimeOffset now, AlertFigures figures, ref List<AlertChange>? changes)
    {
        var from = open.Figures.FromLevel > figures.FromLevel ? open.Figures.FromLevel : figures.FromLevel;
        var known = open.Figures with { FromLevel = from, To = figures.To, ToLevel = figures.ToLevel };
        if (figures.ToLevel >= open.Figures.ToLevel) // a part of the way back, and down again: nothing that was not said
            return book.Replace(open, open with { LeftAt = null, LastSeen = now, Figures = known });
        var worse = open with { State = AlertState.Active, Severity = SeverityOf(open.Kind, known), LeftAt = null, LastSeen = now, Figures = known };
        Note(ref changes, AlertChangeKind.Worsened, worse);
        return book.Replace(open, worse);
    }

    private static AlertBook Resolve(AlertBook book, Alert open, DateTimeOffset now, ref List<AlertChange>? changes)
    {
        var closed = open with { State = AlertState.Resolved, LeftAt = open.LeftAt ?? now, ResolvedAt = now };
        Note(ref changes, AlertChangeKind.Resolved, closed);
        return book.Close(open, closed);
    }

    private static void Note(ref List<AlertChange>? changes, AlertChangeKind kind, Alert alert) => (changes ??= []).Add(new(kind, alert));

    private static string IdOf(Isin isin, AlertKind kind, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{isin.Value}-{kind}-{at.UtcDateTime:yyyyMMdd'T'HHmmssfffffff}");

    private static AlertSeverity SeverityOf(AlertKind kind, AlertFigures figures) => kind switch
    {
        AlertKind.NoExitPath or AlertKind.CriticalRisk => AlertSeverity.Critical,
        AlertKind.LevelChange => figures.ToLevel <= LiquidityLevel.Limited ? AlertSeverity.Warning : AlertSeverity.Info,
        AlertKind.DataQuality => AlertSeverity.Info,
        _ => AlertSeverity.Warning,
    };
}
