using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>
/// Whether an order would meet one of its own owner before it has traded whole. The engine never lets the two trade; whoever asks first can
/// say so instead of having the order cut short.
/// </summary>
public static class OwnOrders
{
    /// <summary>The first order of the same owner that an arriving order would meet; null when it meets none.</summary>
    /// <param name="owner">Whose order arrives.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="limit">Its worst price; null for any.</param>
    /// <param name="quantity">How much.</param>
    /// <param name="opposite">What rests on the other side, in the order of priority.</param>
    public static RestingOrder? Met(OwnerId owner, OrderSide side, Ticks? limit, Lots quantity, IEnumerable<RestingOrder> opposite)
    {
        ArgumentNullException.ThrowIfNull(opposite);
        var left = quantity.Value;
        foreach (var order in opposite)
        {
            var reaches = limit is not { } worst || (side == OrderSide.Buy ? order.Price <= worst : order.Price >= worst);
            if (left <= 0 || !reaches) return null;
            if (order.Owner == owner) return order;
            left -= order.Remaining.Value;
        }

        return null;
    }
}
