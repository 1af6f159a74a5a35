namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// GARCH(p,q) with a constant mean, fitted by maximum likelihood.
/// <code>
/// rₜ = μ + eₜ      hₜ = ω + Σ αᵢ·e²ₜ₋ᵢ + Σ βⱼ·hₜ₋ⱼ      maximise Σ ln f(eₜ | hₜ)
/// </code>
/// q lags of e², p lags of h; f: normal or standardised Student's t. ω &gt; 0, α, β ≥ 0 and Σα + Σβ &lt; 1 hold by construction: the search runs in
/// coordinates that cannot leave that range, by quasi-Newton steps with the analytic gradient, and ends with Newton steps.
/// The recursion starts as in <see cref="GarchFilter"/>. The unit of returns does not matter: returns c times as large give μ·c, ω·c² and the same α, β, ν.
/// Source: T. Bollerslev (1986), Generalized autoregressive conditional heteroskedasticity, Journal of Econometrics 31; T. Bollerslev, J. Wooldridge
/// (1992), Quasi-maximum likelihood estimation, Econometric Reviews 11, for robust errors. Sensible from about 250 returns.
/// </summary>
public static class Garch
{
    /// <summary>The model that makes the returns likeliest.</summary>
    /// <param name="returns">Returns in order of time, at least ten for each parameter.</param>
    /// <param name="archLags">q, lags of squared surprises, 1 to 20.</param>
    /// <param name="garchLags">p, lags of variances, 0 to 20; 0 is an ARCH model.</param>
    /// <param name="innovations">Distribution of surprises.</param>
    /// <param name="progress">Told the share of allowed evaluations that are spent.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">Too few returns, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Lags outside of their range.</exception>
    /// <exception cref="ArithmeticException">The returns do not vary, or so that a double does not hold their variance.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static GarchFit Fit(
        ReadOnlySpan<double> returns,
        int archLags = 1,
        int garchLags = 1,
        Innovations innovations = Innovations.Normal,
        IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        if (archLags is < 1 or > 20) throw new ArgumentOutOfRangeException(nameof(archLags), archLags, "There are 1 to 20 lags of squared surprises.");
        if (garchLags is < 0 or > 20) throw new ArgumentOutOfRangeException(nameof(garchLags), garchLags, "There are 0 to 20 lags of variances.");
        Observations.CheckFinite(returns, 10 * (3 + archLags + garchLags));
        var student = innovations is Innovations.StudentT;
        return GarchSearch.Run(
            returns,
            y => (archLags, garchLags) is (1, 1) ? new OneLagLikelihood(y, leverage: false, student) : new ManyLagLikelihood(y, archLags, garchLags, student),
            progress,
            cancel);
    }
}
