using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Fast;

/// <summary>A resting order in memory. Links are places in the pool; −1 is none.</summary>
internal struct Slot
{
    public OrderId Id;
    public AccountId Account;
    public OwnerId Owner;
    public long Remaining;
    public int Level;
    public int Previous;
    public int Next;
    public int NextInBucket;
    public OrderSide Side;
    public bool PostOnly;
}

/// <summary>
/// The memory of all resting orders of a book and the index by order id. Orders live in one array that grows by doubling; freed
/// places are used again, so that a book in a steady state allocates nothing. The index is a hash table whose chains run through
/// the orders themselves.
/// </summary>
internal sealed class OrderPool
{
    private const int None = -1;

    private Slot[] _slots = new Slot[1_024];
    private int[] _buckets = NewBuckets(2_048);
    private int _shift = 64 - 11;
    private int _firstFree = None;
    private int _used;

    public ref Slot this[int place] => ref _slots[place];

    public int Find(OrderId id)
    {
        for (var place = _buckets[Bucket(id)]; place != None; place = _slots[place].NextInBucket)
            if (_slots[place].Id == id) return place;
        return None;
    }

    /// <summary>A place for an order that is not in the pool; the caller fills in all but the id.</summary>
    public int Add(OrderId id)
    {
        var place = _firstFree;
        if (place != None) _firstFree = _slots[place].Next;
        else
        {
            if (_used == _slots.Length) Grow();
            place = _used++;
        }

        _slots[place].Id = id;
        ref var bucket = ref _buckets[Bucket(id)];
        _slots[place].NextInBucket = bucket;
        bucket = place;
        return place;
    }

    public void Remove(int place)
    {
        ref var slot = ref _slots[place];
        ref var link = ref _buckets[Bucket(slot.Id)];
        while (link != place) link = ref _slots[link].NextInBucket;
        link = slot.NextInBucket;
        slot.Id = default;
        slot.Next = _firstFree;
        _firstFree = place;
    }

    private static int[] NewBuckets(int count)
    {
        var buckets = new int[count];
        Array.Fill(buckets, None);
        return buckets;
    }

    private int Bucket(OrderId id)
    {
        unchecked // a hash wraps
        {
            return (int)(((ulong)id.Value * 0x9E37_79B9_7F4A_7C15UL) >> _shift);
        }
    }

    private void Grow()
    {
        Array.Resize(ref _slots, _slots.Length * 2);
        _buckets = NewBuckets(_buckets.Length * 2);
        _shift--;
        for (var place = 0; place < _used; place++) // all are in use, or there would have been a free one
        {
            ref var bucket = ref _buckets[Bucket(_slots[place].Id)];
            _slots[place].NextInBucket = bucket;
            bucket = place;
        }
    }
}
