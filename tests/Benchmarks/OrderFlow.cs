using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;
using Price = LiquidityRisk.Units.Ticks;

namespace LiquidityRisk.Benchmarks;

/// <summary>
/// Orders to a market, drawn once and sent many times: half of them place, the others cancel, replace and take, so that about the same
/// number of orders rests throughout. Prices crowd near the best one or, in a sparse flow, are anywhere in a wide range.
/// </summary>
internal sealed class OrderFlow
{
    private const int Accounts = 64;
    private const int Middle = 500_000;

    private static readonly AccountId[] AccountIds = [.. Enumerable.Range(1, Accounts).Select(i => new AccountId(Uuid(i)))];
    private static readonly OwnerId[] OwnerIds = [.. Enumerable.Range(1, Accounts).Select(i => new OwnerId(Uuid(i)))];

    private readonly Op[] _ops;

    private OrderFlow(Op[] ops, int opening) => (_ops, Opening) = (ops, opening);

    private enum Kind : byte
    {
        Place,
        Take,
        Cancel,
        Replace,
    }

    /// <summary>How many of the first commands only fill the book.</summary>
    public int Opening { get; }

    public int Count => _ops.Length;

    /// <summary>Shares of the kinds after the opening.</summary>
    public string Mix => string.Join(", ", _ops.Skip(Opening).GroupBy(o => o.Kind).OrderBy(g => g.Key)
        .Select(g => FormattableString.Invariant($"{g.Key.ToString().ToLowerInvariant()} {100.0 * g.Count() / (Count - Opening):0} %")));

    public static OrderFlow Draw(int seed, int resting, int count, bool sparse)
    {
        var random = new Random(seed);
        var engine = new MatchingEngine(MatchingRules.Standard);
        var sink = new LiveOrders();
        var ops = new Op[resting + count];
        for (var i = 0; i < ops.Length; i++)
        {
            ops[i] = Next(random, sink, i < resting ? 0 : sink.Count > resting ? 58 : 42, sparse, i + 1);
            Send(engine, ops[i], i, sink);
        }

        return new OrderFlow(ops, resting);
    }

    public void Send(MatchingEngine engine, int at, IMarketEventSink sink) => Send(engine, _ops[at], at, sink);

    private static Op Next(Random random, LiveOrders live, int leaving, bool sparse, int order)
    {
        var draw = random.Next(100);
        var side = (OrderSide)random.Next(2);
        var account = (byte)random.Next(Accounts);
        var away = sparse ? random.Next(1, 400_000) : 1 + (int)(-20 * Math.Log(1 - random.NextDouble()));
        var price = side == OrderSide.Buy ? Middle - away : Middle + away;
        if (draw < leaving - 12 && live.Any(random) is { } cancelled) return Of(Kind.Cancel, cancelled, cancelled.Remaining);
        if (draw < leaving - 6 && live.Any(random) is { } replaced)
            return Of(Kind.Replace, replaced with { Price = new(random.Next(2) == 0 ? replaced.Price.Value : Math.Max(1, replaced.Price.Value - 1)) }, new(random.Next(1, 20)));
        return draw < leaving
            ? new(Kind.Take, side, account, order, side == OrderSide.Buy ? Price.Max : 1, random.Next(1, 30))
            : new(Kind.Place, side, account, order, price, random.Next(1, 20));
    }

    private static Op Of(Kind kind, RestingOrder order, Lots lots) =>
        new(kind, order.Side, (byte)Array.IndexOf(AccountIds, order.Account), (int)order.Id.Value, order.Price.Value, (int)lots.Value);

    private static void Send(MatchingEngine engine, in Op op, int at, IMarketEventSink sink)
    {
        var id = new CommandId(Uuid(at + 1));
        var order = new OrderId(op.Order);
        switch (op.Kind)
        {
            case Kind.Cancel:
                engine.Apply(new CancelOrder(id, order, AccountIds[op.Account]), sink);
                break;
            case Kind.Replace:
                engine.Apply(new ReplaceOrder(id, order, AccountIds[op.Account], new(op.Price), new(op.Lots)), sink);
                break;
            default:
                var tif = op.Kind == Kind.Take ? TimeInForce.ImmediateOrCancel : TimeInForce.GoodTillCancelled;
                engine.Apply(new PlaceOrder(id, new(order, AccountIds[op.Account], OwnerIds[op.Account], op.Side, new Price(op.Price), new(op.Lots), tif)), sink);
                break;
        }
    }

    // Spread over the bits, as drawn ids would be.
    private static Guid Uuid(int number)
    {
        unchecked
        {
            var mixed = (uint)number * 2_654_435_761U;
            return new Guid(mixed, (ushort)(mixed >> 16), (ushort)number, 1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    private readonly record struct Op(Kind Kind, OrderSide Side, byte Account, int Order, int Price, int Lots);

    /// <summary>The orders that rest, by what was told of them.</summary>
    private sealed class LiveOrders : IMarketEventSink
    {
        private readonly List<RestingOrder> _orders = [];
        private readonly Dictionary<OrderId, int> _places = [];

        public int Count => _orders.Count;

        public RestingOrder? Any(Random random) => _orders.Count == 0 ? null : _orders[random.Next(_orders.Count)];

        public void On(in OrderAccepted happened)
        {
        }

        public void On(in OrderRested happened)
        {
            _places[happened.Order.Id] = _orders.Count;
            _orders.Add(happened.Order);
        }

        public void On(in TradeExecuted happened)
        {
            if (happened.MakerRemaining.IsZero) Remove(happened.Maker);
        }

        public void On(in OrderReduced happened)
        {
        }

        public void On(in OrderCancelled happened) => Remove(happened.Order);

        public void On(in OrderReplaced happened) => Remove(happened.Before.Id);

        public void On(in CommandRejected happened)
        {
        }

        private void Remove(OrderId id)
        {
            if (!_places.Remove(id, out var at)) return;
            var last = _orders[^1];
            _orders.RemoveAt(_orders.Count - 1);
            if (last.Id == id) return;
            _orders[at] = last;
            _places[last.Id] = at;
        }
    }
}
