using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>
/// What selling at once costs against mid: half the spread for the size at the best bid, then the visible depth, then beyond it.
/// <code>
/// cost(q) = s/2                        q ≤ b
///         = s/2 · √(q / b)             q &gt; b       basis points
/// </code>
/// s: spread; b: face at the best bid (half the visible depth over its levels per side when that is not known). The levels themselves
/// are not in the feed, so the walk through the book is the square-root law that depth beyond the best level usually follows
/// (Almgren et al. 2005, Direct estimation of equity market impact); it never falls with size.
/// </summary>
/// <param name="Size">Face amount to sell.</param>
/// <param name="Cost">Basis points below mid.</param>
/// <param name="VisibleShare">Share of the size that the visible bids take.</param>
public sealed record QuotedSlippage(FaceAmount Size, BasisPoints Cost, Probability VisibleShare)
{
    /// <summary>Null without bid, ask and a size at the bid or depth.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is zero.</exception>
    public static QuotedSlippage? Of(Microstructure market, FaceAmount size)
    {
        if (size.IsZero) throw new ArgumentOutOfRangeException(nameof(size), size, "There is nothing to sell.");
        if (market.Spread is not { } spread) return null;
        var side = market.DepthFace is { } depth ? depth.Value / 2 : market.BidSize?.Value;
        var best = market.BidSize is { IsZero: false } bid ? bid.Value : side / Math.Max(1, market.DepthLevels ?? 1);
        if (best is not > 0) return null;

        var ratio = (double)(size.Value / best.Value);
        var cost = spread.Value / 2 * Math.Sqrt(Math.Max(1, ratio));
        var visible = Math.Max(side ?? 0, best.Value);
        return new(size, new BasisPoints(cost), new Probability((double)Math.Min(1, visible / size.Value)));
    }
}
