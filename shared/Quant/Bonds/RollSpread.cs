namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// The bid-ask spread that a series of trade prices betrays by bouncing.
/// <code>
/// S = 2·√(−γ₁)      γ₁ = Cov(Δpₜ, Δpₜ₋₁)
/// </code>
/// In the unit of the prices (take logarithms for a relative spread); not negative. γ₁ is the sample covariance of the N − 2
/// pairs of neighbouring changes about their means, divided by N − 3. Source: R. Roll (1984), A Simple Implicit Measure of the
/// Effective Bid-Ask Spread in an Efficient Market, Journal of Finance 39. Valid when trades are as likely at bid as at ask,
/// independently; positive γ₁ (a trend) contradicts that, and then there is no estimate.
/// </summary>
public static class RollSpread
{
    /// <summary>Fewest prices that give an estimate.</summary>
    public const int MinPrices = 4;

    /// <summary>The effective spread in the unit of the prices; null when the covariance is positive.</summary>
    /// <param name="prices">Consecutive trade prices, at least <see cref="MinPrices"/>.</param>
    /// <exception cref="ArgumentException">Too few prices, or one that is not finite.</exception>
    public static double? Of(ReadOnlySpan<double> prices)
    {
        if (prices.Length < MinPrices) throw new ArgumentException("A Roll spread takes at least four prices.", nameof(prices));
        foreach (var price in prices)
            if (!double.IsFinite(price)) throw new ArgumentException("A price is finite.", nameof(prices));

        var pairs = prices.Length - 2;
        var (meanEarlier, meanLater) = ((prices[^2] - prices[0]) / pairs, (prices[^1] - prices[1]) / pairs);
        var sum = 0.0;
        for (var i = 0; i < pairs; i++)
            sum += (prices[i + 1] - prices[i] - meanEarlier) * (prices[i + 2] - prices[i + 1] - meanLater);
        return OfCovariance(sum / (pairs - 1));
    }

    /// <summary>The effective spread for a known first-order covariance of price changes; null when it is positive.</summary>
    /// <exception cref="ArgumentException">The covariance is not finite.</exception>
    public static double? OfCovariance(double covariance)
    {
        if (!double.IsFinite(covariance)) throw new ArgumentException("A covariance is finite.", nameof(covariance));
        return covariance > 0 ? null : 2 * Math.Sqrt(-covariance);
    }
}
