using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>Begins and ends the watch over wallets, and analyses one when somebody asks.</summary>
public sealed class TrackWallets(
    WalletBook book, AnalyseWallets analyse, CurrentMarket markets, AnnounceWallets announce, AuditTrail audit, TimeProvider time)
{
    /// <summary>Watches a wallet from now on, and looks at it at once. Asked again, it only looks again.</summary>
    public async Task<WalletDocument> TrackAsync(WalletAddress address, string user, CancellationToken cancellationToken)
    {
        var begun = await book.ChangeAsync(
            address,
            first: null,
            stored =>
            {
                var document = stored ?? WalletDocument.New(address, time.GetUtcNow());
                if (document.TrackedSince is not null && document.Trackers.Contains(user, StringComparer.Ordinal)) return null;
                return document with
                {
                    TrackedSince = document.TrackedSince ?? time.GetUtcNow(),
                    Trackers = [.. document.Trackers.Where(t => !string.Equals(t, user, StringComparison.Ordinal)), user],
                };
            },
            cancellationToken);
        if (begun is not null) await audit.NoteAsync(address, "wallet_tracked", user, new("The user has the wallet watched."), cancellationToken);
        return await AnalyseAsync(address, refresh: false, AnalyseWallets.AllProtocols, cancellationToken)
            ?? throw new InvalidOperationException("A wallet that is watched is stored.");
    }

    /// <summary>Ends a user's watch over a wallet; it is watched as long as anybody wants it. Asked again, nothing changes.</summary>
    /// <returns>The wallet; null when it was never known.</returns>
    public async Task<WalletDocument?> UntrackAsync(WalletAddress address, string user, CancellationToken cancellationToken)
    {
        var ended = await book.ChangeAsync(
            address,
            first: null,
            stored =>
            {
                if (stored is null || !stored.Trackers.Contains(user, StringComparer.Ordinal)) return null;
                var left = stored with { Trackers = [.. stored.Trackers.Where(t => !string.Equals(t, user, StringComparison.Ordinal))] };
                if (left.Trackers.Count > 0) return left;
                var (alerts, changes) = WalletAlerts.CloseAll(left.Alerts, WalletAlertEndReason.Untracked, user, time.GetUtcNow());
                return left with
                {
                    TrackedSince = null,
                    Alerts = alerts,
                    Pending = [],
                    Seq = left.Seq + (changes.Count > 0 ? 1 : 0),
                    AlertSeq = left.AlertSeq + (changes.Count > 0 ? 1 : 0),
                    ChangedAt = time.GetUtcNow(),
                };
            },
            cancellationToken);
        if (ended is null) return (await book.ReadAsync(address, cancellationToken))?.Body;
        await audit.NoteAsync(address, "wallet_untracked", user, new("The user ended the watch over the wallet."), cancellationToken);
        await announce.PublishAsync([ended], cancellationToken);
        return ended;
    }

    /// <summary>Analyses a wallet now. One that is not watched is looked at too, and remembered.</summary>
    /// <param name="address">Which wallet.</param>
    /// <param name="refresh">Whether prices are asked for anew, however young the known ones are.</param>
    /// <param name="protocols">Protocols to read anew.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The wallet as saved; null when the store did not take it.</returns>
    public async Task<WalletDocument?> AnalyseAsync(
        WalletAddress address, bool refresh, IReadOnlyList<LendingProtocol> protocols, CancellationToken cancellationToken)
    {
        var market = await markets.ReadAsync(refresh, cancellationToken);
        if (await book.ReadAsync(address, cancellationToken) is null)
            await book.ChangeAsync(address, first: null, stored => stored ?? WalletDocument.New(address, time.GetUtcNow()), cancellationToken);
        var stored = await book.ReadAsync(address, cancellationToken);
        if (stored is null) return null;
        var outcome = await analyse.AnalyseAsync([stored], market, protocols, cancellationToken);
        markets.Learn(outcome.Tokens);
        return (await book.ReadAsync(address, cancellationToken))?.Body;
    }

    /// <summary>Closes an alert by hand; done twice, nothing changes.</summary>
    /// <returns>The wallet with its alert; null when it has no such alert.</returns>
    public async Task<(WalletDocument Document, WalletAlert Alert)?> ResolveAsync(
        WalletAddress address, string id, string user, CancellationToken cancellationToken)
    {
        var changed = await book.ChangeAsync(
            address,
            first: null,
            stored => stored is not null && WalletAlerts.Resolve(stored.Alerts, id, user, time.GetUtcNow()) is { } resolved
                ? stored with { Alerts = resolved.Book, AlertSeq = stored.AlertSeq + 1, Seq = stored.Seq + 1, ChangedAt = time.GetUtcNow() }
                : null,
            cancellationToken);
        var document = changed ?? (await book.ReadAsync(address, cancellationToken))?.Body;
        if (document?.Alerts.Find(id) is not { } alert) return null;
        if (changed is not null)
        {
            await audit.NoteAsync(address, "wallet_alert_resolved", user, new($"The user closed the alert {id}."), cancellationToken);
            await announce.PublishAsync([changed], cancellationToken);
        }

        return (document, alert);
    }
}
