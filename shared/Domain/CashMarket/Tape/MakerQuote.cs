using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>A market maker's best prices beside those of the whole book, its own orders included. <c>default</c> is an empty book.</summary>
/// <param name="Bid">Highest bid of all; null when nobody bids.</param>
/// <param name="Ask">Lowest ask of all; null when nobody asks.</param>
/// <param name="OwnBid">The maker's highest bid; null when it has none.</param>
/// <param name="OwnAsk">The maker's lowest ask; null when it has none.</param>
public readonly record struct MakerQuote(Ticks? Bid, Ticks? Ask, Ticks? OwnBid, Ticks? OwnAsk)
{
    /// <summary>Whether one of the maker's orders rests at the best price of its side.</summary>
    public bool IsAtTop => (OwnBid is { } bid && bid == Bid) || (OwnAsk is { } ask && ask == Ask);

    /// <summary>
    /// How far the maker's best price is from half-way between the best bid and ask, relative to it: its nearer side when it quotes
    /// both. Null when it quotes nothing or a side of the book is empty.
    /// </summary>
    public BasisPoints? SpreadToMid
    {
        get
        {
            if (Bid is not { } bid || Ask is not { } ask) return null;
            var mid = HalfTicks.Midpoint(bid, ask).Value;
            long? below = OwnBid is { } b ? mid - (2L * b.Value) : null, above = OwnAsk is { } a ? (2L * a.Value) - mid : null;
            return (below, above) is (null, null) ? null : new BasisPoints(Math.Min(below ?? long.MaxValue, above ?? long.MaxValue) * 10_000.0 / mid);
        }
    }

    /// <summary>The quote of a maker.</summary>
    /// <param name="book">The book; its best prices are enough.</param>
    /// <param name="own">All that the maker has in it.</param>
    public static MakerQuote Of(BookDepth book, IEnumerable<RestingOrder> own)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(own);
        Ticks? bid = null, ask = null;
        foreach (var order in own)
        {
            if (order.Side == OrderSide.Buy) bid = bid is { } best && best >= order.Price ? best : order.Price;
            else ask = ask is { } best && best <= order.Price ? best : order.Price;
        }

        return new(book.Bids.IsEmpty ? null : book.Bids[0].Price, book.Asks.IsEmpty ? null : book.Asks[0].Price, bid, ask);
    }
}
