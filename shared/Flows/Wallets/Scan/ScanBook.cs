using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Wallets.Scan;

/// <summary>Loads and saves scans: the one that runs or ran last, and those before.</summary>
public sealed class ScanBook(IDocumentStore store)
{
    private const string Partition = "scan";
    private const string Current = "current";
    private const int MaxAttempts = 50;

    /// <summary>The scan that runs or ran last; null before the first.</summary>
    public async Task<ScanDocument?> CurrentAsync(CancellationToken cancellationToken) =>
        (await store.ReadAsync<ScanDocument>(CurrentKey, cancellationToken))?.Body;

    /// <summary>Changes the current scan: decides again whenever somebody else was first.</summary>
    /// <param name="decide">Given the current scan (null before the first), the changed one; null leaves it as it is.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The changed one; null when it was left as it is.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer, or others were first every time.</exception>
    public async Task<ScanDocument?> ChangeAsync(Func<ScanDocument?, ScanDocument?> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await store.ReadAsync<ScanDocument>(CurrentKey, cancellationToken);
            if (decide(stored?.Body) is not { } changed) return null;
            var written = await store.WriteAsync(CurrentKey, changed, stored?.ETag, new DocumentTags(changed.StartedAt, TimeToLive: TimeSpan.FromDays(3_650)), cancellationToken);
            if (written.Written) return changed;
        }

        throw new StoreUnavailableException($"The scan was changed by others at every one of {MaxAttempts} attempts.");
    }

    /// <summary>Files a scan that has ended; one that is filed already is the same one.</summary>
    public async Task FileAsync(ScanDocument scan, CancellationToken cancellationToken) => await store.WriteAsync(
        new DocumentKey(Collections.WalletScans, Partition, scan.Id), scan, ifMatch: null, new DocumentTags(scan.StartedAt), cancellationToken);

    private static DocumentKey CurrentKey => new(Collections.WalletScans, Partition, Current);
}
