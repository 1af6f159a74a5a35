using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Tests;

/// <summary>Random commands of four accounts of three owners, of every kind, some of them senseless.</summary>
internal sealed class RandomCommands(int seed)
{
    private readonly Random _random = new(seed);
    private int _commands;

    public static AccountId Account(int number) => new(DerivedIds.Derive("account", $"{number}"));

    public static OwnerId Owner(int number) => new(DerivedIds.Derive("owner", $"{Math.Min(number, 2)}"));

    public CommandId NextId() => DerivedIds.Command("random", $"{seed}", $"{++_commands}");

    /// <summary>A command for a market as it stands.</summary>
    public IMarketCommand Make(CommandId id, MarketReplica market)
    {
        var resting = market.Orders(OrderSide.Buy).Concat(market.Orders(OrderSide.Sell)).ToList();
        var picked = resting.Count > 0 ? resting[_random.Next(resting.Count)] : default;
        return _random.Next(100) switch
        {
            < 45 => new PlaceOrder(id, Order(market, 0)),
            < 55 => new PlaceOrder(id, Order(market, 0) with { TimeInForce = (TimeInForce)_random.Next(3) }),
            < 60 => new PlaceOrder(id, Order(market, 0) with { PostOnly = true }),
            < 65 => new PlaceOrder(id, Order(market, 0) with { Limit = null, TimeInForce = TimeInForce.ImmediateOrCancel }),
            < 75 => new CancelOrder(id, picked.Id, picked.Account),
            < 85 => new ReplaceOrder(id, picked.Id, picked.Account, Price(), new Lots(_random.Next(1, 30)), _random.Next(2) == 0 ? picked.Remaining : null),
            < 90 => new CancelOrders(id, [.. resting.Take(_random.Next(4)).Select(o => new OwnedOrder(o.Id, o.Account))]),
            < 97 => new PlaceOrders(id, [.. Enumerable.Range(0, _random.Next(1, 5)).Select(i => Order(market, i) with { Side = OrderSide.Buy })]),
            _ => new CancelOrder(id, new OrderId(long.MaxValue), Account(0)),
        };
    }

    private NewOrder Order(MarketReplica market, int index)
    {
        var who = _random.Next(4);
        return new(
            OrderNumbers.At(market.Position + 1, index), Account(who), Owner(who), (OrderSide)_random.Next(2), Price(), new Lots(_random.Next(1, 30)));
    }

    private Ticks Price() => new(7_000 + _random.Next(-8, 9));
}
