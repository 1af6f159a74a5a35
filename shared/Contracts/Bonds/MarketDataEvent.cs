using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>An event on the hub <c>market-data</c>, partition key = ISIN.</summary>
/// <param name="Type">One of <see cref="MarketDataTypes"/>.</param>
/// <param name="Source">Which feed sent it, 1 to 64 characters.</param>
/// <param name="Sequence">The feed's counter, 0 or more; orders events of one instant.</param>
/// <param name="Isin">Which bond.</param>
/// <param name="Timestamp">When it happened (ISO 8601 with offset).</param>
/// <param name="Payload">What it says; the shape depends on the type.</param>
public sealed record MarketDataEvent(
    string? Type,
    string? Source,
    long? Sequence,
    string? Isin,
    DateTimeOffset? Timestamp,
    [property: JsonShape(
        typeof(MicrostructurePayload), typeof(AuctionPayload), typeof(MarketMakerPayload), typeof(RiskArtifactPayload), typeof(BondReferencePayload))]
    JsonElement Payload);

/// <summary>Types of market-data events.</summary>
public static class MarketDataTypes
{
    /// <summary>Quotes, depth and trading: <see cref="MicrostructurePayload"/>.</summary>
    public const string Microstructure = "microstructure";

    /// <summary>State of an auction: <see cref="AuctionPayload"/>.</summary>
    public const string Auction = "auction";

    /// <summary>State of the market maker: <see cref="MarketMakerPayload"/>.</summary>
    public const string MarketMakerState = "mm_state";

    /// <summary>A risk assessment: <see cref="RiskArtifactPayload"/>.</summary>
    public const string RiskArtifact = "risk_artifact";

    /// <summary>Reference data: <see cref="BondReferencePayload"/>.</summary>
    public const string BondReference = "bond_reference";

    /// <summary>All types.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Microstructure, Auction, MarketMakerState, RiskArtifact, BondReference];
}

/// <summary>One look at a bond's market. Absent numbers were not observed.</summary>
/// <param name="Bid">Best bid, percent of face.</param>
/// <param name="Ask">Best ask, percent of face.</param>
/// <param name="BidSize">Face amount at the best bid.</param>
/// <param name="AskSize">Face amount at the best ask.</param>
/// <param name="L2DepthQty">Face amount over the visible levels of both sides.</param>
/// <param name="L2Levels">How many levels, 0 to 1,000.</param>
/// <param name="TradesCount">Trades in the session, 0 or more.</param>
/// <param name="Vwap">Volume-weighted average price, percent of face.</param>
/// <param name="VolumeFace">Face amount traded.</param>
/// <param name="TimeSinceLastTradeS">Seconds since the last trade, 0 or more.</param>
/// <param name="Crossed">True when the venue itself says that bid and ask are crossed.</param>
/// <param name="Isin">When given, must equal the envelope's.</param>
public sealed record MicrostructurePayload(
    BondPrice? Bid,
    BondPrice? Ask,
    FaceAmount? BidSize,
    FaceAmount? AskSize,
    FaceAmount? L2DepthQty,
    int? L2Levels,
    int? TradesCount,
    BondPrice? Vwap,
    FaceAmount? VolumeFace,
    double? TimeSinceLastTradeS,
    bool? Crossed,
    string? Isin);

/// <summary>The state of an auction.</summary>
/// <param name="AuctionId">The venue's name for it.</param>
/// <param name="LotsOffered">Lots on offer, 0 or more.</param>
/// <param name="BidsCount">Bids so far, 0 or more.</param>
/// <param name="DemandCurvePoints">Pairs of price (percent of face) and face amount.</param>
/// <param name="ClearingPriceEstimate">Where it would clear, percent of face.</param>
/// <param name="NextWindow">When the next window opens.</param>
/// <param name="Isin">When given, must equal the envelope's.</param>
public sealed record AuctionPayload(
    string? AuctionId,
    int? LotsOffered,
    int? BidsCount,
    IReadOnlyList<IReadOnlyList<decimal>>? DemandCurvePoints,
    BondPrice? ClearingPriceEstimate,
    DateTimeOffset? NextWindow,
    string? Isin);

/// <summary>The state of a market maker.</summary>
/// <param name="MmOnline">Whether it quotes.</param>
/// <param name="MmInventoryBand">Three rising face amounts: low, usual, high.</param>
/// <param name="MmMinSpreadBps">The tightest spread it quotes, 0 or more.</param>
/// <param name="LastQuoteSpreadBps">The spread of its last quote, 0 or more.</param>
/// <param name="QuotesLast24H">Quotes in the last 24 hours, 0 or more.</param>
/// <param name="Isin">When given, must equal the envelope's.</param>
public sealed record MarketMakerPayload(
    bool? MmOnline,
    IReadOnlyList<FaceAmount>? MmInventoryBand,
    BasisPoints? MmMinSpreadBps,
    BasisPoints? LastQuoteSpreadBps,
    [property: System.Text.Json.Serialization.JsonPropertyName("quotes_last_24h")] int? QuotesLast24H,
    string? Isin);

/// <summary>Reference data of a bond.</summary>
/// <param name="Issuer">Name, 1 to 200 characters.</param>
/// <param name="IssuerClass">government, psu, financial, corporate or municipal.</param>
/// <param name="Rating">AAA to D with + and -, or NR.</param>
/// <param name="CouponPercent">Annual coupon, −5 to 100 percent of face.</param>
/// <param name="Maturity">Day of repayment; absent for perpetual bonds.</param>
/// <param name="IssueSizeFace">Face amount issued.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="NextRfqWindow">When requests for quotes are next batched.</param>
/// <param name="Isin">When given, must equal the envelope's.</param>
public sealed record BondReferencePayload(
    string? Issuer,
    string? IssuerClass,
    CreditRating? Rating,
    decimal? CouponPercent,
    DateOnly? Maturity,
    FaceAmount? IssueSizeFace,
    CurrencyCode? Currency,
    DateTimeOffset? NextRfqWindow,
    string? Isin);

/// <summary>A risk assessment made elsewhere.</summary>
/// <param name="RiskSummary">The assessment.</param>
public sealed record RiskArtifactPayload(RiskSummaryPayload? RiskSummary);

/// <summary>The body of a risk assessment.</summary>
/// <param name="Isin">When given, must equal the envelope's.</param>
/// <param name="AsOf">When it was made; the envelope's time when absent.</param>
/// <param name="Categories">The categories it speaks about.</param>
/// <param name="OverallScore">Overall risk, high = bad.</param>
/// <param name="Confidence">How sure it is.</param>
public sealed record RiskSummaryPayload(
    string? Isin,
    DateTimeOffset? AsOf,
    IReadOnlyList<RiskCategoryPayload>? Categories,
    Score? OverallScore,
    Probability? Confidence);

/// <summary>One category of a risk assessment.</summary>
/// <param name="Name">Name of the category.</param>
/// <param name="Score0100">Risk, high = bad.</param>
/// <param name="Level">Its band, as the assessor names it.</param>
/// <param name="ProbabilityNote">What the score means, in words.</param>
/// <param name="Citations">What it rests on.</param>
public sealed record RiskCategoryPayload(
    string? Name,
    [property: System.Text.Json.Serialization.JsonPropertyName("score_0_100")] Score? Score0100,
    string? Level,
    string? ProbabilityNote,
    IReadOnlyList<string>? Citations);
