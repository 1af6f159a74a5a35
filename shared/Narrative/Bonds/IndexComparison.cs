using System.Globalization;
using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says why the two liquidity models differ.</summary>
public static class IndexComparison
{
    private const double Alike = 10;

    /// <summary>Why there is no second index.</summary>
    public static string Gap(CostSurfaceGap gap) => gap switch
    {
        CostSurfaceGap.NoBid => "Nobody bids, so there is no cost of selling to rank.",
        CostSurfaceGap.NoAsk => "Nobody asks, so there is no spread to build a cost on.",
        CostSurfaceGap.CrossedMarket => "The quotes are crossed, so the spread means nothing.",
        CostSurfaceGap.NoDepth => "The depth of the market is not known.",
        CostSurfaceGap.NoTrade => "The last trade is not known.",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "This gap has no sentence."),
    };

    /// <summary>Why the second says something else than the first; null when one of them is missing.</summary>
    public static string? Difference(LiquidityIndex first, CostRank second)
    {
        if (first.Value is not { } one || second.Value is not { } two || second.Cost is not { } cost) return null;
        var facts = string.Create(
            CultureInfo.InvariantCulture,
            $"The first index adds up scores of quotes and trades; the second ranks what selling {LiquidityIndexModel2.ReferenceSize.Value:N0} within a day costs at most with {LiquidityIndexModel2.ReferenceConfidence.Value:0%} confidence, {cost.Value:0.#} bp, among {Kind(second.Segment)}.");
        var gap = two.Value - one.Value;
        return Math.Abs(gap) < Alike ? facts + " Both agree."
            : gap > 0 ? facts + " It is kinder, because the first gives nothing to spreads above 50 bp and little to quiet sessions."
            : facts + " It is stricter, because the first lets recent trades and volume make up for a costly spread or thin depth.";
    }

    private static string Kind(LiquiditySegment segment) => segment switch
    {
        LiquiditySegment.Government => "government bonds",
        LiquiditySegment.InvestmentGrade => "bonds of investment grade",
        LiquiditySegment.SpeculativeGrade => "bonds below investment grade",
        _ => "unrated bonds",
    };
}
