using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>The complete translation of a bond.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="Bond">What is fixed about it; null when unknown.</param>
/// <param name="LiquidityProfile">How easy it is to sell; null when its market was never seen.</param>
/// <param name="RetailNarrative">The same in plain words.</param>
/// <param name="ConfidenceOverall">How far the inputs carry the result.</param>
/// <param name="DataFreshness">real_time, recent, delayed or stale.</param>
/// <param name="InputsHash">SHA-256 over the canonical inputs, lower-case hex.</param>
/// <param name="ModelVersions">Which model made which part.</param>
/// <param name="Caveats">What a reader must know, in words.</param>
public sealed record LiquidityRiskAnswer(
    Isin Isin,
    DateTimeOffset AsOf,
    BondDescription? Bond,
    LiquidityProfileAnswer? LiquidityProfile,
    string RetailNarrative,
    Probability ConfidenceOverall,
    string DataFreshness,
    string InputsHash,
    IReadOnlyDictionary<string, string> ModelVersions,
    IReadOnlyList<string> Caveats);

/// <summary>The short answer for a list or a retail reader.</summary>
/// <param name="Success">Always true; failures are problem documents.</param>
/// <param name="Message">Always "Success".</param>
/// <param name="Timestamp">When the answer was given.</param>
/// <param name="Isin">Which bond.</param>
/// <param name="AsOf">The instant the translation speaks for.</param>
/// <param name="LiquidityProfile">The headline of the profile; null when the market was never seen.</param>
/// <param name="RetailNarrative">The translation in plain words.</param>
/// <param name="ConfidenceOverall">How far the inputs carry the result.</param>
/// <param name="DataFreshness">real_time, recent, delayed or stale.</param>
public sealed record LiquidityRiskSummaryAnswer(
    bool Success,
    string Message,
    DateTimeOffset Timestamp,
    Isin Isin,
    DateTimeOffset AsOf,
    LiquidityHeadline? LiquidityProfile,
    string RetailNarrative,
    Probability ConfidenceOverall,
    string DataFreshness);

/// <summary>What is fixed about a bond.</summary>
/// <param name="Issuer">Name of the issuer.</param>
/// <param name="IssuerClass">government, psu, financial, corporate or municipal.</param>
/// <param name="Rating">Rating, or NR.</param>
/// <param name="CouponPercent">Annual coupon in percent of face.</param>
/// <param name="Maturity">Day of repayment; null when perpetual or unknown.</param>
/// <param name="IssueSizeFace">Face amount issued.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record BondDescription(
    string Issuer,
    string IssuerClass,
    CreditRating Rating,
    decimal? CouponPercent,
    DateOnly? Maturity,
    FaceAmount? IssueSizeFace,
    CurrencyCode Currency);

/// <summary>The headline of a liquidity profile.</summary>
/// <param name="LiquidityIndex">0 (cannot be sold) to 100 (sold at once); null when not assessed.</param>
/// <param name="LiquidityLevel">excellent, good, moderate, limited or poor; null with the index.</param>
/// <param name="SpreadBps">Ask minus bid over mid; null unless both sides are quoted.</param>
public sealed record LiquidityHeadline(Score? LiquidityIndex, string? LiquidityLevel, BasisPoints? SpreadBps);

/// <summary>How easy a bond is to sell. Prices in percent of face, amounts in face value; null = not observed.</summary>
/// <param name="LiquidityIndex">0 (cannot be sold) to 100 (sold at once); null when not assessed.</param>
/// <param name="LiquidityLevel">excellent, good, moderate, limited or poor; null with the index.</param>
/// <param name="NotAssessedReason">Why there is no index; null when there is one.</param>
/// <param name="SpreadBps">Ask minus bid over mid.</param>
/// <param name="Bid">Best bid.</param>
/// <param name="Ask">Best ask.</param>
/// <param name="Mid">Midpoint.</param>
/// <param name="BidSize">Face amount at the bid.</param>
/// <param name="AskSize">Face amount at the ask.</param>
/// <param name="L2DepthQty">Face amount over the visible levels.</param>
/// <param name="L2Levels">How many levels.</param>
/// <param name="TradesCount">Trades in the session.</param>
/// <param name="Vwap">Volume-weighted average price.</param>
/// <param name="VolumeFace">Face amount traded in the session.</param>
/// <param name="TimeSinceLastTradeS">Seconds since the last trade, at the time of observation.</param>
/// <param name="ObservedAt">When the market was looked at.</param>
/// <param name="Source">Which feed looked.</param>
/// <param name="AssessedWeight">Share of the index's weights that could be assessed.</param>
/// <param name="Components">What the index is made of.</param>
public sealed record LiquidityProfileAnswer(
    Score? LiquidityIndex,
    string? LiquidityLevel,
    string? NotAssessedReason,
    BasisPoints? SpreadBps,
    BondPrice? Bid,
    BondPrice? Ask,
    BondPrice? Mid,
    FaceAmount? BidSize,
    FaceAmount? AskSize,
    FaceAmount? L2DepthQty,
    int? L2Levels,
    int? TradesCount,
    BondPrice? Vwap,
    FaceAmount? VolumeFace,
    double? TimeSinceLastTradeS,
    DateTimeOffset ObservedAt,
    string Source,
    Probability AssessedWeight,
    IReadOnlyList<LiquidityComponentAnswer> Components);

/// <summary>One part of the liquidity index.</summary>
/// <param name="Name">spread, depth, turnover or volume.</param>
/// <param name="Score">0 to 100, high = liquid; null when not assessed.</param>
/// <param name="Weight">Configured weight.</param>
/// <param name="Contribution">Points of the index it brings.</param>
/// <param name="Note">observed, or the defined case that applied.</param>
public sealed record LiquidityComponentAnswer(string Name, Score? Score, Weight Weight, double Contribution, string Note);

/// <summary>A bond in a list.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="Issuer">Issuer; null when unknown.</param>
/// <param name="Rating">Rating; null when unknown.</param>
/// <param name="Currency">Currency; null when unknown.</param>
/// <param name="CouponPercent">Annual coupon in percent; null when floating or unknown.</param>
/// <param name="Maturity">Day of repayment; null when perpetual or unknown.</param>
/// <param name="LiquidityIndex">0 to 100, high = liquid; null when not assessed.</param>
/// <param name="LiquidityLevel">Band of the index.</param>
/// <param name="SpreadBps">Ask minus bid over mid.</param>
/// <param name="Bid">Best bid, percent of face.</param>
/// <param name="Ask">Best ask, percent of face.</param>
/// <param name="VolumeFace">Face amount traded in the session.</param>
/// <param name="AsOf">The instant the translation speaks for.</param>
/// <param name="ConfidenceOverall">How far the inputs carry the result.</param>
/// <param name="DataFreshness">real_time, recent, delayed or stale.</param>
public sealed record BondListItem(
    Isin Isin,
    string? Issuer,
    CreditRating? Rating,
    CurrencyCode? Currency,
    decimal? CouponPercent,
    DateOnly? Maturity,
    Score? LiquidityIndex,
    string? LiquidityLevel,
    BasisPoints? SpreadBps,
    BondPrice? Bid,
    BondPrice? Ask,
    FaceAmount? VolumeFace,
    DateTimeOffset AsOf,
    Probability ConfidenceOverall,
    string DataFreshness);

/// <summary>One page of a list of bonds.</summary>
/// <param name="Items">The bonds, in the order asked for.</param>
/// <param name="Total">How many match the filter.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
/// <param name="Levels">How many of the matching bonds are in each band (and not assessed).</param>
public sealed record BondListAnswer(
    IReadOnlyList<BondListItem> Items, int Total, string? NextCursor, IReadOnlyDictionary<string, int> Levels);
