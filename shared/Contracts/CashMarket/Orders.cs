using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.CashMarket;

/// <summary>Body of <c>POST /api/v1/cash-market/{certificate}/orders</c>.</summary>
/// <param name="Side">BUY or SELL.</param>
/// <param name="Type">limit, which is also meant when absent, or market.</param>
/// <param name="Price">EUR for one certificate, whole cents. A limit order needs it; a market order to buy too: the worst price to pay.</param>
/// <param name="Quantity">Certificates, a whole number above 0.</param>
/// <param name="TimeInForce">GTC (good till cancelled, which is also meant when absent), IOC (immediate or cancel) or FOK (fill or kill). A market order never rests.</param>
/// <param name="PostOnly">Whether it may only rest: refused when it would trade at once.</param>
[JsonExample("""{"side":"BUY","type":"limit","price":71.5,"quantity":100,"time_in_force":"GTC"}""")]
public sealed record OrderRequest(string? Side, string? Type, decimal? Price, decimal? Quantity, string? TimeInForce, bool? PostOnly);

/// <summary>Body of <c>PUT /api/v1/cash-market/{certificate}/orders/{id}</c>.</summary>
/// <param name="Price">The price from now on, EUR; absent keeps it. Another price loses time priority.</param>
/// <param name="Quantity">What is left to trade from now on, certificates; absent keeps it. More loses time priority.</param>
/// <param name="IfRemaining">What you believe is left; the replacement is refused when a trade has changed it.</param>
[JsonExample("""{"price":71.4,"quantity":80}""")]
public sealed record ReplaceOrderRequest(decimal? Price, decimal? Quantity, decimal? IfRemaining);

/// <summary>An order as it stands.</summary>
/// <param name="Id">Its number in the market.</param>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="Side">BUY or SELL.</param>
/// <param name="Type">limit or market.</param>
/// <param name="Price">Limit in EUR; null for a market order.</param>
/// <param name="Quantity">Certificates asked for; what has traded and what is left after a replacement.</param>
/// <param name="Filled">Certificates traded.</param>
/// <param name="Remaining">Certificates that still wait.</param>
/// <param name="AveragePrice">Mean price of its trades, EUR; null when there are none.</param>
/// <param name="Status">open, partially_filled, filled or cancelled.</param>
/// <param name="Reason">Why it was cancelled: requested, book_exhausted, immediate_or_cancel, fill_or_kill or self_trade; null otherwise.</param>
/// <param name="TimeInForce">GTC, IOC or FOK.</param>
/// <param name="PostOnly">Whether it may only rest.</param>
/// <param name="PlacedAt">When it was taken in.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record OrderAnswer(
    string Id,
    string CertificateType,
    string Side,
    string Type,
    decimal? Price,
    long Quantity,
    long Filled,
    long Remaining,
    decimal? AveragePrice,
    string Status,
    string? Reason,
    string TimeInForce,
    bool PostOnly,
    DateTimeOffset PlacedAt,
    DateTimeOffset UpdatedAt);

/// <summary>Your orders in a market: all that wait and the last 20 that are done.</summary>
/// <param name="CertificateType">EUA or CEA.</param>
/// <param name="Items">Those that wait first, then the done ones; newest first.</param>
public sealed record OrderListAnswer(string CertificateType, IReadOnlyList<OrderAnswer> Items);
