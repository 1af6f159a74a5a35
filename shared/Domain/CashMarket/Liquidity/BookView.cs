using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>A market as it stood when somebody looked.</summary>
/// <param name="Certificate">Which market.</param>
/// <param name="Bids">Buy orders in the order of priority.</param>
/// <param name="Asks">Sell orders in the order of priority.</param>
/// <param name="LastTrade">The last trade; null when there was none.</param>
/// <param name="AsOf">When it stood so.</param>
public sealed record BookView(
    CertificateType Certificate,
    ImmutableArray<RestingOrder> Bids,
    ImmutableArray<RestingOrder> Asks,
    LastTrade? LastTrade,
    DateTimeOffset AsOf)
{
    /// <summary>The best prices of all orders.</summary>
    public BookSpread Spread => SpreadOf(_ => true);

    /// <summary>The best prices of some orders.</summary>
    internal BookSpread SpreadOf(Func<RestingOrder, bool> counts)
    {
        Ticks? bid = null, ask = null;
        foreach (var order in Bids)
            if (counts(order) && (bid is not { } best || order.Price > best)) bid = order.Price;
        foreach (var order in Asks)
            if (counts(order) && (ask is not { } best || order.Price < best)) ask = order.Price;
        return new(bid, ask);
    }
}

/// <summary>A trade that was.</summary>
/// <param name="Price">At which price.</param>
/// <param name="At">When.</param>
public readonly record struct LastTrade(Ticks Price, DateTimeOffset At);

/// <summary>The best prices of a market. <c>default</c> is an empty one.</summary>
/// <param name="Bid">Highest bid; null when nobody bids.</param>
/// <param name="Ask">Lowest ask; null when nobody asks.</param>
public readonly record struct BookSpread(Ticks? Bid, Ticks? Ask)
{
    /// <summary>Whether somebody bids at least what another asks, which no market that matches leaves standing.</summary>
    public bool IsCrossed => Bid is { } bid && Ask is { } ask && bid >= ask;

    /// <summary>Half-way; null when a side is empty.</summary>
    public HalfTicks? Mid => Bid is { } bid && Ask is { } ask ? HalfTicks.Midpoint(bid, ask) : null;

    /// <summary>Ask minus bid in ticks; null when a side is empty.</summary>
    public int? Width => Bid is { } bid && Ask is { } ask ? ask - bid : null;

    /// <summary>The width relative to the midpoint, a statistic; null when a side is empty.</summary>
    public BasisPoints? Relative => Mid is { } mid && Width is { } width ? new BasisPoints(width * 20_000.0 / mid.Value) : null;

    /// <summary>The best prices with further orders in the book.</summary>
    public BookSpread With(Ticks? bid, Ticks? ask) => new(
        Bid is { } b && (bid is not { } newBid || b > newBid) ? b : bid,
        Ask is { } a && (ask is not { } newAsk || a < newAsk) ? a : ask);
}
