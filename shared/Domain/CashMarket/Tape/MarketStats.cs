using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>A market's last 24 hours in figures. What there is nothing of is null, never 0.</summary>
/// <remarks>
/// Exact to the minute: the 24 hours are the 1,440 minutes of the clock that end with the running one, so they begin between 23:59 and
/// 24:00 hours before <see cref="AsOf"/>. Within them every trade counts once and nothing is estimated.
/// </remarks>
/// <param name="AsOf">When it stood so.</param>
/// <param name="Last">Price of the last trade, however old; null when there was none.</param>
/// <param name="Before">Price of the last trade before the 24 hours; null when there was none.</param>
/// <param name="Change">Last minus before in ticks.</param>
/// <param name="RelativeChange">The change relative to the price before.</param>
/// <param name="High">Highest price of the 24 hours.</param>
/// <param name="Low">Lowest price of the 24 hours.</param>
/// <param name="Volume">What was traded in the 24 hours; stays at <see cref="Lots.Max"/> when it was more.</param>
/// <param name="Turnover">What was paid in the 24 hours, exactly, in EUR.</param>
/// <param name="Trades">How many trades in the 24 hours.</param>
/// <param name="Bid">Highest bid.</param>
/// <param name="Ask">Lowest ask.</param>
/// <param name="Spread">Ask minus bid in ticks.</param>
/// <param name="RelativeSpread">The spread relative to half-way between bid and ask.</param>
/// <param name="BidDepth">Value in EUR of all bids at most 0.5 % below half-way between bid and ask, each at its price.</param>
/// <param name="AskDepth">Value in EUR of all asks at most 0.5 % above half-way between bid and ask, each at its price.</param>
public sealed record MarketStats(
    DateTimeOffset AsOf,
    Ticks? Last,
    Ticks? Before,
    int? Change,
    BasisPoints? RelativeChange,
    Ticks? High,
    Ticks? Low,
    Lots? Volume,
    Money? Turnover,
    int? Trades,
    Ticks? Bid,
    Ticks? Ask,
    int? Spread,
    BasisPoints? RelativeSpread,
    Money? BidDepth,
    Money? AskDepth);
