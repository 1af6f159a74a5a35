using System.Collections.Concurrent;

namespace LiquidityRisk.Functions.Hosting.Access;

/// <summary>What a caller may still send.</summary>
/// <param name="IsGranted">Whether this request is within the limit.</param>
/// <param name="Limit">Requests a minute.</param>
/// <param name="Remaining">Requests that are left at once.</param>
/// <param name="Reset">Until all of them are there again.</param>
/// <param name="RetryAfter">Until one more is there; zero when it already is.</param>
internal readonly record struct Allowance(bool IsGranted, int Limit, int Remaining, TimeSpan Reset, TimeSpan RetryAfter);

/// <summary>
/// Token buckets of a minute's requests, one per caller, in memory: an instance knows only what it has served itself. A bucket is one
/// number, the time at which it will be full again (generic cell rate algorithm, ITU-T I.371), so that counting needs no lock.
/// </summary>
internal sealed class Allowances(TimeProvider time)
{
    private const int SweepAt = 10_000;
    private static readonly long Minute = TimeSpan.TicksPerMinute;

    private readonly long _origin = time.GetTimestamp();
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private int _sweepAt = SweepAt;

    /// <summary>How many callers are remembered.</summary>
    public int Count => _buckets.Count;

    /// <summary>Takes one request of a caller who has so many a minute.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="limit">Requests a minute.</param>
    /// <param name="weight">How many of them this one counts for, 1 or more; more than a minute's worth counts for all of them.</param>
    public Allowance Take(string caller, int limit, int weight = 1)
    {
        var now = time.GetElapsedTime(_origin).Ticks;
        if (!_buckets.TryGetValue(caller, out var bucket))
        {
            Sweep(now);
            bucket = _buckets.GetOrAdd(caller, static _ => new Bucket());
        }

        var cost = Minute / limit;
        var price = cost * Math.Min(weight, limit);
        while (true)
        {
            var fullAt = Volatile.Read(ref bucket.FullAt);
            var used = Math.Max(fullAt, now) - now;
            var next = now + used + price;
            if (used + price > Minute)
                return new Allowance(false, limit, Left(used), new TimeSpan(used), new TimeSpan(used + price - Minute));
            if (Interlocked.CompareExchange(ref bucket.FullAt, next, fullAt) == fullAt)
                return new Allowance(true, limit, Left(used + price), new TimeSpan(used + price), TimeSpan.Zero);
        }

        int Left(long spent) => (int)Math.Clamp((Minute - spent) / cost, 0, limit);
    }

    /// <summary>How long it takes to earn one request of so many a minute.</summary>
    public static TimeSpan CostOf(int limit) => new(Minute / limit);

    /// <summary>Lowers a bucket of which more is used up than was known here.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="used">How long it takes to be full again; less than is known already changes nothing.</param>
    public void LowerTo(string caller, TimeSpan used)
    {
        if (!_buckets.TryGetValue(caller, out var bucket)) bucket = _buckets.GetOrAdd(caller, static _ => new Bucket());
        var target = time.GetElapsedTime(_origin).Ticks + used.Ticks;
        for (long fullAt; (fullAt = Volatile.Read(ref bucket.FullAt)) < target;)
            if (Interlocked.CompareExchange(ref bucket.FullAt, target, fullAt) == fullAt) return;
    }

    // A full bucket is as good as none, so that forgetting it gives nobody more than he has.
    private void Sweep(long now)
    {
        if (_buckets.Count < Volatile.Read(ref _sweepAt)) return;
        foreach (var bucket in _buckets)
            if (Volatile.Read(ref bucket.Value.FullAt) <= now) _buckets.TryRemove(bucket);
        Volatile.Write(ref _sweepAt, Math.Max(SweepAt, 2 * _buckets.Count));
    }

    private sealed class Bucket
    {
        public long FullAt;
    }
}
