using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching.Tests;

/// <summary>What somebody means to do, in numbers that are easy to draw and to shrink; what it comes to depends on the book.</summary>
/// <param name="Kind">0 to 99: what to do.</param>
/// <param name="Price">−8 to 8 ticks from EUR 70.</param>
/// <param name="Lots">1 to 20.</param>
/// <param name="Who">0 to 5: one of six accounts of four owners.</param>
/// <param name="Pick">0 to 999: which order or which variant.</param>
public readonly record struct Intent(int Kind, int Price, int Lots, int Who, int Pick)
{
    public static Intent Draw(Random random) =>
        new(random.Next(100), random.Next(-8, 9), random.Next(1, 21), random.Next(6), random.Next(1_000));
}

/// <summary>Makes commands of intents, given the book of a naive market.</summary>
/// <param name="market">The market whose orders are cancelled and replaced.</param>
/// <param name="spread">Ticks between two neighbouring prices of the intents; above 1 an order lies anywhere between them.</param>
internal sealed class CommandMaker(NaiveMarket market, int spread = 1)
{
    private static readonly string[] Accounts = ["ann", "ann/2", "bob", "bob/2", "kim", "lea"];
    private static readonly AccountId[] AccountIds = [.. Accounts.Select(Desk.Account)];
    private static readonly OwnerId[] OwnerIds = [.. Accounts.Select(Desk.Owner)];

    private long _orders;
    private long _commands;
    private IMarketCommand? _earlier;

    public static OwnerId OwnerOf(AccountId account) => OwnerIds[Array.IndexOf(AccountIds, account)];

    /// <summary>The command of an intent. The shallower the book should stay, the more intents to place become cancellations.</summary>
    public IMarketCommand Make(Intent intent, int depth)
    {
        if (intent.Kind >= 97 && _earlier is { } again) return again;
        var id = Desk.Command(++_commands);
        var full = market.SideOf(OrderSide.Buy).Count + market.SideOf(OrderSide.Sell).Count > depth;
        IMarketCommand command = intent.Kind switch
        {
            < 60 when full && intent.Pick % 4 != 0 => Cancel(id, intent),
            < 40 => new PlaceOrder(id, Order(intent, TimeInForce.GoodTillCancelled)),
            < 45 => new PlaceOrder(id, Order(intent, TimeInForce.ImmediateOrCancel)),
            < 50 => new PlaceOrder(id, Order(intent, TimeInForce.FillOrKill)),
            < 55 => new PlaceOrder(id, Order(intent, TimeInForce.GoodTillCancelled) with { PostOnly = true }),
            < 60 => new PlaceOrder(id, Order(intent, (TimeInForce)(intent.Pick % 3)) with { Limit = null }),
            < 74 => Cancel(id, intent),
            < 86 => Replace(id, intent),
            < 90 => new PlaceOrders(id, [.. Enumerable.Range(0, 1 + (intent.Pick % 5)).Select(i => BatchOrder(intent, i))]),
            < 93 => CancelMany(id, intent),
            _ => Senseless(id, intent),
        };
        if (intent.Pick % 7 == 0) _earlier = command;
        return command;
    }

    private NewOrder Order(in Intent intent, TimeInForce tif) => new(
        new OrderId(++_orders),
        AccountIds[intent.Who],
        OwnerIds[intent.Who],
        (OrderSide)(intent.Pick % 2),
        Price(intent),
        new Lots(intent.Lots),
        tif);

    private NewOrder BatchOrder(in Intent intent, int step)
    {
        var side = (OrderSide)((intent.Pick + step) % 2);
        var away = side == OrderSide.Buy ? -1 - step : 1 + step;
        return Order(intent, TimeInForce.GoodTillCancelled) with { Side = side, Limit = new Ticks(Price(intent).Value + (away * (intent.Pick % 4))) };
    }

    private IMarketCommand Cancel(CommandId id, in Intent intent) => Resting(intent.Pick) is { } order
        ? new CancelOrder(id, order.Id, intent.Kind == 73 ? AccountIds[intent.Who] : order.Account)
        : new CancelOrder(id, new OrderId(1 + intent.Pick), AccountIds[intent.Who]);

    private CancelOrders CancelMany(CommandId id, in Intent intent)
    {
        var orders = new List<OwnedOrder>();
        for (var i = 0; i <= intent.Pick % 4; i++)
            if (Resting(intent.Pick + (i * intent.Lots)) is { } order) orders.Add(new(order.Id, order.Account));
        return new(id, [.. orders]);
    }

    private IMarketCommand Replace(CommandId id, in Intent intent)
    {
        if (Resting(intent.Pick) is not { } order) return Cancel(id, intent);
        var samePrice = intent.Kind % 2 == 0;
        return new ReplaceOrder(
            id, order.Id, order.Account, samePrice ? order.Price : Price(intent), new Lots(intent.Lots), intent.Pick % 5 == 0 ? new Lots(5) : null);
    }

    private IMarketCommand Senseless(CommandId id, in Intent intent) => (intent.Pick % 5) switch
    {
        0 => new PlaceOrder(id, Order(intent, TimeInForce.GoodTillCancelled) with { Quantity = default }),
        1 => new PlaceOrder(id, Order(intent, TimeInForce.FillOrKill) with { PostOnly = true }),
        2 => new PlaceOrder(id, Order(intent, TimeInForce.GoodTillCancelled) with { Id = Resting(intent.Pick)?.Id ?? default }),
        3 => new PlaceOrder(id, Order(intent, TimeInForce.GoodTillCancelled) with { Quantity = new Lots(Lots.Max) }),
        _ => new CancelOrder(id, new OrderId(long.MaxValue - intent.Pick), AccountIds[intent.Who]),
    };

    private Ticks Price(in Intent intent) => new(7_000 + (intent.Price * spread) + (intent.Pick % spread));

    private RestingOrder? Resting(int pick)
    {
        var (bids, asks) = (market.SideOf(OrderSide.Buy), market.SideOf(OrderSide.Sell));
        if (bids.Count + asks.Count == 0) return null;
        var at = pick % (bids.Count + asks.Count);
        return at < bids.Count ? bids[at] : asks[at - bids.Count];
    }
}
