using System.Collections.Concurrent;

namespace LiquidityRisk.Functions.Hosting.Http;

/// <summary>
/// The bodies of answers that were given lately, by what they are about and their version. A version names a content for good, so nothing is
/// ever out of date; what is not asked for any more goes when the cache is full and starts anew.
/// </summary>
public sealed class AnswerCache
{
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, byte[]> _bodies = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>The body kept under a name, else the one that is made now and kept.</summary>
    public byte[] Get(string name, Func<byte[]> make)
    {
        if (_bodies.TryGetValue(name, out var kept)) return kept;
        var body = make();
        if (Interlocked.Add(ref _bytes, body.Length) > MostBytes)
        {
            _bodies.Clear();
            Interlocked.Exchange(ref _bytes, body.Length);
        }

        _bodies[name] = body;
        return body;
    }
}
