namespace LiquidityRisk.Domain.Wallets.Alerts;

/// <summary>Raises, worsens, eases and closes a wallet's alerts.</summary>
public static class WalletAlerts
{
    /// <summary>Takes what was measured.</summary>
    /// <param name="book">What is remembered.</param>
    /// <param name="readings">What was measured, at most one of each kind; a kind that is missing was not observed.</param>
    /// <param name="rules">The limits.</param>
    /// <param name="now">When; a time that is not later than the last one changes nothing.</param>
    public static (WalletAlertBook Book, IReadOnlyList<WalletAlertChange> Changes) Observe(
        WalletAlertBook book, IReadOnlyList<AlertReading> readings, WalletAlertRules rules, DateTimeOffset now)
    {
        if (now <= book.AsOf) return (book, []);
        var changes = new List<WalletAlertChange>();
        book = book with { AsOf = now };
        foreach (var reading in readings)
        {
            book = book.OpenOf(reading.Kind) is { } open
                ? Follow(book, open, reading, rules, now, changes)
                : Consider(book, reading, rules, now, changes);
        }

        return (book, changes);
    }

    /// <summary>Closes an alert by hand; null when no open alert has the id.</summary>
    public static (WalletAlertBook Book, WalletAlert Closed)? Resolve(WalletAlertBook book, string id, string by, DateTimeOffset now)
    {
        if (book.Open.FirstOrDefault(a => string.Equals(a.Id, id, StringComparison.Ordinal)) is not { } alert) return null;
        var closed = alert with { End = new(now, WalletAlertEndReason.Manual, by) };
        var muted = new MutedAlert(alert.Kind, alert.Severity, alert.LeftAt);
        return (book.Close(alert, closed) with { Muted = [.. book.Muted.Where(m => m.Kind != alert.Kind), muted] }, closed);
    }

    /// <summary>Closes all open alerts, as when a wallet is no longer watched.</summary>
    public static (WalletAlertBook Book, IReadOnlyList<WalletAlertChange> Changes) CloseAll(
        WalletAlertBook book, WalletAlertEndReason reason, string? by, DateTimeOffset now)
    {
        var changes = new List<WalletAlertChange>();
        foreach (var alert in book.Open) book = Close(book, alert, new(now, reason, by), changes);
        return (book with { Muted = [] }, changes);
    }

    private static WalletAlertBook Consider(
        WalletAlertBook book, AlertReading reading, WalletAlertRules rules, DateTimeOffset now, List<WalletAlertChange> changes)
    {
        if (reading.IsMoot) return book.Unmute(reading.Kind);
        if (reading.Value is not { } value) return book;
        var limits = rules.Of(reading.Kind);
        var muted = book.Muted.FirstOrDefault(m => m.Kind == reading.Kind);
        if (muted is not null)
        {
            if (limits.Remaining(value) is null)
            {
                return now - (muted.LeftAt ?? now) >= rules.Settle
                    ? book.Unmute(reading.Kind)
                    : book with { Muted = [.. book.Unmute(reading.Kind).Muted, muted with { LeftAt = muted.LeftAt ?? now }] };
            }

            if (muted.LeftAt is not null) book = book with { Muted = [.. book.Unmute(reading.Kind).Muted, muted with { LeftAt = null }] };
        }

        if (limits.Severity(value) is not { } severity || severity <= muted?.Severity) return book;
        var alert = new WalletAlert(Id(reading.Kind, now), reading.Kind, severity, value, limits.Of(severity), reading.Subject, now, now);
        changes.Add(new(WalletAlertChangeKind.Raised, alert));
        return book.Unmute(reading.Kind).Raise(alert);
    }

    private static WalletAlertBook Follow(
        WalletAlertBook book, WalletAlert open, AlertReading reading, WalletAlertRules rules, DateTimeOffset now, List<WalletAlertChange> changes)
    {
        if (reading.IsMoot) return Close(book, open, new(now, WalletAlertEndReason.NothingLeft, null), changes);
        if (reading.Value is not { } value) return book;
        var limits = rules.Of(reading.Kind);
        var seen = open with { Value = value, Subject = reading.Subject };
        if (limits.Severity(value) > open.Severity) return Change(WalletAlertChangeKind.Worsened, Severe(limits.Severity(value)!.Value));
        if (limits.Remaining(value) is { } remaining)
        {
            var held = seen with { SeenAt = now, LeftAt = null };
            // Eases only as it closes: when it has been better for a while.
            if (remaining == open.Severity) return book.Replace(open, held);
            var eased = open.LeftAt is { } since && now - since >= rules.Settle;
            return eased ? Change(WalletAlertChangeKind.Eased, Severe(remaining)) : book.Replace(open, seen with { SeenAt = now, LeftAt = open.LeftAt ?? now });
        }

        var left = open.LeftAt ?? now;
        return now - left >= rules.Settle
            ? Close(book, seen with { LeftAt = left }, new(now, WalletAlertEndReason.Recovered, null), changes, open)
            : book.Replace(open, seen with { LeftAt = left });

        WalletAlert Severe(WalletAlertSeverity severity) =>
            seen with { Severity = severity, Limit = limits.Of(severity), SeenAt = now, LeftAt = null };

        WalletAlertBook Change(WalletAlertChangeKind kind, WalletAlert after)
        {
            changes.Add(new(kind, after));
            return book.Replace(open, after);
        }
    }

    private static WalletAlertBook Close(
        WalletAlertBook book, WalletAlert alert, WalletAlertEnd end, List<WalletAlertChange> changes, WalletAlert? before = null)
    {
        var closed = alert with { End = end };
        changes.Add(new(WalletAlertChangeKind.Resolved, closed));
        return book.Close(before ?? alert, closed);
    }

    private static string Id(WalletAlertKind kind, DateTimeOffset now) => FormattableString.Invariant($"{kind}-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}");
}
