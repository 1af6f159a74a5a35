using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>The complete translation of a bond.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="TradeSize">The face amount that the ways out are for.</param>
/// <param name="Audience">professional, or retail when details of the market maker and internal figures are left out.</param>
/// <param name="Bond">What is fixed about it; null when unknown.</param>
/// <param name="RiskSummary">Its risk; null when it was never scored.</param>
/// <param name="LiquidityProfile">How easy it is to sell; null when its market was never seen.</param>
/// <param name="ExitRecommendations">The four ways out: the feasible ones best first, then the others with what speaks against them.</param>
/// <param name="ExitPlan">How to sell in parts.</param>
/// <param name="RetailNarrative">The same in plain words.</param>
/// <param name="ProfessionalSummary">The same for professionals; null for retail readers.</param>
/// <param name="RiskWarnings">What a seller must know, heaviest first.</param>
/// <param name="Assumptions">What stood in for inputs that were not there, in words.</param>
/// <param name="ConfidenceOverall">How far the inputs carry the result.</param>
/// <param name="DataFreshness">real_time, recent, delayed or stale.</param>
/// <param name="InputsHash">SHA-256 over the canonical inputs, lower-case hex.</param>
/// <param name="ModelVersions">Which model made which part, and the policy's version.</param>
/// <param name="Caveats">What a reader must know, in words.</param>
public sealed record LiquidityRiskAnswer(
    Isin Isin,
    DateTimeOffset AsOf,
    FaceAmount TradeSize,
    string Audience,
    BondDescription? Bond,
    RiskSummaryAnswer? RiskSummary,
    LiquidityProfileAnswer? LiquidityProfile,
    IReadOnlyList<ExitRecommendationAnswer> ExitRecommendations,
    ExitPlanAnswer? ExitPlan,
    string RetailNarrative,
    string? ProfessionalSummary,
    IReadOnlyList<RiskWarningAnswer> RiskWarnings,
    IReadOnlyList<string> Assumptions,
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
/// <param name="RiskSummary">The headline of its risk; null when it was never scored.</param>
/// <param name="LiquidityProfile">The headline of the profile; null when the market was never seen.</param>
/// <param name="ExitRecommendations">The feasible ways out, best first.</param>
/// <param name="RetailNarrative">The translation in plain words.</param>
/// <param name="ConfidenceOverall">How far the inputs carry the result.</param>
/// <param name="DataFreshness">real_time, recent, delayed or stale.</param>
public sealed record LiquidityRiskSummaryAnswer(
    bool Success,
    string Message,
    DateTimeOffset Timestamp,
    Isin Isin,
    DateTimeOffset AsOf,
    RiskHeadline? RiskSummary,
    LiquidityHeadline? LiquidityProfile,
    IReadOnlyList<ExitHeadline> ExitRecommendations,
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
/// <param name="ExpectedTimeToExitMinutes">How long a sale takes on average; null when no way out is feasible.</param>
public sealed record LiquidityHeadline(
    Score? LiquidityIndex, string? LiquidityLevel, BasisPoints? SpreadBps, double? ExpectedTimeToExitMinutes);

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
/// <param name="ExpectedTimeToExitMinutes">How long a sale takes on average; null when no way out is feasible or none was asked for.</param>
/// <param name="TimeToExit">The same with its band.</param>
/// <param name="QuotedSlippage">What selling the trade size at once costs; null without bid, ask and depth.</param>
/// <param name="TurnoverRatio">Volume of the session over the issue's size; null when either is unknown.</param>
/// <param name="TradingHistory">What earlier days say; null when none are known.</param>
/// <param name="AuctionSignal">What its auction says; null when there is none.</param>
/// <param name="MarketMakerSignal">What its market maker does; null when there is none.</param>
/// <param name="SecondIndex">The second model beside the first.</param>
/// <param name="CostSurface">Cost by size and time; null when bid, ask, depth or last trade is missing.</param>
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
    IReadOnlyList<LiquidityComponentAnswer> Components,
    double? ExpectedTimeToExitMinutes = null,
    TimeToExitAnswer? TimeToExit = null,
    SlippageAnswer? QuotedSlippage = null,
    double? TurnoverRatio = null,
    TradingHistoryAnswer? TradingHistory = null,
    AuctionSignalAnswer? AuctionSignal = null,
    MarketMakerSignalAnswer? MarketMakerSignal = null,
    SecondIndexAnswer? SecondIndex = null,
    CostSurfaceAnswer? CostSurface = null);

/// <summary>One part of the liquidity index.</summary>
/// <param name="Name">spread, depth, turnover or volume.</param>
/// <param name="Score">0 to 100, high = liquid; null when not assessed.</param>
/// <param name="Weight">Configured weight.</param>
/// <param name="Contribution">Points of the index it brings.</param>
/// <param name="Note">observed, or the defined case that applied.</param>
public sealed record LiquidityComponentAnswer(string Name, Score? Score, Weight Weight, double Contribution, string Note);
