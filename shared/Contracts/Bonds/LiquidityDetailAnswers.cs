using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>How long a sale takes when the paths are tried one after the other, best first.</summary>
/// <param name="LowMinutes">When the first path works.</param>
/// <param name="ExpectedMinutes">On average over the attempts.</param>
/// <param name="HighMinutes">When nine in ten are through, or every path has been tried.</param>
/// <param name="FillProbability">How likely any of them works.</param>
public sealed record TimeToExitAnswer(double LowMinutes, double ExpectedMinutes, double HighMinutes, Probability FillProbability);

/// <summary>What selling at once into the visible bids costs.</summary>
/// <param name="Face">Face amount to sell.</param>
/// <param name="CostBps">Below mid, basis points.</param>
/// <param name="VisibleShare">Share of the size that the visible bids take; the rest is extrapolated by the square root of size.</param>
public sealed record SlippageAnswer(FaceAmount Face, BasisPoints CostBps, Probability VisibleShare);

/// <summary>What earlier days say.</summary>
/// <param name="Days">Days with a price.</param>
/// <param name="AmihudPerMillion">Return per million traded (Amihud 2002); null when no day traded.</param>
/// <param name="RollSpreadBps">Effective spread that the bounce of prices betrays (Roll 1984); null with a trend or few days.</param>
public sealed record TradingHistoryAnswer(int Days, double? AmihudPerMillion, BasisPoints? RollSpreadBps);

/// <summary>What the bond's auction says.</summary>
/// <param name="AuctionId">The venue's name for it.</param>
/// <param name="BidCover">Bids per lot; null without lots.</param>
/// <param name="DemandSlopeBps">How far demand falls over the trade size; null without a curve.</param>
/// <param name="ClearingPriceEstimate">Where it would clear; null when it would not.</param>
/// <param name="NextWindow">When it opens next; null when not announced.</param>
/// <param name="ObservedAt">When it was looked at.</param>
public sealed record AuctionSignalAnswer(
    string AuctionId, double? BidCover, BasisPoints? DemandSlopeBps, BondPrice? ClearingPriceEstimate, DateTimeOffset? NextWindow, DateTimeOffset ObservedAt);

/// <summary>What the bond's market maker does.</summary>
/// <param name="Online">Whether it quotes.</param>
/// <param name="QuoteQuality">tight (up to 20 bp), normal (up to 60 bp), wide, or unknown.</param>
/// <param name="QuotesLast24h">How often it quoted.</param>
/// <param name="LastQuoteSpreadBps">The spread of its last quote.</param>
/// <param name="CapacityFace">The most it is ready to hold; null for retail readers and when unknown.</param>
/// <param name="ObservedAt">When it was looked at.</param>
public sealed record MarketMakerSignalAnswer(
    bool Online, string QuoteQuality, int QuotesLast24h, BasisPoints? LastQuoteSpreadBps, FaceAmount? CapacityFace, DateTimeOffset ObservedAt);

/// <summary>The second liquidity model beside the first.</summary>
/// <param name="Model">Name and version.</param>
/// <param name="LiquidityIndex">0 to 100 by cost among bonds of its kind; null when there is none.</param>
/// <param name="LiquidityLevel">Its band; null with the index.</param>
/// <param name="Segment">What it is compared with.</param>
/// <param name="CostBps">The cost that was ranked: 100,000 of face within a day at 99 % confidence.</param>
/// <param name="NotAssessedReason">Why there is none; null when there is one.</param>
/// <param name="Difference">Why it says something else than the first, in words; null when there is nothing to compare.</param>
public sealed record SecondIndexAnswer(
    string Model, Score? LiquidityIndex, string? LiquidityLevel, string Segment, BasisPoints? CostBps, string? NotAssessedReason, string? Difference);

/// <summary>What it costs to sell any size within any time, at 50 % and 90 % confidence.</summary>
/// <param name="Sizes">Face amounts, rising.</param>
/// <param name="HorizonsMinutes">Times to sell in, rising.</param>
/// <param name="CostBpsMedian">Basis points below mid in the middle case: one row per size, one column per horizon.</param>
/// <param name="CostBpsCautious">The same at 90 % confidence.</param>
public sealed record CostSurfaceAnswer(
    IReadOnlyList<FaceAmount> Sizes,
    IReadOnlyList<double> HorizonsMinutes,
    IReadOnlyList<IReadOnlyList<BasisPoints>> CostBpsMedian,
    IReadOnlyList<IReadOnlyList<BasisPoints>> CostBpsCautious);
