using LiquidityRisk.Quant.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>
/// Model <c>liquidity-index-2</c>: where the cost of selling a reference size stands among bonds of the same segment.
/// <code>
/// index = 100 · share of the segment that costs more = 100 · (1 − Φ(ln(c / m) / σ))
/// c     = cost of 100,000 of face, within a day, at 99 % confidence (<see cref="CostSurface"/>), basis points
///         government   other investment grade   speculative grade   unrated or unknown
/// m       170          170                      170                 190
/// σ       1.0          1.1                      1.1                 1.4
/// </code>
/// The segments' distributions are fitted to half of the bonds of three SIX Swiss Exchange lists of 2023 that were quoted on both
/// sides, so 50 means "as liquid as is usual for its kind there"; speculative grade had too few bonds and has the distribution of all.
/// 100,000 is the usual size of a quote in those lists. There is no index, but a reason, when bid, ask, depth or last trade is missing:
/// unlike a weighted sum, no other strength makes up for them.
/// </summary>
/// <remarks>It ranks what a sale costs, not how often a bond trades: docs/liquidity-study.md measures it against both.</remarks>
public static class LiquidityIndexModel2
{
    /// <summary>Name and version, as reported with every result.</summary>
    public const string Version = "liquidity-index-2";

    /// <summary>The size that is priced.</summary>
    public static readonly FaceAmount ReferenceSize = new(100_000);

    /// <summary>The time to sell it in.</summary>
    public static readonly TimeSpan ReferenceHorizon = TimeSpan.FromDays(1);

    /// <summary>The confidence of the cost.</summary>
    public static readonly Probability ReferenceConfidence = new(0.99);

    /// <summary>Computes the index.</summary>
    /// <param name="market">The look at the market.</param>
    /// <param name="reference">What is fixed about the bond; null when unknown.</param>
    public static CostRank Compute(Microstructure market, BondReference? reference)
    {
        var segment = SegmentOf(reference);
        var (surface, gap) = CostSurface.Of(market);
        if (surface is null) return new(null, null, segment, null, gap);

        var cost = surface.At(ReferenceSize, ReferenceHorizon, ReferenceConfidence);
        var index = Score.Clamp(100 * LognormalRank.ShareAbove(cost.Value, MedianOf(segment).Value, SigmaOf(segment)));
        return new(index, LiquidityIndexModel1.LevelOf(index), segment, cost, null);
    }

    /// <summary>The kind of bonds that one is compared with.</summary>
    public static LiquiditySegment SegmentOf(BondReference? reference) => reference switch
    {
        { IssuerClass: IssuerClass.Government, Rating: { IsInvestmentGrade: true } or { IsRated: false } } => LiquiditySegment.Government,
        null or { Rating.IsRated: false } => LiquiditySegment.Unrated,
        { Rating.IsInvestmentGrade: true } => LiquiditySegment.InvestmentGrade,
        _ => LiquiditySegment.SpeculativeGrade,
    };

    /// <summary>The usual cost in a segment.</summary>
    public static BasisPoints MedianOf(LiquiditySegment segment) => new(segment == LiquiditySegment.Unrated ? 190 : 170);

    /// <summary>Standard deviation of the logarithm of cost within a segment.</summary>
    public static double SigmaOf(LiquiditySegment segment) => segment switch
    {
        LiquiditySegment.Government => 1.0,
        LiquiditySegment.Unrated => 1.4,
        _ => 1.1,
    };
}

/// <summary>A bond's place by cost among its kind.</summary>
/// <param name="Value">The index, high = liquid; null when there is none (see <paramref name="Gap"/>).</param>
/// <param name="Level">Its band; null with the value.</param>
/// <param name="Segment">What it was compared with.</param>
/// <param name="Cost">The cost that was ranked; null with the value.</param>
/// <param name="Gap">Why there is no value; null when there is one.</param>
public sealed record CostRank(
    Score? Value, LiquidityLevel? Level, LiquiditySegment Segment, BasisPoints? Cost, CostSurfaceGap? Gap);

/// <summary>Kinds of bonds that are compared among themselves.</summary>
public enum LiquiditySegment
{
    /// <summary>Sovereigns of investment grade or without a rating.</summary>
    Government,

    /// <summary>Other issuers rated BBB− or better.</summary>
    InvestmentGrade,

    /// <summary>Rated below BBB−.</summary>
    SpeculativeGrade,

    /// <summary>Not rated, or nothing known.</summary>
    Unrated,
}
