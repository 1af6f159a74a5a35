using System.Globalization;

namespace LiquidityRisk.Benchmarks;

/// <summary>Collects times in milliseconds from any thread.</summary>
internal sealed class Latencies(int capacity)
{
    private readonly double[] _times = new double[capacity];
    private int _count;

    public int Count => Math.Min(Volatile.Read(ref _count), _times.Length);

    public void Add(TimeSpan time)
    {
        var at = Interlocked.Increment(ref _count) - 1;
        if (at < _times.Length) _times[at] = time.TotalMilliseconds;
    }

    public override string ToString()
    {
        var sorted = _times.AsSpan(0, Count).ToArray();
        Array.Sort(sorted);
        double At(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {At(0.5):0.00} ms, p99 {At(0.99):0.00} ms, p99.9 {At(0.999):0.00} ms, max {At(1):0.00} ms over {sorted.Length:N0}");
    }
}
