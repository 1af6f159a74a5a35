using System.Text;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>
/// Trades on a market by name and tells what happened. <c>ann</c> is an account; <c>ann/2</c> is another account of the same owner.
/// Orders are numbered from 1 in the order in which they are placed.
/// </summary>
internal sealed class Desk(IMarket market)
{
    private readonly MarketEventList _events = [];
    private long _orders;
    private int _commands;

    public IMarket Market => market;

    /// <summary>The last command's events, one a line.</summary>
    public string Story => string.Join('\n', _events.Select(Line));

    /// <summary>The book as a table: sizes of the orders of each price, oldest first.</summary>
    public string Book
    {
        get
        {
            var text = new StringBuilder();
            var sides = market.Asks.Concat(market.Bids).GroupBy(o => o.Price).OrderByDescending(g => g.Key);
            foreach (var level in sides)
            {
                string Sizes(OrderSide side) => string.Join(' ', level.Where(o => o.Side == side).Select(o => o.Remaining));
                text.Append($"{Sizes(OrderSide.Buy),8} | {level.Key} | {Sizes(OrderSide.Sell)}".TrimEnd()).Append('\n');
            }

            return text.ToString().TrimEnd('\n');
        }
    }

    public static AccountId Account(string who) => new(Id(who));

    public static OwnerId Owner(string who) => new(Id(who.Split('/')[0]));

    public static CommandId Command(long number) => new(new Guid(0, 0, 0, BitConverter.GetBytes(number)));

    public NewOrder Order(string who, OrderSide side, long lots, decimal? price, TimeInForce tif = TimeInForce.GoodTillCancelled, bool postOnly = false) =>
        new(new OrderId(++_orders), Account(who), Owner(who), side, price is { } p ? Price(p) : null, new Lots(lots), tif, postOnly);

    public Desk Buy(string who, long lots, decimal? price = null, TimeInForce tif = TimeInForce.GoodTillCancelled, bool postOnly = false) =>
        Send(id => new PlaceOrder(id, Order(who, OrderSide.Buy, lots, price, tif, postOnly)));

    public Desk Sell(string who, long lots, decimal? price = null, TimeInForce tif = TimeInForce.GoodTillCancelled, bool postOnly = false) =>
        Send(id => new PlaceOrder(id, Order(who, OrderSide.Sell, lots, price, tif, postOnly)));

    public Desk Cancel(string who, long order) => Send(id => new CancelOrder(id, new OrderId(order), Account(who)));

    public Desk CancelMany(params (string Who, long Order)[] orders) =>
        Send(id => new CancelOrders(id, [.. orders.Select(o => new OwnedOrder(new OrderId(o.Order), Account(o.Who)))]));

    public Desk PlaceMany(params NewOrder[] orders) => Send(id => new PlaceOrders(id, [.. orders]));

    public Desk Replace(string who, long order, long lots, decimal price, long? believed = null) =>
        Send(id => new ReplaceOrder(id, new OrderId(order), Account(who), Price(price), new Lots(lots), believed is { } b ? new Lots(b) : null));

    public Desk Send(Func<CommandId, IMarketCommand> make)
    {
        _events.Clear();
        market.Apply(make(Command(++_commands)), _events);
        return this;
    }

    public static Ticks Price(decimal euros) => Ticks.TryFromEuros(euros, out var ticks) ? ticks : throw new ArgumentOutOfRangeException(nameof(euros));

    /// <summary>An event in a few words.</summary>
    public static string Line(IMarketEvent happened) => happened switch
    {
        OrderAccepted e => $"{e.Order.Id} accepted",
        OrderRested e => $"{e.Order.Id} rests {e.Order.Remaining} at {e.Order.Price}",
        TradeExecuted e => $"{e.Taker} takes {e.Quantity} from {e.Maker} at {e.Price}",
        OrderReduced e => $"{e.Order} reduced by {e.By} to {e.Remaining}: {e.Reason}",
        OrderCancelled e => $"{e.Order} cancelled {e.Quantity}: {e.Reason}",
        OrderReplaced e => $"{e.Before.Id} replaced: {e.Remaining} at {e.Price}",
        CommandRejected e => $"refused for {e.Order}: {e.Reason}",
        _ => throw new ArgumentException("No such event.", nameof(happened)),
    };

    private static Guid Id(string who)
    {
        var bytes = new byte[16];
        Encoding.ASCII.GetBytes(who, bytes);
        return new Guid(bytes);
    }
}
