using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Wallets;
using LiquidityRisk.Units;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Local.Simulator.Wallets;

/// <summary>
/// Has all wallets of the chain watched at the first start: those in bulk, which the next scan looks at, and the persona at once. At another
/// start it finds them watched already.
/// </summary>
internal sealed class WalletFeed(IWalletChain chain, WalletBook book, TrackWallets track, TimeProvider time, ILogger<WalletFeed> log) : BackgroundService
{
    /// <summary>Who watches them.</summary>
    public const string User = "simulator";

    private const int PageSize = 200;
    private const int AtOnce = 8;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var begun = await WatchAsync(stoppingToken);
                log.LogInformation("The simulated chain has {Count} wallets, {New} of them new", chain.Wallets.Count, begun);
                return;
            }
            catch (StoreUnavailableException e)
            {
                log.LogWarning(e, "Simulated wallets wait for the document store for {Pause}", Pause);
            }

            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    /// <summary>Watches all that are not watched yet.</summary>
    /// <returns>How many these were.</returns>
    internal async Task<int> WatchAsync(CancellationToken cancellationToken)
    {
        var watched = await WatchedAsync(cancellationToken);
        var missing = chain.Wallets.Where(w => !watched.Contains(w)).ToList();
        var count = missing.Count;
        if (missing.Remove(Persona.Address)) await track.TrackAsync(Persona.Address, User, cancellationToken);
        await Parallel.ForEachAsync(
            missing,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (address, ct) => await book.ChangeAsync(address, first: null, stored => Watch(stored ?? WalletDocument.New(address, time.GetUtcNow())), ct));
        return count;
    }

    private static bool IsWatched(WalletDocument wallet) => wallet.Trackers.Contains(User, StringComparer.Ordinal);

    private WalletDocument? Watch(WalletDocument wallet) => IsWatched(wallet)
        ? null
        : wallet with { TrackedSince = wallet.TrackedSince ?? time.GetUtcNow(), Trackers = [.. wallet.Trackers, User] };

    private async Task<HashSet<WalletAddress>> WatchedAsync(CancellationToken cancellationToken)
    {
        var watched = new HashSet<WalletAddress>();
        for (var shard = 0; shard < WalletBook.Shards; shard++)
            await foreach (var page in book.PagesAsync(shard, PageSize, cancellationToken))
                watched.UnionWith(page.Select(w => w.Body).Where(IsWatched).Select(w => w.Address));
        return watched;
    }
}
