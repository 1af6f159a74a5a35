using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>What an order binds of its account while it waits or trades.</summary>
public static class OrderLock
{
    /// <summary>
    /// A sell order binds its certificates, a buy order their cost at its limit. A buy order without a limit binds nothing: it pays for its
    /// trades from what is available.
    /// </summary>
    /// <param name="certificate">In which market.</param>
    /// <param name="side">Buy or sell.</param>
    /// <param name="limit">Its limit; null for a market order.</param>
    /// <param name="quantity">What is left to trade.</param>
    public static AssetAmount Of(CertificateType certificate, OrderSide side, Ticks? limit, Lots quantity)
    {
        if (side == OrderSide.Sell) return AssetAmount.Of(certificate, quantity);
        return limit is { } price ? AssetAmount.Cost(price, quantity) : AssetAmount.Zero(Asset.Eur);
    }

    /// <summary>What a resting order binds.</summary>
    public static AssetAmount Of(CertificateType certificate, in RestingOrder order) =>
        Of(certificate, order.Side, order.Price, order.Remaining);
}
