using System.Globalization;
using LiquidityRisk.Flows.Wallets.Market;
using LiquidityRisk.Flows.Wallets.Model;

namespace LiquidityRisk.Flows.Wallets.Scan;

/// <summary>
/// The steps of a scan over all watched wallets. Prices are read once; then each part pages through its wallets. Every step may be repeated.
/// </summary>
public sealed class ScanWallets(
    ScanBook scans, WalletBook book, CurrentMarket markets, MarketArchive archive, AnalyseWallets analyse, SampleStore samples, TimeProvider time)
{
    /// <summary>Wallets that are read from sources at once.</summary>
    public const int PageSize = 100;

    /// <summary>How long a scan may make no progress until another one may begin.</summary>
    public static readonly TimeSpan DeadAfter = TimeSpan.FromMinutes(15);

    /// <summary>Begins a scan unless one runs.</summary>
    /// <returns>Its id; null when one runs.</returns>
    public async Task<string?> BeginAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        ScanDocument? dead = null;
        var begun = await scans.ChangeAsync(
            current =>
            {
                if (current is { State: ScanState.Running } && now - current.SeenAt < DeadAfter) return null;
                dead = current is { State: ScanState.Running } ? current with { State = ScanState.Failed, FinishedAt = now } : null;
                return ScanDocument.Begin("scan-" + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture), now);
            },
            cancellationToken);
        if (dead is not null) await scans.FileAsync(dead, cancellationToken);
        return begun?.Id;
    }

    /// <summary>Reads the market that a scan judges by.</summary>
    /// <returns>False when the scan is no longer the current one.</returns>
    public async Task<bool> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var current = await scans.CurrentAsync(cancellationToken);
        if (current is not { State: ScanState.Running } || current.Id != id) return false;
        if (current.MarketId is not null) return true;
        var market = await markets.ReadAsync(refresh: true, cancellationToken);
        return await scans.ChangeAsync(
            scan => IsRunning(scan, id) ? scan! with { MarketId = scan.MarketId ?? market.Inputs.Id, SeenAt = time.GetUtcNow() } : null, cancellationToken) is not null;
    }

    /// <summary>Looks at the wallets of one part.</summary>
    /// <returns>False when the scan is no longer the current one.</returns>
    public async Task<bool> ScanAsync(string id, int shard, CancellationToken cancellationToken)
    {
        var current = await scans.CurrentAsync(cancellationToken);
        if (!IsRunning(current, id)) return false;
        if (current!.Shards.Any(s => s.Shard == shard)) return true;
        var market = await archive.FindAsync(current.MarketId!, cancellationToken) ?? await markets.ReadAsync(refresh: false, cancellationToken);
        var started = time.GetTimestamp();
        var total = new AnalysedWallets();
        await foreach (var page in book.PagesAsync(shard, PageSize, cancellationToken))
        {
            var watched = page.Where(w => w.Body.TrackedSince is not null).ToList();
            total.Add(await analyse.AnalyseAsync(watched, market, AnalyseWallets.AllProtocols, cancellationToken));
        }

        markets.Learn(total.Tokens);
        await samples.FileAsync(FormattableString.Invariant($"{id}-{shard:00}"), total.Known, cancellationToken);
        var done = new ScannedShard(
            shard, total.Wallets, total.Failed, total.Raised, total.Resolved, total.Open, total.Levels,
            time.GetElapsedTime(started).TotalSeconds, total.Waited.TotalSeconds);
        return await scans.ChangeAsync(scan => IsRunning(scan, id) ? scan!.With(done, time.GetUtcNow()) : null, cancellationToken) is not null;
    }

    /// <summary>Ends a scan.</summary>
    public async Task FinishAsync(string id, CancellationToken cancellationToken)
    {
        var ended = await scans.ChangeAsync(
            scan => IsRunning(scan, id)
                ? scan! with
                {
                    State = scan.Shards.Count == WalletBook.Shards ? ScanState.Completed : ScanState.Failed,
                    FinishedAt = time.GetUtcNow(),
                }
                : null,
            cancellationToken);
        if (ended is not null) await scans.FileAsync(ended, cancellationToken);
    }

    private static bool IsRunning(ScanDocument? scan, string id) =>
        scan is { State: ScanState.Running } && string.Equals(scan.Id, id, StringComparison.Ordinal);
}
