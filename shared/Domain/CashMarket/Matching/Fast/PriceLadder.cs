using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Fast;

/// <summary>All orders of one price: a queue through the pool. Links are places in the pool; −1 is none.</summary>
internal struct Level
{
    public int Key;
    public int First;
    public int Last;
    public int Orders;
    public long Quantity;
}

/// <summary>
/// The price levels of one side: sorted keys in chunks of at most 64, the best key last, and beside each key where its level lives.
/// Orders keep the place of their level, so that trading and cancelling at a level that stays search nothing.
/// </summary>
/// <remarks>
/// Prices are held as keys, price for bids and minus price for asks, so that on both sides a higher key is a better price. A book whose
/// prices are near each other is a few chunks, and as orders come and go near the best price almost every search ends in the last one.
/// A sparse book is more chunks and no empty steps, which is where an array of all ticks with a bitmap fails; a new or emptied level
/// moves at most 64 keys wherever it is, which is where one sorted array fails; and a search reads two short runs of memory, where a
/// tree or a skip list reads a node at each step. A chunk that is full is split in halves and an empty one is taken away; chunks are
/// not joined again, so that a side that has been thinned out evenly searches more of them than it needs.
/// </remarks>
internal sealed class PriceLadder(OrderSide side)
{
    private const int None = -1;

    private readonly ChunkedKeys _keys = new();
    private Level[] _levels = new Level[64];
    private int _firstFree = None;
    private int _used;
    private int _best;

    /// <summary>How many levels there are.</summary>
    public int Count => _keys.Count;

    /// <summary>Sum of all levels.</summary>
    public long Quantity { get; set; }

    /// <summary>Key of the best level; there is one.</summary>
    public int BestKey { get; private set; }

    /// <summary>Key of the worst level; there is one.</summary>
    public int WorstKey => _keys.Lowest;

    /// <summary>The best level; there is one.</summary>
    public ref Level Best => ref _levels[_best];

    public ref Level this[int place] => ref _levels[place];

    public int KeyOf(Ticks price) => side == OrderSide.Buy ? price.Value : -price.Value;

    public Ticks PriceOf(int key) => new(side == OrderSide.Buy ? key : -key);

    /// <summary>The places of all levels, the best first.</summary>
    public ChunkedKeys.Walk FromBest() => _keys.FromHighest();

    /// <summary>The place of the level of a key, made if there is none.</summary>
    public int FindOrAdd(int key)
    {
        if (Count > 0 && key == BestKey) return _best;
        ref var place = ref _keys.FindOrAdd(key, out var added);
        if (added)
        {
            place = NewLevel(key);
            if (Count == 1 || key > BestKey) (BestKey, _best) = (key, place);
        }

        return place;
    }

    /// <summary>Takes away a level that has become empty.</summary>
    public void Remove(int place)
    {
        _keys.Remove(_levels[place].Key);
        if (place == _best && Count > 0) (BestKey, _best) = _keys.Highest;
        _levels[place].First = _firstFree;
        _firstFree = place;
    }

    private int NewLevel(int key)
    {
        var place = _firstFree;
        if (place != None) _firstFree = _levels[place].First;
        else
        {
            if (_used == _levels.Length) Array.Resize(ref _levels, _used * 2);
            place = _used++;
        }

        _levels[place] = new Level { Key = key, First = None, Last = None };
        return place;
    }
}
