using System.Numerics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>The ticks at which positions begin and end, in order, and the search for the next one within a word of 256 spacings.</summary>
internal sealed class PoolTicks
{
    private const int Word = 256;

    private readonly int[] _ticks;
    private readonly BigInteger[] _nets;

    private PoolTicks(int spacing, int[] ticks, BigInteger[] nets) => (Spacing, _ticks, _nets) = (spacing, ticks, nets);

    public int Spacing { get; }

    public static PoolTicks Of(IEnumerable<KeyValuePair<(int Lower, int Upper), BigInteger>> positions, int spacing)
    {
        var ends = new SortedDictionary<int, (BigInteger Net, BigInteger Gross)>();
        foreach (var ((lower, upper), liquidity) in positions)
        {
            var (low, high) = (ends.GetValueOrDefault(lower), ends.GetValueOrDefault(upper));
            ends[lower] = (low.Net + liquidity, low.Gross + liquidity);
            ends[upper] = (high.Net - liquidity, high.Gross + liquidity);
        }

        var most = FixedPoint.MaxUInt128 / ((2 * (TickMath.LargestTick / spacing)) + 1);
        if (ends.Values.Any(e => e.Gross > most)) throw new ArgumentException("A tick holds more liquidity than all of them may share.", nameof(positions));
        return new(spacing, [.. ends.Keys], [.. ends.Values.Select(e => e.Net)]);
    }

    public void CheckRange(int lower, int upper)
    {
        if (lower >= upper || lower < TickMath.LeastTick || upper > TickMath.LargestTick || lower % Spacing != 0 || upper % Spacing != 0)
            throw new ArgumentException("Ticks are multiples of the spacing within ±887272, the lower below the upper.", nameof(lower));
    }

    /// <summary>The next tick at or below (down) or above (up) that is in use or ends its word; within the ticks.</summary>
    public (int Tick, bool Used, BigInteger Net) Next(int tick, bool down)
    {
        var index = Array.BinarySearch(_ticks, tick);
        if (down) index = index < 0 ? ~index - 1 : index;
        else index = index < 0 ? ~index : index + 1;
        var slot = (int)Math.Floor((double)tick / Spacing) + (down ? 0 : 1);
        var first = (slot >> 8) * Word;
        var edge = (down ? first : first + Word - 1) * Spacing;
        return index >= 0 && index < _ticks.Length && (down ? _ticks[index] >= edge : _ticks[index] <= edge)
            ? (_ticks[index], true, _nets[index])
            : (Math.Clamp(edge, TickMath.LeastTick, TickMath.LargestTick), false, BigInteger.Zero);
    }
}
