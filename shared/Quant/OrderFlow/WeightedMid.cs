using System.Numerics.Tensors;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>
/// Mid prices that lean to where less is waiting.
/// <code>
/// weighted mid = I·ask + (1 − I)·bid,  I = q^b/(q^b + q^a)
/// depth-weighted mid = (B·Vᵃ + A·Vᵇ)/(Vᵃ + Vᵇ),  B = Σ pᵇ·qᵇ/Vᵇ,  Vᵇ = Σ qᵇ, A and Vᵃ likewise, over the levels given
/// </code>
/// p, q: price and size of a level. Both lie between the (mean) bid and ask. With one level the second is the first.
/// Source: J. Gatheral and R. Oomen (2010), Zero-intelligence realized variance estimation, Finance and Stochastics 14, for the weighted mid.
/// Not a martingale: see <see cref="Microprice"/>. Valid for books that are not crossed.
/// </summary>
public static class WeightedMid
{
    /// <summary>Of the best quotes, in price.</summary>
    /// <exception cref="ArgumentException">The quote is not finite, is crossed or has no size.</exception>
    public static double Of(BestQuote quote)
    {
        quote.Check(nameof(quote));
        var imbalance = quote.Imbalance;
        return (imbalance * quote.Ask) + ((1 - imbalance) * quote.Bid);
    }

    /// <summary>Of several levels, in price.</summary>
    /// <param name="bidPrices">Prices of bids, finite, at least one.</param>
    /// <param name="bidSizes">Sizes, not negative, together above 0.</param>
    /// <param name="askPrices">Prices of asks, finite, none below a bid.</param>
    /// <param name="askSizes">Sizes, not negative, together above 0.</param>
    /// <exception cref="ArgumentException">Numbers are not as described or lengths differ.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double OfDepth(
        ReadOnlySpan<double> bidPrices, ReadOnlySpan<double> bidSizes, ReadOnlySpan<double> askPrices, ReadOnlySpan<double> askSizes)
    {
        var (bid, bidVolume) = Vwap.Total(bidPrices, bidSizes);
        var (ask, askVolume) = Vwap.Total(askPrices, askSizes);
        if (TensorPrimitives.Max(bidPrices) > TensorPrimitives.Min(askPrices))
            throw new ArgumentException("No ask is below a bid.", nameof(askPrices));
        var imbalance = 1 / (1 + (askVolume / bidVolume));
        return Inputs.Finite((imbalance * ask) + ((1 - imbalance) * bid));
    }
}
