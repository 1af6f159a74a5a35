using LiquidityRisk.Contracts;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Flows.Explanations;
using LiquidityRisk.Flows.Wallets.Answers;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Wallets;

/// <summary>Answers questions about wallets from what is stored.</summary>
public sealed class ReadWallets(WalletBook book, WalletAnswers answers)
{
    /// <summary>All that is known of a wallet; null when it was never analysed.</summary>
    public async ValueTask<WalletSummaryAnswer?> SummaryAsync(WalletAddress address, CancellationToken cancellationToken) =>
        await book.ReadAsync(address, cancellationToken) is { } stored ? await answers.SummaryAsync(stored.Body, cancellationToken) : null;

    /// <summary>Explains one figure of a wallet, or all of them; null when the wallet was never analysed or has no such figure.</summary>
    /// <param name="address">Which wallet.</param>
    /// <param name="id"><c>wallet.{address}</c> for all, or that with the name of a figure: see <see cref="ExplanationTree"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<ExplanationAnswer?> ExplainAsync(WalletAddress address, string id, CancellationToken cancellationToken) =>
        await book.ReadAsync(address, cancellationToken) is { } stored && await answers.ExplainAsync(stored.Body, cancellationToken) is { } tree
            ? tree.Find(id)
            : null;

    /// <summary>A wallet's alerts; none of a wallet that is not known.</summary>
    public async ValueTask<WalletAlertListAnswer> AlertsAsync(
        WalletAddress address, bool? resolved, WalletAlertSeverity? severity, CancellationToken cancellationToken) =>
        await book.ReadAsync(address, cancellationToken) is { } stored
            ? await answers.AlertsAsync(stored.Body, resolved, severity, cancellationToken)
            : new(address.ToString(), [], 0);

    /// <summary>One alert as it now is, with its wallet's cheapest rescue.</summary>
    public async ValueTask<WalletAlertAnswer> AlertAsync(WalletDocument document, WalletAlert alert, CancellationToken cancellationToken)
    {
        var list = await answers.AlertsAsync(document, resolved: null, severity: null, cancellationToken);
        return list.Items.FirstOrDefault(a => string.Equals(a.Id, alert.Id, StringComparison.Ordinal)) ?? AlertAnswers.Of(document.Address, alert, []);
    }

    /// <summary>A wallet's figures over a period, oldest first; at most so many, evenly thinned out.</summary>
    public async Task<WalletHistoryAnswer> HistoryAsync(
        WalletAddress address, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken)
    {
        var points = new List<WalletHistoryPoint>();
        foreach (var page in await book.HistoryAsync(address, from, to, cancellationToken)) points.AddRange(page.Points);
        if (await book.ReadAsync(address, cancellationToken) is { } stored) points.AddRange(stored.Body.Points);
        var wanted = points.Where(p => p.At >= from && p.At < to).DistinctBy(p => p.At).OrderBy(p => p.At).ToList();
        return new(address.ToString(), from, to, Thinned(wanted, most));
    }

    /// <summary>Whether a wallet is watched, and by a user; one that is not known is not.</summary>
    public async ValueTask<TrackedWalletAnswer> TrackedAsync(WalletAddress address, string user, CancellationToken cancellationToken) =>
        Tracked((await book.ReadAsync(address, cancellationToken))?.Body ?? WalletDocument.New(address, default), user);

    /// <summary>Whether a wallet is watched, and by a user.</summary>
    public static TrackedWalletAnswer Tracked(WalletDocument document, string user) => new(
        document.Address.ToString(), document.TrackedSince, document.Trackers.Contains(user, StringComparer.Ordinal), document.Figures?.AsOf);

    private static IReadOnlyList<WalletHistoryPoint> Thinned(List<WalletHistoryPoint> points, int most)
    {
        if (points.Count <= most) return points;
        var step = (points.Count - 1) / (double)(most - 1);
        return [.. Enumerable.Range(0, most).Select(i => points[(int)Math.Round(i * step)])];
    }
}
