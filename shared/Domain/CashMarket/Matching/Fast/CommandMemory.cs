using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Fast;

/// <summary>
/// The ids of the latest commands, a fixed number of them: the newest takes the place of the oldest. A ring with a hash table whose
/// chains run through it; nothing is allocated after construction.
/// </summary>
internal sealed class CommandMemory
{
    private const int None = -1;

    private readonly CommandId[] _ring;
    private readonly int[] _nextInBucket;
    private readonly int[] _buckets;
    private int _next;

    public CommandMemory(int capacity)
    {
        _ring = new CommandId[capacity];
        _nextInBucket = new int[capacity];
        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity)];
        Array.Fill(_buckets, None);
    }

    /// <summary>Whether the command is new; it is remembered from now on.</summary>
    public bool Remember(CommandId id)
    {
        if (id == default) throw new ArgumentException("A command has an id.", nameof(id));
        ref var bucket = ref _buckets[Bucket(id)];
        for (var place = bucket; place != None; place = _nextInBucket[place])
            if (_ring[place] == id) return false;

        if (_ring[_next] != default) Forget(_next);
        _ring[_next] = id;
        _nextInBucket[_next] = bucket;
        bucket = _next;
        if (++_next == _ring.Length) _next = 0;
        return true;
    }

    /// <summary>What is remembered, oldest first.</summary>
    public ImmutableArray<CommandId> ToImmutable() => [.. _ring.Skip(_next).Concat(_ring.Take(_next)).Where(id => id != default)];

    private void Forget(int oldest)
    {
        ref var link = ref _buckets[Bucket(_ring[oldest])];
        while (link != oldest) link = ref _nextInBucket[link];
        link = _nextInBucket[oldest];
    }

    private int Bucket(CommandId id) => id.Value.GetHashCode() & (_buckets.Length - 1);
}
