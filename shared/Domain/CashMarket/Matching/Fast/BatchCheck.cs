using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Fast;

/// <summary>Whether several orders can be placed or cancelled as one. Changes nothing; the first order at fault decides.</summary>
internal sealed class BatchCheck(OrderBook book)
{
    private readonly HashSet<OrderId> _seen = [];

    public (RejectReason Reason, OrderId Order)? Fault(ImmutableArray<NewOrder> orders)
    {
        if (orders.IsDefaultOrEmpty) return (RejectReason.EmptyBatch, default);
        _seen.Clear();
        var (highestBid, lowestAsk) = (0, int.MaxValue);
        var (bids, asks) = (book.Side(OrderSide.Buy).Quantity, book.Side(OrderSide.Sell).Quantity);
        foreach (ref readonly var order in orders.AsSpan())
        {
            if (Fault(order) is { } reason) return (reason, order.Id);
            ref var side = ref order.Side == OrderSide.Buy ? ref bids : ref asks;
            side += order.Quantity.Value;
            if (side > Lots.Max) return (RejectReason.BookFull, order.Id);
            var price = order.Limit!.Value;
            if (book.Crosses(order.Side, price)) return (RejectReason.WouldTake, order.Id);
            if (order.Side == OrderSide.Buy) highestBid = Math.Max(highestBid, price.Value);
            else lowestAsk = Math.Min(lowestAsk, price.Value);
            if (highestBid >= lowestAsk) return (RejectReason.BatchCrossesItself, order.Id);
        }

        return null;
    }

    public (RejectReason Reason, OrderId Order)? Fault(ImmutableArray<OwnedOrder> orders)
    {
        if (orders.IsDefaultOrEmpty) return (RejectReason.EmptyBatch, default);
        _seen.Clear();
        foreach (var (order, account) in orders)
        {
            if (!_seen.Add(order)) return (RejectReason.DuplicateOrder, order);
            var place = book.Find(order);
            if (place < 0) return (RejectReason.UnknownOrder, order);
            if (book[place].Account != account) return (RejectReason.NotTheAccountsOrder, order);
        }

        return null;
    }

    private RejectReason? Fault(in NewOrder order)
    {
        if (order.Fault() is { } reason) return reason;
        if (order.Limit is null || order.TimeInForce != TimeInForce.GoodTillCancelled) return RejectReason.NotResting;
        return !_seen.Add(order.Id) || book.Find(order.Id) >= 0 ? RejectReason.DuplicateOrder : null;
    }
}
