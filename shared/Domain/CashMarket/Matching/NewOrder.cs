using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>What somebody wants to trade.</summary>
/// <param name="Id">
/// Its number. One that rests is refused; that the number of an order that is gone is not used again is up to whoever gives numbers.
/// </param>
/// <param name="Account">Whose assets it uses.</param>
/// <param name="Owner">Who is behind the account; it never trades with orders of the same owner.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Limit">Worst price; null is a market order, which takes any price and never rests.</param>
/// <param name="Quantity">How much.</param>
/// <param name="TimeInForce">What becomes of the part that does not trade at once.</param>
/// <param name="PostOnly">Whether it may only rest: refused when it would trade at once. Kept when the order is replaced.</param>
public readonly record struct NewOrder(
    OrderId Id,
    AccountId Account,
    OwnerId Owner,
    OrderSide Side,
    Ticks? Limit,
    Lots Quantity,
    TimeInForce TimeInForce = TimeInForce.GoodTillCancelled,
    bool PostOnly = false)
{
    /// <summary>What is wrong with the order whatever the book; null when nothing is.</summary>
    internal RejectReason? Fault()
    {
        if (Id == default || Account == default || Owner == default) return RejectReason.IncompleteOrder;
        if (Quantity.IsZero) return RejectReason.ZeroQuantity;
        if (Limit is { Value: 0 }) return RejectReason.InvalidPrice;
        if (PostOnly && (Limit is null || TimeInForce != TimeInForce.GoodTillCancelled)) return RejectReason.ContradictoryTerms;
        return null;
    }
}

/// <summary>An order that waits in the book.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Account">Whose assets it uses.</param>
/// <param name="Owner">Who is behind the account.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">Where it rests.</param>
/// <param name="Remaining">What is left of it; never zero.</param>
/// <param name="PostOnly">Whether it may only rest.</param>
public readonly record struct RestingOrder(
    OrderId Id, AccountId Account, OwnerId Owner, OrderSide Side, Ticks Price, Lots Remaining, bool PostOnly);
