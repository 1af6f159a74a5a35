namespace LiquidityRisk.Domain.CashMarket.Matching.Fast;

/// <summary>Lets an arriving order trade with a book by price, then time, and rests or cancels what is left.</summary>
internal sealed class Matcher(OrderBook book, SelfTradePolicy policy)
{
    private const int None = -1;

    /// <summary>Number of the last trade; 0 before the first.</summary>
    public long LastTrade { get; set; }

    /// <summary>Takes in an order that has been found without fault.</summary>
    public void Arrive(in NewOrder order, IMarketEventSink sink)
    {
        var against = book.Against(order.Side);
        var worst = order.Limit is { } limit ? against.KeyOf(limit) : int.MinValue;
        var remaining = order.Quantity.Value;
        if (order.TimeInForce == TimeInForce.FillOrKill && !CanTradeWhole(order, against, worst))
        {
            Cancel(order, remaining, CancelReason.FillOrKill, sink);
            return;
        }

        while (remaining > 0 && against.Count > 0 && against.BestKey >= worst)
        {
            var first = against.Best.First;
            if (book[first].Owner != order.Owner) remaining = Trade(order, remaining, first, against, sink);
            else if (policy == SelfTradePolicy.CancelOldest) CancelResting(first, against, sink);
            else if (policy == SelfTradePolicy.DecrementAndCancel) remaining = Decrement(order, remaining, first, against, sink);
            else
            {
                Cancel(order, remaining, CancelReason.SelfTrade, sink);
                return;
            }
        }

        if (remaining > 0) Leave(order, remaining, sink);
    }

    private long Trade(in NewOrder taker, long remaining, int place, PriceLadder against, IMarketEventSink sink)
    {
        ref var maker = ref book[place];
        var traded = Math.Min(remaining, maker.Remaining);
        var trade = new TradeExecuted(
            new(++LastTrade),
            maker.Id,
            maker.Account,
            taker.Id,
            taker.Account,
            taker.Side,
            against.PriceOf(against.BestKey),
            new(traded),
            new(maker.Remaining - traded),
            new(remaining - traded));
        TakeOff(place, traded);
        sink.On(trade);
        return remaining - traded;
    }

    private long Decrement(in NewOrder order, long remaining, int place, PriceLadder against, IMarketEventSink sink)
    {
        ref var resting = ref book[place];
        var both = Math.Min(remaining, resting.Remaining);
        if (both == resting.Remaining) CancelResting(place, against, sink);
        else
        {
            sink.On(new OrderReduced(
                resting.Id, resting.Account, resting.Side, against.PriceOf(against.BestKey), new(both), new(resting.Remaining - both), ReduceReason.SelfTrade));
            book.Reduce(place, both);
        }

        remaining -= both;
        if (remaining == 0) Cancel(order, both, CancelReason.SelfTrade, sink);
        else sink.On(new OrderReduced(order.Id, order.Account, order.Side, order.Limit, new(both), new(remaining), ReduceReason.SelfTrade));
        return remaining;
    }

    private void TakeOff(int place, long quantity)
    {
        if (book[place].Remaining == quantity) book.Remove(place);
        else book.Reduce(place, quantity);
    }

    private void CancelResting(int place, PriceLadder against, IMarketEventSink sink)
    {
        ref var resting = ref book[place];
        sink.On(new OrderCancelled(
            resting.Id, resting.Account, resting.Side, against.PriceOf(against.BestKey), new(resting.Remaining), CancelReason.SelfTrade));
        book.Remove(place);
    }

    private void Leave(in NewOrder order, long remaining, IMarketEventSink sink)
    {
        if (order.Limit is not { } price) Cancel(order, remaining, CancelReason.BookExhausted, sink);
        else if (order.TimeInForce == TimeInForce.ImmediateOrCancel) Cancel(order, remaining, CancelReason.ImmediateOrCancel, sink);
        else
        {
            var resting = new RestingOrder(order.Id, order.Account, order.Owner, order.Side, price, new(remaining), order.PostOnly);
            book.Add(resting);
            sink.On(new OrderRested(resting));
        }
    }

    private static void Cancel(in NewOrder order, long quantity, CancelReason reason, IMarketEventSink sink) =>
        sink.On(new OrderCancelled(order.Id, order.Account, order.Side, order.Limit, new(quantity), reason));

    /// <summary>
    /// Whether an order meets enough before its limit. Orders of its own owner are passed over when they would be cancelled; under
    /// the other policies the order would not trade whole after meeting one.
    /// </summary>
    private bool CanTradeWhole(in NewOrder order, PriceLadder against, int worst)
    {
        var missing = order.Quantity.Value;
        foreach (var at in against.FromBest())
        {
            ref var level = ref against[at];
            if (level.Key < worst) return false;
            for (var place = level.First; place != None; place = book[place].Next)
            {
                if (book[place].Owner != order.Owner) missing -= book[place].Remaining;
                else if (policy != SelfTradePolicy.CancelOldest) return false;
                if (missing <= 0) return true;
            }
        }

        return false;
    }
}
