using LiquidityRisk.Domain.CashMarket.Matching.Fast;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>
/// One certificate's market: takes commands one after another and says what happened. The same commands give the same events and the
/// same book, always: it reads no clock, draws nothing at random and computes in whole ticks and lots. Not safe for two threads.
/// </summary>
/// <remarks>
/// <para>Best price first, within a price the oldest first; a trade is at the price of the order that rested. A command is carried out
/// whole or refused, and a refused one leaves the book as it was.</para>
/// <para>A command that comes a second time is not carried out again, also when it was refused before. The engine knows the latest
/// <see cref="MatchingRules.RememberedCommands"/> commands, so that its memory is bounded. Older ones are stopped by the journal, whose
/// entries are numbered: an entry at or before <see cref="Position"/> is not given to the engine.</para>
/// <para>Inside is a fast book that is changed in place (folder <c>Fast</c>); what goes in and comes out is immutable.</para>
/// </remarks>
public sealed class MatchingEngine
{
    private readonly OrderBook _book = new();
    private readonly CommandMemory _memory;
    private readonly Matcher _matcher;
    private readonly BatchCheck _batch;

    /// <summary>Opens an empty market.</summary>
    public MatchingEngine(MatchingRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _memory = new CommandMemory(rules.RememberedCommands);
        _matcher = new Matcher(_book, rules.SelfTrade);
        _batch = new BatchCheck(_book);
    }

    /// <summary>How many commands it has taken, refused ones included and repeated ones not.</summary>
    public long Position { get; private set; }

    /// <summary>The last trade's number; <c>default</c> before the first.</summary>
    public TradeId LastTrade => _matcher.LastTrade == 0 ? default : new(_matcher.LastTrade);

    /// <summary>Highest price bid; null when nobody bids.</summary>
    public Ticks? BestBid => Best(OrderSide.Buy);

    /// <summary>Lowest price asked; null when nobody asks.</summary>
    public Ticks? BestAsk => Best(OrderSide.Sell);

    /// <summary>The fingerprint of the book; reads every order.</summary>
    public StateHash Hash => StateHash.Of(_book.Orders(OrderSide.Buy), _book.Orders(OrderSide.Sell));

    /// <summary>An engine that goes on from a snapshot.</summary>
    /// <exception cref="ArgumentException">The snapshot is of no possible market.</exception>
    public static MatchingEngine Restore(MatchingRules rules, BookSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var engine = new MatchingEngine(rules) { Position = snapshot.Position };
        engine._matcher.LastTrade = snapshot.LastTrade.Value;
        foreach (var id in snapshot.Commands) engine._memory.Remember(id);
        foreach (var order in snapshot.Bids) engine.Put(order, OrderSide.Buy);
        foreach (var order in snapshot.Asks) engine.Put(order, OrderSide.Sell);
        return engine;
    }

    /// <summary>All that another engine needs to go on from here.</summary>
    public BookSnapshot Snapshot() => new(
        Position, LastTrade, [.. _book.Orders(OrderSide.Buy)], [.. _book.Orders(OrderSide.Sell)], _memory.ToImmutable());

    /// <summary>The book by price.</summary>
    /// <param name="levels">How many prices on each side at most.</param>
    public BookDepth Depth(int levels = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(levels);
        return new(_book.Levels(OrderSide.Buy, levels), _book.Levels(OrderSide.Sell, levels));
    }

    /// <summary>What rests on a side, in the order of priority.</summary>
    public IEnumerable<RestingOrder> Orders(OrderSide side) => _book.Orders(side);

    /// <summary>A resting order; null when it does not rest.</summary>
    public RestingOrder? Find(OrderId order) => _book.Find(order) is var place and >= 0 ? _book.Order(place) : null;

    /// <summary>Carries out a command of any kind.</summary>
    /// <exception cref="ArgumentException">The command has no id or is of no known kind.</exception>
    public CommandOutcome Apply(IMarketCommand command, IMarketEventSink sink) => command switch
    {
        PlaceOrder place => Apply(place, sink),
        CancelOrder cancel => Apply(cancel, sink),
        ReplaceOrder replace => Apply(replace, sink),
        PlaceOrders place => Apply(place, sink),
        CancelOrders cancel => Apply(cancel, sink),
        _ => throw new ArgumentException("No such command.", nameof(command)),
    };

    /// <summary>Places an order.</summary>
    /// <exception cref="ArgumentException">The command has no id.</exception>
    public CommandOutcome Apply(in PlaceOrder command, IMarketEventSink sink)
    {
        if (!_memory.Remember(command.Id)) return CommandOutcome.AlreadyApplied;
        Position++;
        if (Fault(command.Order) is { } reason) return Reject(command.Id, reason, command.Order.Id, sink);
        sink.On(new OrderAccepted(command.Id, command.Order));
        _matcher.Arrive(command.Order, sink);
        return CommandOutcome.Applied;
    }

    /// <summary>Places several orders that rest, all or none.</summary>
    /// <exception cref="ArgumentException">The command has no id.</exception>
    public CommandOutcome Apply(in PlaceOrders command, IMarketEventSink sink)
    {
        if (!_memory.Remember(command.Id)) return CommandOutcome.AlreadyApplied;
        Position++;
        if (_batch.Fault(command.Orders) is var (reason, order)) return Reject(command.Id, reason, order, sink);
        foreach (ref readonly var placed in command.Orders.AsSpan())
        {
            sink.On(new OrderAccepted(command.Id, placed));
            _matcher.Arrive(placed, sink);
        }

        return CommandOutcome.Applied;
    }

    /// <summary>Cancels an order.</summary>
    /// <exception cref="ArgumentException">The command has no id.</exception>
    public CommandOutcome Apply(in CancelOrder command, IMarketEventSink sink)
    {
        if (!_memory.Remember(command.Id)) return CommandOutcome.AlreadyApplied;
        Position++;
        var place = _book.Find(command.Order);
        if (Fault(place, command.Account) is { } reason) return Reject(command.Id, reason, command.Order, sink);
        Cancel(place, sink);
        return CommandOutcome.Applied;
    }

    /// <summary>Cancels several orders, all or none.</summary>
    /// <exception cref="ArgumentException">The command has no id.</exception>
    public CommandOutcome Apply(in CancelOrders command, IMarketEventSink sink)
    {
        if (!_memory.Remember(command.Id)) return CommandOutcome.AlreadyApplied;
        Position++;
        if (_batch.Fault(command.Orders) is var (reason, order)) return Reject(command.Id, reason, order, sink);
        foreach (var cancelled in command.Orders) Cancel(_book.Find(cancelled.Order), sink);
        return CommandOutcome.Applied;
    }

    /// <summary>Replaces an order's price or size.</summary>
    /// <exception cref="ArgumentException">The command has no id.</exception>
    public CommandOutcome Apply(in ReplaceOrder command, IMarketEventSink sink)
    {
        if (!_memory.Remember(command.Id)) return CommandOutcome.AlreadyApplied;
        Position++;
        var place = _book.Find(command.Order);
        if (Fault(command, place) is { } reason) return Reject(command.Id, reason, command.Order, sink);
        var before = _book.Order(place);
        if (command.Price == before.Price && command.Remaining < before.Remaining)
        {
            var by = before.Remaining - command.Remaining;
            _book.Reduce(place, by.Value);
            sink.On(new OrderReduced(before.Id, before.Account, before.Side, before.Price, by, command.Remaining, ReduceReason.Requested));
            return CommandOutcome.Applied;
        }

        _book.Remove(place);
        sink.On(new OrderReplaced(command.Id, before, command.Price, command.Remaining));
        _matcher.Arrive(
            new(before.Id, before.Account, before.Owner, before.Side, command.Price, command.Remaining, TimeInForce.GoodTillCancelled, before.PostOnly), sink);
        return CommandOutcome.Applied;
    }

    private static CommandOutcome Reject(CommandId command, RejectReason reason, OrderId order, IMarketEventSink sink)
    {
        sink.On(new CommandRejected(command, reason, order));
        return CommandOutcome.Rejected;
    }

    private RejectReason? Fault(in NewOrder order)
    {
        if (order.Fault() is { } reason) return reason;
        if (_book.Find(order.Id) >= 0) return RejectReason.DuplicateOrder;
        if (order.Limit is not { } limit) return null; // a market order never rests
        if (_book.Side(order.Side).Quantity + order.Quantity.Value > Lots.Max) return RejectReason.BookFull;
        return order.PostOnly && _book.Crosses(order.Side, limit) ? RejectReason.WouldTake : null;
    }

    private RejectReason? Fault(int place, AccountId account)
    {
        if (place < 0) return RejectReason.UnknownOrder;
        return _book[place].Account == account ? null : RejectReason.NotTheAccountsOrder;
    }

    private RejectReason? Fault(in ReplaceOrder command, int place)
    {
        if (command.Remaining.IsZero) return RejectReason.ZeroQuantity;
        if (command.Price == default) return RejectReason.InvalidPrice;
        if (Fault(place, command.Account) is { } reason) return reason;
        ref var slot = ref _book[place];
        if (command.IfRemaining is { } believed && believed.Value != slot.Remaining) return RejectReason.RemainingChanged;
        if (command.Remaining.Value == slot.Remaining && command.Price == _book.PriceOf(place)) return RejectReason.NothingToChange;
        if (_book.Side(slot.Side).Quantity - slot.Remaining + command.Remaining.Value > Lots.Max) return RejectReason.BookFull;
        return slot.PostOnly && _book.Crosses(slot.Side, command.Price) ? RejectReason.WouldTake : null;
    }

    private void Cancel(int place, IMarketEventSink sink)
    {
        var order = _book.Order(place);
        _book.Remove(place);
        sink.On(new OrderCancelled(order.Id, order.Account, order.Side, order.Price, order.Remaining, CancelReason.Requested));
    }

    private void Put(in RestingOrder order, OrderSide side)
    {
        var ladder = _book.Side(side);
        var follows = ladder.Count == 0 || ladder.WorstKey >= ladder.KeyOf(order.Price);
        var sound = order.Side == side && order.Id != default && order.Account != default && order.Owner != default && !order.Remaining.IsZero;
        if (!sound || !follows || _book.Find(order.Id) >= 0 || _book.Crosses(side, order.Price) || ladder.Quantity + order.Remaining.Value > Lots.Max)
            throw new ArgumentException($"Order {order.Id} cannot rest where the snapshot has it.", nameof(order));
        _book.Add(order);
    }

    private Ticks? Best(OrderSide side)
    {
        var ladder = _book.Side(side);
        return ladder.Count == 0 ? null : ladder.PriceOf(ladder.BestKey);
    }
}
