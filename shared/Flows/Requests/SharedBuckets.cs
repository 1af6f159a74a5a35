using LiquidityRisk.Flows.Ports;

namespace LiquidityRisk.Flows.Requests;

/// <summary>
/// Token buckets that several instances fill together. A bucket is one number, the time at which it will be full again (generic cell rate
/// algorithm, ITU-T I.371), so that what an instance has granted is added without knowing what the others granted, or when. The instances'
/// clocks must agree to a fraction of a second.
/// </summary>
public sealed class SharedBuckets(IDocumentStore store, TimeProvider time)
{
    /// <summary>The most that a bucket may be away from full: what was granted beyond that is forgiven.</summary>
    public static readonly TimeSpan Deepest = TimeSpan.FromMinutes(2);

    private const string Id = "bucket";
    private const int MaxAttempts = 5;

    /// <summary>Adds what an instance has granted.</summary>
    /// <param name="key">Whose bucket; 1 to 200 characters.</param>
    /// <param name="granted">The time that it takes to earn it again.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How long the bucket now takes to be full; null when others were first every time and nothing was added.</returns>
    public async Task<TimeSpan?> AddAsync(string key, TimeSpan granted, CancellationToken cancellationToken)
    {
        var document = new DocumentKey(Collections.RequestCounts, key, Id);
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var stored = await store.ReadAsync<StoredBucket>(document, cancellationToken);
            var now = time.GetUtcNow();
            var fullAt = (stored?.Body.FullAt is { } later && later > now ? later : now) + granted;
            if (fullAt > now + Deepest) fullAt = now + Deepest;
            var written = await store.WriteAsync(document, new StoredBucket(fullAt), stored?.ETag, new DocumentTags(now), cancellationToken);
            if (written.Written) return fullAt - now;
        }

        return null;
    }
}

/// <summary>A bucket as stored.</summary>
/// <param name="FullAt">When it will be full again.</param>
public sealed record StoredBucket(DateTimeOffset FullAt);
