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
/// The price levels of one side: a sorted array of prices whose last one is the best, and beside it where each level lives. Orders
/// keep the place of their level, so that trading and cancelling at a level that stays search nothing.
/// </summary>
/// <remarks>
/// Prices are held as keys, price for bids and minus price for asks, so that on both sides a higher key is a better price.
/// Looking for a price gallops from the best and costs the logarithm of how many levels are better; a new or emptied level moves
/// only the levels that are better than it. Both are next to nothing where orders come and go, near the best price. A dense book is
/// a short array, because prices are whole ticks: a market of EUR 70 has 7,000 below it. A sparse one costs 4 bytes a level and no
/// empty steps, which is where an array of all ticks with a bitmap fails; a tree would bound the move of an outlying level by its
/// height, yet pays with scattered reads on every step of the common case. The worst case is a level far from the best of a very
/// wide book: 8 bytes are moved for each better one, about a microsecond for 10,000.
/// </remarks>
internal sealed class PriceLadder(OrderSide side)
{
    private const int None = -1;

    private int[] _keys = new int[64];
    private int[] _places = new int[64];
    private Level[] _levels = new Level[64];
    private int _firstFree = None;
    private int _used;

    /// <summary>How many levels there are.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of all levels.</summary>
    public long Quantity { get; set; }

    /// <summary>Key of the best level; there is one.</summary>
    public int BestKey => _keys[Count - 1];

    /// <summary>The best level; there is one.</summary>
    public ref Level Best => ref _levels[_places[Count - 1]];

    public ref Level this[int place] => ref _levels[place];

    public int KeyOf(Ticks price) => side == OrderSide.Buy ? price.Value : -price.Value;

    public Ticks PriceOf(int key) => new(side == OrderSide.Buy ? key : -key);

    /// <summary>The level that is a number of steps from the best; 0 is the best.</summary>
    public ref Level FromBest(int steps) => ref _levels[_places[Count - 1 - steps]];

    /// <summary>The place of the level of a key, made if there is none.</summary>
    public int FindOrAdd(int key)
    {
        var at = LowerBound(key);
        if (at < Count && _keys[at] == key) return _places[at];
        var place = NewLevel(key);
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _places, Count * 2);
        }

        if (at < Count)
        {
            Array.Copy(_keys, at, _keys, at + 1, Count - at);
            Array.Copy(_places, at, _places, at + 1, Count - at);
        }

        (_keys[at], _places[at]) = (key, place);
        Count++;
        return place;
    }

    /// <summary>Takes away a level that has become empty.</summary>
    public void Remove(int place)
    {
        var at = LowerBound(_levels[place].Key);
        Count--;
        if (at < Count)
        {
            Array.Copy(_keys, at + 1, _keys, at, Count - at);
            Array.Copy(_places, at + 1, _places, at, Count - at);
        }

        _levels[place].First = _firstFree;
        _firstFree = place;
    }

    /// <summary>Where the first key is that is not below a key; <see cref="Count"/> when all are.</summary>
    private int LowerBound(int key)
    {
        var (high, step) = (Count, 1);
        var low = high - 1;
        while (low >= 0 && _keys[low] >= key)
        {
            (high, low) = (low, low - step);
            step *= 2;
        }

        low = Math.Max(low + 1, 0);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_keys[middle] >= key) high = middle;
            else low = middle + 1;
        }

        return low;
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
