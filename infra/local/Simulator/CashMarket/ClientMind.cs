using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Flows.CashMarket;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>Decides what a simulated client does next: take, move or cancel an order, or place one.</summary>
internal sealed class ClientMind(Dice dice)
{
    /// <summary>Orders of one client that wait in one market, at most.</summary>
    public const int MostOpen = 6;

    private const int SmallestLots = 10;
    private const double Informed = 0.6;
    private const double Outlier = 0.02;

    /// <summary>The next action; null for none.</summary>
    public ClientIntent? Decide(ClientStyle style, ClientView view)
    {
        if (dice.Chance(style.TakeShare) && Take(style, view) is { } taking) return taking;
        if (Stale(style, view) is { } stale) return dice.Chance(0.3) ? new CancelIntent(stale.Id) : Move(style, view, stale);
        if (view.Own.Count >= MostOpen) return new CancelIntent(view.Own[0].Id);
        if (view.Own.Count > 1 && dice.Chance(0.1)) return new CancelIntent(view.Own.MaxBy(o => Distance(view, o))!.Id);
        return Rest(style, view);
    }

    // At the best price or a little worse, for whoever has an opinion in its direction; nobody pays far more than it is worth.
    private PlaceIntent? Take(ClientStyle style, ClientView view)
    {
        var mid = (view.Bid + view.Ask) / 2.0 ?? view.Fair;
        var side = dice.Chance(Informed) ? (view.Fair > mid ? OrderSide.Buy : OrderSide.Sell) : Side(view);
        var direction = side == OrderSide.Buy ? 1 : -1;
        if ((side == OrderSide.Buy ? view.Ask : view.Bid) is not { } best) return null;
        if (direction * (best - view.Fair) > Outlier * view.Fair) return null;
        var limit = best + (direction * (int)Math.Floor(4 * dice.Share()));
        if (view.OwnBest(Opposite(side)) is { } own && direction * (limit - own) >= 0) return null;
        if (Quantity(style, view, side, limit) is not { } quantity) return null;
        return new(new(Word(side), dice.Chance(0.25) ? "market" : "limit", Euros(limit), quantity, "IOC", null));
    }

    // The worst of what is on the wrong side of fair or far behind the others.
    private static OrderRecord? Stale(ClientStyle style, ClientView view)
    {
        var farthest = 8 * MeanDistance(style, view);
        double Badness(OrderRecord order) => Distance(view, order) is var d && d < 0 ? 1 - d : d / farthest;
        return view.Own.MaxBy(Badness) is { } worst && Badness(worst) > 1 ? worst : null;
    }

    private ClientIntent? Move(ClientStyle style, ClientView view, OrderRecord order)
    {
        var price = Price(style, view, order.Side);
        return price == order.Limit?.Value
            ? new CancelIntent(order.Id)
            : new ReplaceIntent(order.Id, new(Euros(price), null, order.Remaining.Value));
    }

    private PlaceIntent? Rest(ClientStyle style, ClientView view)
    {
        var side = Side(view);
        var price = Price(style, view, side);
        return Quantity(style, view, side, price) is { } quantity ? new(new(Word(side), "limit", Euros(price), quantity, "GTC", PostOnly: true)) : null;
    }

    // Whoever has more money than certificates rather buys.
    private OrderSide Side(ClientView view)
    {
        var (money, certificates) = ((double)view.Euros / 2, (double)view.Certificates * view.Fair * (double)Ticks.Euro);
        var buys = money + certificates > 0 ? Math.Clamp(money / (money + certificates), 0.1, 0.9) : 0.5;
        return dice.Chance(buys) ? OrderSide.Buy : OrderSide.Sell;
    }

    private int Price(ClientStyle style, ClientView view, OrderSide side)
    {
        var distance = 1 + (MeanDistance(style, view) * dice.Wait(1));
        return side == OrderSide.Buy
            ? Math.Max(1, Math.Min((int)Math.Floor(view.Fair - distance), (view.Ask ?? int.MaxValue) - 1))
            : Math.Max((int)Math.Ceiling(view.Fair + distance), (view.Bid ?? 0) + 1);
    }

    private long? Quantity(ClientStyle style, ClientView view, OrderSide side, int price)
    {
        var euros = style.MedianEuros * Math.Min(10, dice.Factor(style.SizeLogSd));
        var affordable = side == OrderSide.Buy ? view.Euros / Euros(price) / 2 : view.Certificates / 2;
        var lots = Math.Min((decimal)(euros / (double)Euros(price)), affordable);
        var rounded = (long)(lots / SmallestLots) * SmallestLots;
        return rounded > 0 ? rounded : null;
    }

    private static double MeanDistance(ClientStyle style, ClientView view) => Math.Max(1, style.DistanceBps * view.Fair / 10_000);

    private static double Distance(ClientView view, OrderRecord order) =>
        order.Limit is not { } limit ? 0 : order.Side == OrderSide.Buy ? view.Fair - limit.Value : limit.Value - view.Fair;

    private static OrderSide Opposite(OrderSide side) => side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;

    private static string Word(OrderSide side) => MarketAnswers.Of(side);

    private static decimal Euros(int ticks) => ticks * Ticks.Euro;
}
