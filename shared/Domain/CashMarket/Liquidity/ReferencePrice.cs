using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>The price that levels are measured from.</summary>
/// <param name="Price">The price, exactly.</param>
/// <param name="Source">Where it was taken from.</param>
public readonly record struct ReferencePrice(HalfTicks Price, ReferenceSource Source)
{
    /// <summary>
    /// The best reference there is, in the order of <see cref="ReferenceSource"/>; null when there is none. A maker's own quotes do not
    /// count, nor do those of another account of its owner: makers would chase their own prices.
    /// </summary>
    /// <param name="book">The market.</param>
    /// <param name="makers">All makers, active or not.</param>
    /// <param name="settings">How old a trade may be, and the default prices.</param>
    /// <param name="now">The time of asking.</param>
    public static ReferencePrice? Choose(
        BookView book, IEnumerable<LiquidityMaker> makers, LiquiditySettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(makers);
        ArgumentNullException.ThrowIfNull(settings);
        var (accounts, owners) = (new HashSet<AccountId>(), new HashSet<OwnerId>());
        foreach (var maker in makers)
        {
            accounts.Add(maker.Account);
            owners.Add(maker.Owner);
        }

        var others = book.SpreadOf(o => !accounts.Contains(o.Account) && !owners.Contains(o.Owner));
        if (others is { IsCrossed: false, Mid: { } mid }) return new(mid, ReferenceSource.Midpoint);
        if (book.LastTrade is { } trade && trade.At <= now && now - trade.At <= settings.MaxTradeAge)
            return new(HalfTicks.Of(trade.Price), ReferenceSource.LastTrade);
        return settings.DefaultPrices.TryGetValue(book.Certificate, out var price)
            ? new(HalfTicks.Of(price), ReferenceSource.Default)
            : null;
    }
}

/// <summary>Where a reference price was taken from, best first.</summary>
public enum ReferenceSource
{
    /// <summary>Half-way between the best bid and the best ask of those who are not makers.</summary>
    Midpoint,

    /// <summary>The last trade, when it is recent.</summary>
    LastTrade,

    /// <summary>The configured price.</summary>
    Default,
}
