using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Accounts;

/// <summary>Whether an account may place something, and what it has to reserve first.</summary>
/// <param name="Lock">What to reserve; none when it needs nothing or is refused.</param>
/// <param name="Refusal">Why not; null when it may.</param>
public sealed record PlacingDecision(AssetAmounts Lock, AccountRefusal? Refusal);

/// <summary>
/// Checks orders against the account they would use, before they are sent. It does not repeat what the market checks itself
/// (<see cref="RejectReason"/>).
/// </summary>
public static class Placing
{
    /// <summary>Whether an account may place these orders as one command.</summary>
    /// <returns>
    /// Refused with <see cref="OrderOfAnotherAccount"/>, <see cref="SideNotAllowed"/>, <see cref="BuyWithoutLimit"/> (give the order the worst
    /// price to pay as its limit, immediate-or-cancel; what it trades better is given back) or <see cref="InsufficientAssets"/>.
    /// </returns>
    public static PlacingDecision Check(Account account, CertificateType certificate, params ImmutableArray<NewOrder> orders)
    {
        ArgumentNullException.ThrowIfNull(account);
        var need = AssetAmounts.None;
        foreach (var order in orders)
        {
            if (order.Account != account.Id || order.Owner != account.Owner) return Refused(new OrderOfAnotherAccount(order.Id));
            if (!account.Kind.MayPlace(order.Side)) return Refused(new SideNotAllowed(account.Kind, order.Side));
            if (order is { Side: OrderSide.Buy, Limit: null }) return Refused(new BuyWithoutLimit(order.Id));
            need = need.Plus(OrderLock.Of(certificate, order.Side, order.Limit, order.Quantity));
        }

        return Decide(account, need);
    }

    /// <summary>Whether an account may replace a resting order; the lock is what the new one needs more than the old one.</summary>
    /// <returns>Refused with <see cref="OrderOfAnotherAccount"/>, <see cref="SideNotAllowed"/> or <see cref="InsufficientAssets"/>.</returns>
    public static PlacingDecision CheckReplacement(Account account, CertificateType certificate, RestingOrder order, Ticks price, Lots remaining)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (order.Account != account.Id) return Refused(new OrderOfAnotherAccount(order.Id));
        if (!account.Kind.MayPlace(order.Side)) return Refused(new SideNotAllowed(account.Kind, order.Side));
        var more = OrderLock.Of(certificate, order.Side, price, remaining) - OrderLock.Of(certificate, order);
        return more.IsNegative ? new(AssetAmounts.None, null) : Decide(account, AssetAmounts.Sum(more));
    }

    /// <summary>What an account has not available of some amounts; null when it has all.</summary>
    internal static InsufficientAssets? Missing(Account account, AssetAmounts amounts)
    {
        var missing = amounts.Present
            .Select(a => new AssetShortfall(a, account.Holdings[a.Asset].Available))
            .Where(s => s.Required > s.Available)
            .ToImmutableArray();
        return missing.IsEmpty ? null : new(missing);
    }

    private static PlacingDecision Decide(Account account, AssetAmounts need) =>
        Missing(account, need) is { } insufficient ? Refused(insufficient) : new(need, null);

    private static PlacingDecision Refused(AccountRefusal why) => new(AssetAmounts.None, why);
}
