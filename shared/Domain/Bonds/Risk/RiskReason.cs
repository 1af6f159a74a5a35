namespace LiquidityRisk.Domain.Bonds.Risk;

/// <summary>What a category's score rests on, or why there is none.</summary>
/// <param name="Kind">Which case it is.</param>
/// <param name="Figures">The numbers behind it, each once.</param>
public sealed record RiskReason(RiskReasonKind Kind, IReadOnlyList<RiskFigure> Figures)
{
    /// <summary>A case with its numbers.</summary>
    public static RiskReason Of(RiskReasonKind kind, params RiskFigure[] figures) => new(kind, figures);
}

/// <summary>A number behind a reason.</summary>
/// <param name="Kind">What it is, with its unit.</param>
/// <param name="Value">The number in that unit.</param>
public sealed record RiskFigure(RiskFigureKind Kind, double Value);

/// <summary>The defined cases of a category.</summary>
public enum RiskReasonKind
{
    /// <summary>A risk artifact speaks about it.</summary>
    Artifact,

    /// <summary>100 minus the liquidity index.</summary>
    LiquidityIndex,

    /// <summary>The rating's place on the ladder.</summary>
    Rating,

    /// <summary>The market asks for more yield than the rating suggests.</summary>
    MarketYield,

    /// <summary>Duration and convexity at the market's price.</summary>
    RateShock,

    /// <summary>Duration and convexity at par, no price being known.</summary>
    RateShockAtPar,

    /// <summary>Time to maturity and access to the market by rating.</summary>
    MaturityAndRating,

    /// <summary>Not assessed: there is no liquidity index.</summary>
    NoLiquidityIndex,

    /// <summary>Not assessed: nothing fixed is known about the bond.</summary>
    NoReferenceData,

    /// <summary>Not assessed: no rating, and the price says nothing about it.</summary>
    NotRated,

    /// <summary>Not assessed: the coupon is unknown or floating.</summary>
    CouponUnknown,

    /// <summary>Not assessed: the bond has fallen due.</summary>
    Matured,

    /// <summary>Not assessed: no price explains the bond's payments.</summary>
    NoYield,

    /// <summary>Not assessed: only an artifact could say, and none does.</summary>
    NoArtifact,
}

/// <summary>What a figure is, and its unit.</summary>
public enum RiskFigureKind
{
    /// <summary>Liquidity index, 0 to 100, high = liquid.</summary>
    LiquidityIndex,

    /// <summary>Steps below AAA, 0 to 21.</summary>
    RatingNotch,

    /// <summary>Yield to maturity, percent a year.</summary>
    YieldPercent,

    /// <summary>Coupon, percent of face a year.</summary>
    CouponPercent,

    /// <summary>Yield beyond what general rates are thought to explain, basis points.</summary>
    ExcessYieldBps,

    /// <summary>Modified duration, years.</summary>
    ModifiedDuration,

    /// <summary>Convexity, years squared.</summary>
    Convexity,

    /// <summary>Loss in the rate shock, percent of price.</summary>
    ShockLossPercent,

    /// <summary>Time to maturity, years.</summary>
    YearsToMaturity,

    /// <summary>The artifact's own confidence, 0 to 1.</summary>
    ArtifactConfidence,

    /// <summary>The artifact's age, days.</summary>
    ArtifactAgeDays,
}
