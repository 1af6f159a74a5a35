namespace LiquidityRisk.Flows.Telemetry;

/// <summary>
/// Latencies in buckets that grow by a tenth, from 10 µs to some minutes: percentiles to within 10 %, without locks and in constant
/// space. Safe for many threads.
/// </summary>
public sealed class LatencyHistogram
{
    private const double First = 0.01;
    private const double Growth = 1.1;
    private const int Buckets = 180;

    private readonly long[] _counts = new long[Buckets];
    private long _total;

    /// <summary>How many latencies were noted.</summary>
    public long Count => Interlocked.Read(ref _total);

    /// <summary>Notes a latency.</summary>
    public void Note(TimeSpan latency)
    {
        var ms = Math.Max(First, latency.TotalMilliseconds);
        var bucket = Math.Min(Buckets - 1, (int)(Math.Log(ms / First) / Math.Log(Growth)));
        Interlocked.Increment(ref _counts[bucket]);
        Interlocked.Increment(ref _total);
    }

    /// <summary>The latency in milliseconds that a share of all stays below; null without any.</summary>
    /// <param name="share">0 to 1.</param>
    public double? Percentile(double share)
    {
        var total = Count;
        if (total == 0) return null;
        var wanted = (long)Math.Ceiling(share * total);
        for (var (i, seen) = (0, 0L); i < Buckets; i++)
        {
            seen += Interlocked.Read(ref _counts[i]);
            if (seen >= wanted) return Math.Round(First * Math.Pow(Growth, i + 0.5), 3);
        }

        return First * Math.Pow(Growth, Buckets);
    }
}
