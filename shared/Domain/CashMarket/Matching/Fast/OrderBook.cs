using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Fast;

/// <summary>
/// What rests, in memory that is changed in place: this folder is the fast world. Nothing of it leaves the engine except as immutable
/// events, orders and levels. It knows no rules; whoever adds an order has seen to it that it does not cross.
/// </summary>
internal sealed class OrderBook
{
    private const int None = -1;

    private readonly OrderPool _orders = new();
    private readonly PriceLadder _bids = new(OrderSide.Buy);
    private readonly PriceLadder _asks = new(OrderSide.Sell);

    public ref Slot this[int place] => ref _orders[place];

    public PriceLadder Side(OrderSide side) => side == OrderSide.Buy ? _bids : _asks;

    public PriceLadder Against(OrderSide side) => side == OrderSide.Buy ? _asks : _bids;

    /// <summary>The place of an order; −1 when it does not rest.</summary>
    public int Find(OrderId id) => _orders.Find(id);

    /// <summary>Whether an order at a price would trade at once.</summary>
    public bool Crosses(OrderSide side, Ticks price)
    {
        var against = Against(side);
        return against.Count > 0 && against.BestKey >= against.KeyOf(price);
    }

    public Ticks PriceOf(int place)
    {
        var ladder = Side(_orders[place].Side);
        return ladder.PriceOf(ladder[_orders[place].Level].Key);
    }

    /// <summary>Puts an order behind all others of its price.</summary>
    public void Add(in RestingOrder order)
    {
        var ladder = Side(order.Side);
        var place = _orders.Add(order.Id);
        ref var slot = ref _orders[place];
        slot.Level = ladder.FindOrAdd(ladder.KeyOf(order.Price));
        ref var level = ref ladder[slot.Level];
        (slot.Account, slot.Owner, slot.Side, slot.PostOnly) = (order.Account, order.Owner, order.Side, order.PostOnly);
        (slot.Remaining, slot.Previous, slot.Next) = (order.Remaining.Value, level.Last, None);

        if (level.Last == None) level.First = place;
        else _orders[level.Last].Next = place;
        level.Last = place;
        level.Orders++;
        level.Quantity += slot.Remaining;
        ladder.Quantity += slot.Remaining;
    }

    /// <summary>Makes an order smaller, in its place; not to nothing.</summary>
    public void Reduce(int place, long by)
    {
        ref var slot = ref _orders[place];
        var ladder = Side(slot.Side);
        slot.Remaining -= by;
        ladder[slot.Level].Quantity -= by;
        ladder.Quantity -= by;
    }

    /// <summary>Takes an order out.</summary>
    public void Remove(int place)
    {
        ref var slot = ref _orders[place];
        var ladder = Side(slot.Side);
        ref var level = ref ladder[slot.Level];
        if (slot.Previous == None) level.First = slot.Next;
        else _orders[slot.Previous].Next = slot.Next;
        if (slot.Next == None) level.Last = slot.Previous;
        else _orders[slot.Next].Previous = slot.Previous;
        level.Orders--;
        level.Quantity -= slot.Remaining;
        ladder.Quantity -= slot.Remaining;
        if (level.Orders == 0) ladder.Remove(slot.Level);
        _orders.Remove(place);
    }

    public RestingOrder Order(int place)
    {
        ref var slot = ref _orders[place];
        return new(slot.Id, slot.Account, slot.Owner, slot.Side, PriceOf(place), new(slot.Remaining), slot.PostOnly);
    }

    /// <summary>The orders of a side, best price first and oldest first within a price.</summary>
    public IEnumerable<RestingOrder> Orders(OrderSide side)
    {
        var ladder = Side(side);
        foreach (var level in ladder.FromBest())
            for (var place = ladder[level].First; place != None; place = _orders[place].Next)
                yield return Order(place);
    }

    /// <summary>The best levels of a side, at most a number of them.</summary>
    public ImmutableArray<DepthLevel> Levels(OrderSide side, int depth)
    {
        var ladder = Side(side);
        var levels = ImmutableArray.CreateBuilder<DepthLevel>(Math.Min(depth, ladder.Count));
        foreach (var place in ladder.FromBest())
        {
            if (levels.Count == levels.Capacity) break;
            ref var level = ref ladder[place];
            levels.Add(new(ladder.PriceOf(level.Key), new(level.Quantity), level.Orders));
        }

        return levels.MoveToImmutable();
    }
}
