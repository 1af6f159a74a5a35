using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>The four ways out of a holding, best first.</summary>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="TradeSize">The face amount to sell.</param>
/// <param name="PolicyVersion">The policy it was made under.</param>
/// <param name="Paths">All four: the feasible ones by falling utility, then the others.</param>
/// <param name="Warnings">What a seller must know, heaviest first.</param>
/// <param name="Assumptions">What stood in for inputs that were not there.</param>
public sealed record ExitRecommendations(
    DateTimeOffset AsOf,
    FaceAmount TradeSize,
    string PolicyVersion,
    IReadOnlyList<ExitRecommendation> Paths,
    IReadOnlyList<ExitWarning> Warnings,
    IReadOnlyList<ExitAssumption> Assumptions)
{
    /// <summary>The best feasible path; null when there is none.</summary>
    public ExitRecommendation? Best => Paths is [{ IsFeasible: true } best, ..] ? best : null;

    /// <summary>One of the four.</summary>
    public ExitRecommendation this[ExitPath path] => Paths.First(p => p.Path == path);
}

/// <summary>One way out. Everything but path and violations is null when the path is not feasible.</summary>
/// <param name="Path">Which one.</param>
/// <param name="Violations">Every constraint that it breaks; empty when it is feasible.</param>
/// <param name="Priority">Its place among the feasible paths.</param>
/// <param name="FillProbability">How likely the whole size is sold: the logistic function of the factors' sum.</param>
/// <param name="Factors">What moves the probability; the contributions sum to its log-odds.</param>
/// <param name="ExpectedTime">Until it is sold and settled.</param>
/// <param name="Window">The window it waits for; null when it waits for none.</param>
/// <param name="Quote">Expected price, spread and cost; null when they could not be estimated.</param>
/// <param name="NoQuoteReason">Why there is no quote; null when there is one.</param>
/// <param name="Utility">Expected utility, 0 to 1, by which paths are ranked.</param>
public sealed record ExitRecommendation(
    ExitPath Path,
    IReadOnlyList<ExitViolation> Violations,
    ExitPriority? Priority,
    Probability? FillProbability,
    IReadOnlyList<ExitFactor> Factors,
    TimeSpan? ExpectedTime,
    ExitWindow? Window,
    ExitQuote? Quote,
    NoQuoteReason? NoQuoteReason,
    double? Utility)
{
    /// <summary>Whether nothing speaks against it.</summary>
    public bool IsFeasible => Violations.Count == 0;
}

/// <summary>What a sale is expected to fetch.</summary>
/// <param name="Price">Clean price.</param>
/// <param name="Spread">
/// Effective spread for this size: twice the distance from the reference price. Negative when it fetches more than that.
/// </param>
/// <param name="Cost">What is lost against the reference price over the whole size; negative is a gain.</param>
/// <param name="Reference">What cost is measured from.</param>
public sealed record ExitQuote(BondPrice Price, BasisPoints Spread, Money Cost, ReferencePrice Reference);

/// <summary>When a path opens next.</summary>
/// <param name="OpensAt">The instant.</param>
/// <param name="Source">How it is known.</param>
public sealed record ExitWindow(DateTimeOffset OpensAt, ExitWindowSource Source);

/// <summary>How a window is known.</summary>
public enum ExitWindowSource
{
    /// <summary>Announced by the venue.</summary>
    Announced,

    /// <summary>Counted on by the policy's cadence.</summary>
    Cadence,
}

/// <summary>A path's place.</summary>
public enum ExitPriority
{
    /// <summary>The best.</summary>
    Primary,

    /// <summary>The second best.</summary>
    Secondary,

    /// <summary>Any further one.</summary>
    Fallback,
}

/// <summary>Why there is no quote.</summary>
public enum NoQuoteReason
{
    /// <summary>Neither bid and ask, nor trades, nor an auction estimate are known.</summary>
    NoReferencePrice,

    /// <summary>Nobody's spread is known.</summary>
    NoSpread,

    /// <summary>The auction would not clear, or does not say where.</summary>
    NoClearingEstimate,

    /// <summary>The feed says that no bid is waiting, so that what a sale would press the price to is anybody's guess.</summary>
    NoBidDepth,
}

/// <summary>A constraint that a path breaks.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Limit">What is allowed, in the unit of the kind; null when the kind has no figure.</param>
/// <param name="Actual">What was asked, in the same unit; null when the kind has no figure.</param>
public sealed record ExitViolation(ExitViolationKind Kind, double? Limit = null, double? Actual = null);

/// <summary>The constraints of the four paths.</summary>
public enum ExitViolationKind
{
    /// <summary>The bond has fallen due. Years to maturity.</summary>
    Matured,

    /// <summary>No market maker is known.</summary>
    NoMarketMaker,

    /// <summary>The market maker does not quote.</summary>
    MarketMakerOffline,

    /// <summary>More than the market maker is ready to hold. Face amount.</summary>
    InventoryLimit,

    /// <summary>More than the policy allows for the rating. Face amount.</summary>
    RatingCap,

    /// <summary>More than the policy allows for the class of issuer. Face amount.</summary>
    IssuerClassLimit,

    /// <summary>The policy does not allow the path for the time to maturity. Actual: years, null for perpetual.</summary>
    TenorRestriction,

    /// <summary>No auction of the bond is known.</summary>
    NoAuction,

    /// <summary>The auction announces no window.</summary>
    NoAuctionWindow,

    /// <summary>The next window is too far away to plan with. Hours.</summary>
    WindowTooFar,

    /// <summary>Less than the smallest token lot. Face amount.</summary>
    MinimumLot,
}

/// <summary>Something that moves a fill probability.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Contribution">Log-odds it adds; null when its input is absent, and then it adds nothing.</param>
/// <param name="Observed">The figure it was computed from, in the unit of the kind; null when absent.</param>
public sealed record ExitFactor(ExitFactorKind Kind, double? Contribution, double? Observed);

/// <summary>The factors of the fill probabilities, with the unit of their figure.</summary>
public enum ExitFactorKind
{
    /// <summary>Where the path starts from. No figure.</summary>
    Base,

    /// <summary>Quotes in the last 24 hours.</summary>
    QuoteActivity,

    /// <summary>The market maker's spread, basis points.</summary>
    QuoteTightness,

    /// <summary>Trade size over the most that the market maker holds.</summary>
    InventoryRoom,

    /// <summary>Steps below AAA; unrated counts as a weak single B.</summary>
    Rating,

    /// <summary>Liquidity index, 0 to 100.</summary>
    LiquidityIndex,

    /// <summary>Trade size over the visible depth of the bid side.</summary>
    SizeToDepth,

    /// <summary>Bids per lot.</summary>
    BidCover,

    /// <summary>Face amount bid for over trade size.</summary>
    DemandCover,

    /// <summary>Basis points that the demand curve falls over the trade size.</summary>
    DemandSlope,

    /// <summary>Trade size over the path's cap.</summary>
    SizeToCap,

    /// <summary>1 when a market maker is online to answer, else 0.</summary>
    DealerPresence,

    /// <summary>Trade size over twenty smallest lots.</summary>
    SizeToLots,
}

/// <summary>What a seller must know.</summary>
/// <param name="Kind">Which case.</param>
/// <param name="Category">The category of risk, where the case is about one.</param>
/// <param name="Figure">The figure behind it, in the unit of the kind; null when there is none.</param>
public sealed record ExitWarning(ExitWarningKind Kind, RiskCategory? Category = null, double? Figure = null);

/// <summary>The warnings, heaviest first.</summary>
public enum ExitWarningKind
{
    /// <summary>No path is feasible.</summary>
    NoFeasibleExit,

    /// <summary>A category, or the overall risk when none is named, is critical. Score.</summary>
    CriticalRisk,

    /// <summary>A category, or the overall risk when none is named, is high. Score.</summary>
    HighRisk,

    /// <summary>Rated below BBB−. Steps below AAA.</summary>
    SpeculativeGrade,

    /// <summary>Not rated.</summary>
    Unrated,

    /// <summary>The market maker does not quote.</summary>
    MarketMakerOffline,

    /// <summary>More than the visible bid side. Trade size over depth.</summary>
    LargeForMarket,
}

/// <summary>What stood in for an absent input.</summary>
public enum ExitAssumption
{
    /// <summary>Rating unknown: the policy's row for unrated bonds.</summary>
    TreatedAsUnrated,

    /// <summary>Class of issuer unknown: the strictest limit of all classes.</summary>
    StrictestIssuerLimit,

    /// <summary>Maturity unknown: tenor restrictions were not checked.</summary>
    TenorNotChecked,

    /// <summary>Depth unknown: no price impact was added.</summary>
    NoPriceImpact,
}
