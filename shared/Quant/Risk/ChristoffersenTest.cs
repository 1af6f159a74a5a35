using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Do the failures of a value at risk come independently of each other, and as often as they should?
/// <code>
/// πᵢ = nᵢ₁/(nᵢ₀ + nᵢ₁)        π = (n₀₁ + n₁₁)/Σn
/// independence:          LR = −2 ln [ L(π, π) / L(π₀, π₁) ]                     χ², 1 degree of freedom
/// conditional coverage:  LR = LR of <see cref="KupiecTest"/> + LR of independence      χ², 2 degrees of freedom
/// </code>
/// nᵢⱼ: periods in state j that follow one in state i (1: loss above the value at risk); L: likelihood of the n − 1 moves; 0·ln 0 = 0.
/// Kupiec's part counts all n periods. Sees only bunching from one period to the next. Source: P. Christoffersen (1998), Evaluating
/// interval forecasts, International Economic Review 39.
/// </summary>
public static class ChristoffersenTest
{
    /// <summary>The test of independence.</summary>
    /// <param name="hits">Whether each period's loss exceeded its value at risk, oldest first; at least two.</param>
    /// <exception cref="ArgumentException">Fewer than two periods.</exception>
    public static BacktestResult Independence(ReadOnlySpan<bool> hits) => BacktestResult.Of(Likelihood(hits), 1);

    /// <summary>The joint test of frequency and independence.</summary>
    /// <param name="hits">Whether each period's loss exceeded its value at risk, oldest first; at least two.</param>
    /// <param name="confidence">Of the value at risk, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">Fewer than two periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    public static BacktestResult ConditionalCoverage(ReadOnlySpan<bool> hits, double confidence)
    {
        Inputs.CheckConfidence(confidence);
        var independence = Likelihood(hits);
        return BacktestResult.Of(KupiecTest.Of(hits.Count(true), hits.Length, confidence).Statistic + independence, 2);
    }

    private static double Likelihood(ReadOnlySpan<bool> hits)
    {
        if (hits.Length < 2) throw new ArgumentException("Independence takes at least two periods.", nameof(hits));
        var (n00, n01, n10, n11) = (0.0, 0.0, 0.0, 0.0);
        for (var t = 1; t < hits.Length; t++)
        {
            switch (hits[t - 1], hits[t])
            {
                case (false, false): n00++; break;
                case (false, true): n01++; break;
                case (true, false): n10++; break;
                default: n11++; break;
            }
        }

        var after = KupiecTest.LogLikelihood(n00, n01, n01 / Math.Max(1, n00 + n01)) + KupiecTest.LogLikelihood(n10, n11, n11 / Math.Max(1, n10 + n11));
        var any = KupiecTest.LogLikelihood(n00 + n10, n01 + n11, (n01 + n11) / (hits.Length - 1));
        return Math.Max(0, 2 * (after - any));
    }
}
