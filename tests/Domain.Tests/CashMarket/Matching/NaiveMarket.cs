using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>
/// The market's rules written as they are said: two sorted lists and a loop. Slow, and meant to be right at first sight. It shares
/// with the engine only what an order is and which orders are senseless by themselves.
/// </summary>
internal sealed class NaiveMarket(SelfTradePolicy policy) : IMarket
{
    private readonly HashSet<CommandId> _done = [];
    private readonly List<RestingOrder> _bids = [];
    private readonly List<RestingOrder> _asks = [];
    private long _trades;

    public IEnumerable<RestingOrder> Bids => _bids;

    public IEnumerable<RestingOrder> Asks => _asks;

    public IReadOnlyList<RestingOrder> SideOf(OrderSide side) => List(side);

    public CommandOutcome Apply(IMarketCommand command, IMarketEventSink sink)
    {
        if (!_done.Add(command.Id)) return CommandOutcome.AlreadyApplied;
        if (Fault(command) is var (reason, order))
        {
            sink.On(new CommandRejected(command.Id, reason, order));
            return CommandOutcome.Rejected;
        }

        switch (command)
        {
            case PlaceOrder place: Place(place.Id, place.Order, sink); break;
            case PlaceOrders place: foreach (var o in place.Orders) Place(place.Id, o, sink); break;
            case CancelOrder cancel: Cancel(cancel.Order, sink); break;
            case CancelOrders cancel: foreach (var o in cancel.Orders) Cancel(o.Order, sink); break;
            case ReplaceOrder replace: Replace(replace, sink); break;
        }

        return CommandOutcome.Applied;
    }

    private (RejectReason Reason, OrderId Order)? Fault(IMarketCommand command)
    {
        switch (command)
        {
            case PlaceOrder { Order: var o }:
                return Fault(o) is { } fault ? (fault, o.Id) : null;
            case PlaceOrders { Orders.Length: 0 } or CancelOrders { Orders.Length: 0 }:
                return (RejectReason.EmptyBatch, default);
            case PlaceOrders many:
                var before = new List<NewOrder>();
                foreach (var o in many.Orders)
                {
                    if (BatchFault(o, before) is { } bad) return (bad, o.Id);
                    before.Add(o);
                }

                return null;
            case CancelOrder { Order: var id, Account: var account }:
                return Fault(id, account) is { } refused ? (refused, id) : null;
            case CancelOrders many:
                for (var i = 0; i < many.Orders.Length; i++)
                {
                    var (id, account) = many.Orders[i];
                    if (many.Orders.Take(i).Any(o => o.Order == id)) return (RejectReason.DuplicateOrder, id);
                    if (Fault(id, account) is { } bad) return (bad, id);
                }

                return null;
            case ReplaceOrder replace:
                return Fault(replace) is { } reason ? (reason, replace.Order) : null;
            default:
                throw new ArgumentException("No such command.", nameof(command));
        }
    }

    private RejectReason? Fault(in NewOrder o)
    {
        if (o.Fault() is { } senseless) return senseless;
        if (Find(o.Id) is not null) return RejectReason.DuplicateOrder;
        if (o.Limit is not null && Total(o.Side) + o.Quantity.Value > Lots.Max) return RejectReason.BookFull;
        return o.PostOnly && WouldTrade(o.Side, o.Limit) ? RejectReason.WouldTake : null;
    }

    private RejectReason? BatchFault(NewOrder o, List<NewOrder> before)
    {
        if (o.Fault() is { } senseless) return senseless;
        if (o.Limit is null || o.TimeInForce != TimeInForce.GoodTillCancelled) return RejectReason.NotResting;
        if (Find(o.Id) is not null || before.Exists(b => b.Id == o.Id)) return RejectReason.DuplicateOrder;
        if (Total(o.Side) + before.Where(b => b.Side == o.Side).Sum(b => b.Quantity.Value) + o.Quantity.Value > Lots.Max) return RejectReason.BookFull;
        if (WouldTrade(o.Side, o.Limit)) return RejectReason.WouldTake;
        var meets = before.Exists(b => b.Side != o.Side && (o.Side == OrderSide.Buy ? b.Limit!.Value <= o.Limit.Value : b.Limit!.Value >= o.Limit.Value));
        return meets ? RejectReason.BatchCrossesItself : null;
    }

    private RejectReason? Fault(OrderId id, AccountId account)
    {
        if (Find(id) is not { } o) return RejectReason.UnknownOrder;
        return o.Account == account ? null : RejectReason.NotTheAccountsOrder;
    }

    private RejectReason? Fault(ReplaceOrder replace)
    {
        if (replace.Remaining.IsZero) return RejectReason.ZeroQuantity;
        if (replace.Price == default) return RejectReason.InvalidPrice;
        if (Fault(replace.Order, replace.Account) is { } refused) return refused;
        var o = Find(replace.Order)!.Value;
        if (replace.IfRemaining is { } believed && believed != o.Remaining) return RejectReason.RemainingChanged;
        if (replace.Price == o.Price && replace.Remaining == o.Remaining) return RejectReason.NothingToChange;
        if (Total(o.Side) - o.Remaining.Value + replace.Remaining.Value > Lots.Max) return RejectReason.BookFull;
        return o.PostOnly && WouldTrade(o.Side, replace.Price) ? RejectReason.WouldTake : null;
    }

    private void Place(CommandId command, NewOrder o, IMarketEventSink sink)
    {
        sink.On(new OrderAccepted(command, o));
        Match(o, sink);
    }

    private void Cancel(OrderId id, IMarketEventSink sink)
    {
        var o = Find(id)!.Value;
        List(o.Side).Remove(o);
        sink.On(new OrderCancelled(o.Id, o.Account, o.Side, o.Price, o.Remaining, CancelReason.Requested));
    }

    private void Replace(ReplaceOrder replace, IMarketEventSink sink)
    {
        var o = Find(replace.Order)!.Value;
        if (replace.Price == o.Price && replace.Remaining < o.Remaining)
        {
            Shrink(o, o.Remaining - replace.Remaining);
            sink.On(new OrderReduced(o.Id, o.Account, o.Side, o.Price, o.Remaining - replace.Remaining, replace.Remaining, ReduceReason.Requested));
            return;
        }

        List(o.Side).Remove(o);
        sink.On(new OrderReplaced(replace.Id, o, replace.Price, replace.Remaining));
        Match(new NewOrder(o.Id, o.Account, o.Owner, o.Side, replace.Price, replace.Remaining, PostOnly: o.PostOnly), sink);
    }

    private void Match(NewOrder o, IMarketEventSink sink)
    {
        var left = o.Quantity;
        if (o.TimeInForce == TimeInForce.FillOrKill && Tradable(o) < left.Value)
        {
            sink.On(new OrderCancelled(o.Id, o.Account, o.Side, o.Limit, left, CancelReason.FillOrKill));
            return;
        }

        var opposite = List(Opposite(o.Side));
        while (!left.IsZero && WouldTrade(o.Side, o.Limit))
        {
            var first = opposite[0];
            var both = Lots.Min(left, first.Remaining);
            if (first.Owner != o.Owner)
            {
                Shrink(first, both);
                left -= both;
                sink.On(new TradeExecuted(
                    new TradeId(++_trades), first.Id, first.Account, o.Id, o.Account, o.Side, first.Price, both, first.Remaining - both, left));
                continue;
            }

            if (policy == SelfTradePolicy.CancelNewest)
            {
                sink.On(new OrderCancelled(o.Id, o.Account, o.Side, o.Limit, left, CancelReason.SelfTrade));
                return;
            }

            if (policy == SelfTradePolicy.CancelOldest || both == first.Remaining)
            {
                opposite.RemoveAt(0);
                sink.On(new OrderCancelled(first.Id, first.Account, first.Side, first.Price, first.Remaining, CancelReason.SelfTrade));
            }
            else
            {
                Shrink(first, both);
                sink.On(new OrderReduced(first.Id, first.Account, first.Side, first.Price, both, first.Remaining - both, ReduceReason.SelfTrade));
            }

            if (policy != SelfTradePolicy.DecrementAndCancel) continue;
            left -= both;
            if (left.IsZero) sink.On(new OrderCancelled(o.Id, o.Account, o.Side, o.Limit, both, CancelReason.SelfTrade));
            else sink.On(new OrderReduced(o.Id, o.Account, o.Side, o.Limit, both, left, ReduceReason.SelfTrade));
        }

        if (left.IsZero) return;
        if (o.Limit is null) sink.On(new OrderCancelled(o.Id, o.Account, o.Side, null, left, CancelReason.BookExhausted));
        else if (o.TimeInForce == TimeInForce.ImmediateOrCancel)
            sink.On(new OrderCancelled(o.Id, o.Account, o.Side, o.Limit, left, CancelReason.ImmediateOrCancel));
        else Rest(new RestingOrder(o.Id, o.Account, o.Owner, o.Side, o.Limit.Value, left, o.PostOnly), sink);
    }

    private void Rest(RestingOrder o, IMarketEventSink sink)
    {
        var list = List(o.Side);
        var worse = list.FindIndex(r => o.Side == OrderSide.Buy ? r.Price < o.Price : r.Price > o.Price);
        list.Insert(worse < 0 ? list.Count : worse, o);
        sink.On(new OrderRested(o));
    }

    private void Shrink(RestingOrder o, Lots by)
    {
        var list = List(o.Side);
        var at = list.IndexOf(o);
        if (by == o.Remaining) list.RemoveAt(at);
        else list[at] = o with { Remaining = o.Remaining - by };
    }

    // What a fill-or-kill order could get: under all policies but cancel-oldest, what stands before the first order of its own owner.
    private long Tradable(NewOrder o)
    {
        var within = List(Opposite(o.Side)).TakeWhile(r => o.Limit is not { } limit || (o.Side == OrderSide.Buy ? r.Price <= limit : r.Price >= limit));
        var others = policy == SelfTradePolicy.CancelOldest ? within.Where(r => r.Owner != o.Owner) : within.TakeWhile(r => r.Owner != o.Owner);
        return others.Sum(r => r.Remaining.Value);
    }

    private bool WouldTrade(OrderSide side, Ticks? limit)
    {
        var opposite = List(Opposite(side));
        if (opposite.Count == 0) return false;
        if (limit is not { } price) return true;
        return side == OrderSide.Buy ? opposite[0].Price <= price : opposite[0].Price >= price;
    }

    private long Total(OrderSide side)
    {
        var total = 0L;
        foreach (var o in List(side)) total += o.Remaining.Value;
        return total;
    }

    private RestingOrder? Find(OrderId id)
    {
        foreach (var o in _bids) if (o.Id == id) return o;
        foreach (var o in _asks) if (o.Id == id) return o;
        return null;
    }

    private List<RestingOrder> List(OrderSide side) => side == OrderSide.Buy ? _bids : _asks;

    private static OrderSide Opposite(OrderSide side) => side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
}
