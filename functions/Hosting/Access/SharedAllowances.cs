using System.Collections.Concurrent;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Flows.Requests;
using Microsoft.Extensions.Logging;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>
/// Allowances of wallets, shared by all instances. A request is decided at once by the instance's own bucket; now and then the instance adds
/// what it has granted to a stored bucket and takes that one's level over, so that what others have granted counts here too.
/// </summary>
/// <remarks>
/// Between two exchanges instances do not know of each other: together they can grant at most the limit times the number of instances that
/// serve the wallet within one exchange. What was granted too much must be earned again before anything more is, down to two minutes' worth,
/// so that over any longer time the limit holds. While the store is away each instance goes on alone.
/// </remarks>
internal sealed class SharedAllowances(
    Allowances local, SharedBuckets shared, RateLimitOptions options, ILogger<SharedAllowances> log)
{
    /// <summary>How long at least lies between two exchanges of an instance.</summary>
    public static readonly TimeSpan ExchangeEvery = TimeSpan.FromSeconds(2);

    private const int AtOnce = 8;
    private const string Prefix = "wallet ";

    private readonly ConcurrentDictionary<string, int> _granted = new(StringComparer.Ordinal);
    private int _isDown;

    /// <summary>Takes one request of an allowance.</summary>
    public Allowance Take(string key)
    {
        var allowance = local.Take(Prefix + key, options.WalletPerMinute);
        if (allowance.IsGranted) _granted.AddOrUpdate(key, 1, static (_, count) => count + 1);
        return allowance;
    }

    /// <summary>Tells the others what was granted here since the last exchange, and learns what they granted.</summary>
    public async Task ExchangeAsync(CancellationToken cancellationToken)
    {
        var together = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(_granted.Keys, together, async (key, token) =>
            {
                if (_granted.TryRemove(key, out var count)) await ExchangeAsync(key, count, token);
            });
            Volatile.Write(ref _isDown, 0);
        }
        catch (StoreUnavailableException e)
        {
            if (Interlocked.Exchange(ref _isDown, 1) == 0)
                log.LogWarning(e, "Allowances of wallets are counted by this instance alone until the document store answers");
        }
    }

    private async ValueTask ExchangeAsync(string key, int count, CancellationToken cancellationToken)
    {
        TimeSpan? level = null;
        try
        {
            level = await shared.AddAsync(key, count * Allowances.CostOf(options.WalletPerMinute), cancellationToken);
        }
        finally
        {
            // What others did not hear of waits for the next exchange; more than two minutes' worth is forgiven there anyway.
            if (level is null) _granted.AddOrUpdate(key, count, (_, newer) => Math.Min(newer + count, 2 * options.WalletPerMinute));
        }

        if (level is not { } used) return;
        var since = _granted.GetValueOrDefault(key) * Allowances.CostOf(options.WalletPerMinute); // granted here meanwhile
        local.LowerTo(Prefix + key, used + since);
    }
}
