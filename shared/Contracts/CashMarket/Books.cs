namespace LiquidityRisk.Contracts.CashMarket;

/// <summary>A certificate's order book by price.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="Seq">Place in the market's journal; topic messages after it continue from here.</param>
/// <param name="AsOf">When the book last changed; null before the first order.</param>
/// <param name="Bids">Highest price first.</param>
/// <param name="Asks">Lowest price first.</param>
/// <param name="Mid">Half-way between the best prices in EUR; null when a side is empty.</param>
/// <param name="Spread">Best ask minus best bid in EUR; null when a side is empty.</param>
/// <param name="SpreadBps">The same relative to the mid, in basis points.</param>
/// <param name="LastPrice">Price of the last trade in EUR; null before the first.</param>
public sealed record BookAnswer(
    string CertificateType,
    long Seq,
    DateTimeOffset? AsOf,
    IReadOnlyList<BookLevelAnswer> Bids,
    IReadOnlyList<BookLevelAnswer> Asks,
    decimal? Mid,
    decimal? Spread,
    double? SpreadBps,
    decimal? LastPrice);

/// <summary>All orders of one price.</summary>
/// <param name="Price">EUR for one certificate.</param>
/// <param name="Quantity">Certificates; 0 in a change means that the level is gone.</param>
/// <param name="Orders">How many orders.</param>
public sealed record BookLevelAnswer(decimal Price, long Quantity, int Orders);

/// <summary>News of the topic <c>market.{certificate}.book</c>: the levels that changed, whole book deep.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="Bids">Changed bid levels.</param>
/// <param name="Asks">Changed ask levels.</param>
/// <param name="LastPrice">Price of the last trade in EUR; null before the first.</param>
public sealed record BookChangePayload(
    string CertificateType, IReadOnlyList<BookLevelAnswer> Bids, IReadOnlyList<BookLevelAnswer> Asks, decimal? LastPrice);

/// <summary>A trade; also the news of the topic <c>market.{certificate}.trades</c>.</summary>
/// <param name="Id">Its number in the market, from 1.</param>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="Price">EUR for one certificate.</param>
/// <param name="Quantity">Certificates.</param>
/// <param name="Side">What the arriving order did: BUY or SELL.</param>
/// <param name="At">When.</param>
public sealed record TradeAnswer(long Id, string CertificateType, decimal Price, long Quantity, string Side, DateTimeOffset At);

/// <summary>The last trades of a market.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="Items">Newest first.</param>
public sealed record TradeListAnswer(string CertificateType, IReadOnlyList<TradeAnswer> Items);

/// <summary>A market over the last 24 hours, to the minute. What is not there is null.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="LastPrice">EUR.</param>
/// <param name="Change">Last price minus the price 24 hours before, EUR.</param>
/// <param name="ChangePercent">The same in percent.</param>
/// <param name="High">Highest price, EUR.</param>
/// <param name="Low">Lowest price, EUR.</param>
/// <param name="Volume">Certificates traded.</param>
/// <param name="TurnoverEur">Their value.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="BestBid">EUR.</param>
/// <param name="BestAsk">EUR.</param>
/// <param name="Spread">EUR.</param>
/// <param name="SpreadBps">Basis points of the mid.</param>
/// <param name="BidDepthEur">Value of bids within 0.5 % of the mid.</param>
/// <param name="AskDepthEur">Value of asks within 0.5 % of the mid.</param>
public sealed record MarketStatsAnswer(
    string CertificateType,
    DateTimeOffset AsOf,
    decimal? LastPrice,
    decimal? Change,
    double? ChangePercent,
    decimal? High,
    decimal? Low,
    long Volume,
    decimal TurnoverEur,
    int Trades,
    decimal? BestBid,
    decimal? BestAsk,
    decimal? Spread,
    double? SpreadBps,
    decimal? BidDepthEur,
    decimal? AskDepthEur);

/// <summary>Prices over time. Intervals without trades are left out.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="Interval">1m, 1h or 1d.</param>
/// <param name="Items">Oldest first; the last one may still be open.</param>
public sealed record CandleListAnswer(string CertificateType, string Interval, IReadOnlyList<CandleAnswer> Items);

/// <summary>The trades of one interval.</summary>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="Open">First price, EUR.</param>
/// <param name="High">Highest price, EUR.</param>
/// <param name="Low">Lowest price, EUR.</param>
/// <param name="Close">Last price, EUR.</param>
/// <param name="Volume">Certificates.</param>
/// <param name="TurnoverEur">Their value.</param>
/// <param name="Trades">How many trades.</param>
public sealed record CandleAnswer(
    DateTimeOffset Start, decimal Open, decimal High, decimal Low, decimal Close, long Volume, decimal TurnoverEur, int Trades);

/// <summary>Event of the hub <c>market-events</c>: entries of a market's journal to settle.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="From">Sequence of the first.</param>
/// <param name="To">Sequence of the last.</param>
public sealed record MarketEventsMessage(string CertificateType, long From, long To);
