using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket;

/// <summary>An order as a client asks for it, read strictly.</summary>
internal sealed record OrderWish(OrderSide Side, bool IsMarket, Ticks? Limit, Lots Quantity, TimeInForce TimeInForce, bool PostOnly)
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="CashMarketRefusedException">A member is at fault; it is named.</exception>
    public static OrderWish Read(OrderRequest request)
    {
        var side = request.Side switch
        {
            "BUY" => OrderSide.Buy,
            "SELL" => OrderSide.Sell,
            _ => throw Refusals.Malformed("side", "One of BUY, SELL is expected."),
        };
        var isMarket = request.Type switch
        {
            null or "limit" => false,
            "market" => true,
            _ => throw Refusals.Malformed("type", "One of limit, market is expected."),
        };
        var price = ReadPrice(request.Price);
        if (price is null && !isMarket) throw Refusals.Malformed("price", "A limit order has a price.");
        if (price is null && side == OrderSide.Buy) throw Refusals.Malformed("price", "A market order to buy names the worst price to pay.");
        var quantity = ReadQuantity("quantity", request.Quantity) ?? throw Refusals.Malformed("quantity", "A whole number of certificates above 0 is expected.");
        var time = request.TimeInForce switch
        {
            null => isMarket ? TimeInForce.ImmediateOrCancel : TimeInForce.GoodTillCancelled,
            "GTC" when !isMarket => TimeInForce.GoodTillCancelled,
            "IOC" => TimeInForce.ImmediateOrCancel,
            "FOK" => TimeInForce.FillOrKill,
            "GTC" => throw Refusals.Malformed("time_in_force", "A market order never waits: IOC or FOK is expected."),
            _ => throw Refusals.Malformed("time_in_force", "One of GTC, IOC, FOK is expected."),
        };
        var postOnly = request.PostOnly ?? false;
        if (postOnly && (isMarket || time != TimeInForce.GoodTillCancelled)) throw Refusals.Of(RejectReason.ContradictoryTerms);
        return new(side, isMarket, price, quantity, time, postOnly);
    }

    /// <summary>A price; null when absent.</summary>
    public static Ticks? ReadPrice(decimal? euros) =>
        euros is not { } given ? null
        : Ticks.TryFromEuros(given, out var price) ? price
        : throw Refusals.Malformed("price", FormattableString.Invariant($"A price is in whole cents, from EUR 0.01 to EUR {Ticks.Max * Ticks.Euro:N0}."));

    /// <summary>A number of certificates above 0; null when absent.</summary>
    public static Lots? ReadQuantity(string field, decimal? lots) =>
        lots is not { } given ? null
        : given is >= 1 and <= MaxQuantity && given % 1 == 0 ? new Lots((long)given)
        : throw Refusals.Malformed(field, FormattableString.Invariant($"A whole number of certificates from 1 to {MaxQuantity:N0} is expected."));

    /// <summary>The order, for an account.</summary>
    public NewOrder Order(OrderId id, AccountId account, OwnerId owner) => new(id, account, owner, Side, Limit, Quantity, TimeInForce, PostOnly);

    private const long MaxQuantity = 1_000_000_000;
}
