namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// GJR-GARCH(1,1): falls may raise variance more than rises do; fitted by maximum likelihood.
/// <code>
/// rₜ = μ + eₜ      hₜ = ω + α·e²ₜ₋₁ + γ·e²ₜ₋₁·[eₜ₋₁ &lt; 0] + β·hₜ₋₁      maximise Σ ln f(eₜ | hₜ)
/// </code>
/// f: normal or standardised Student's t. ω &gt; 0, α ≥ 0, α + γ ≥ 0, β ≥ 0 and α + γ/2 + β &lt; 1 hold by construction. γ &gt; 0 is the leverage effect
/// of shares; γ = 0 is <see cref="Garch"/>(1,1). The recursion starts as in <see cref="GarchFilter"/>.
/// Source: L. Glosten, R. Jagannathan, D. Runkle (1993), On the relation between the expected value and the volatility of the nominal excess return on
/// stocks, Journal of Finance 48. Sensible from about 500 returns.
/// </summary>
public static class GjrGarch
{
    /// <summary>The model that makes the returns likeliest.</summary>
    /// <param name="returns">Returns in order of time, at least 60.</param>
    /// <param name="innovations">Distribution of surprises.</param>
    /// <param name="progress">Told the share of allowed evaluations that are spent.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">Too few returns, or one that is not finite.</exception>
    /// <exception cref="ArithmeticException">The returns do not vary, or so that a double does not hold their variance.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static GarchFit Fit(
        ReadOnlySpan<double> returns,
        Innovations innovations = Innovations.Normal,
        IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        Observations.CheckFinite(returns, 60);
        return GarchSearch.Run(returns, y => new OneLagLikelihood(y, leverage: true, innovations is Innovations.StudentT), progress, cancel);
    }
}
