using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// The variances that a GARCH model expects for the periods to come.
/// <code>
/// E[hₜ₊ₖ] = ω + Σ αᵢ·E[e²ₜ₊ₖ₋ᵢ] + γ·E[e²·[e &lt; 0]]ₜ₊ₖ₋₁ + Σ βⱼ·E[hₜ₊ₖ₋ⱼ]
/// </code>
/// where what is past is known, and for the future E[e²] = E[h] and E[e²·[e &lt; 0]] = E[h]/2 (surprises are symmetric). For GARCH(1,1):
/// E[hₜ₊ₖ] = σ² + (α + β)^(k−1)·(hₜ₊₁ − σ²), σ² the long-run variance.
/// Source: R. Engle, T. Bollerslev (1986), Modelling the persistence of conditional variances, Econometric Reviews 5. Valid for any horizon of one period and more.
/// </summary>
public static class GarchForecast
{
    /// <summary>Expected variances of the next periods, first the next one.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="path">What it made of the past (<see cref="GarchFilter"/>), as long as its lags at least.</param>
    /// <param name="horizon">Periods, at least one.</param>
    /// <exception cref="ArgumentException">Parameters outside of their range, or a path shorter than the lags.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is not one period or more.</exception>
    /// <exception cref="ArithmeticException">A variance is beyond what a double holds (persistence above 1 and far ahead).</exception>
    public static double[] Variances(GarchParameters parameters, GarchPath path, int horizon)
    {
        GarchParameters.Check(parameters);
        if (horizon < 1) throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon is one period or more.");
        var alpha = parameters.Alpha.Span;
        var beta = parameters.Beta.Span;
        var n = path.Variances.Length;
        if (n < Math.Max(alpha.Length, beta.Length)) throw new ArgumentException("The path is as long as the lags.", nameof(path));
        var e = path.Residuals.Span;
        var h = path.Variances.Span;
        var ahead = new double[horizon];
        ahead[0] = path.NextVariance;
        for (var k = 1; k < horizon; k++)
        {
            var next = parameters.Omega + (parameters.Gamma * ahead[k - 1] / 2);
            for (var i = 1; i <= alpha.Length; i++) next += alpha[i - 1] * (k >= i ? ahead[k - i] : e[n + k - i] * e[n + k - i]);
            for (var j = 1; j <= beta.Length; j++) next += beta[j - 1] * (k >= j ? ahead[k - j] : h[n + k - j]);
            ahead[k] = Inputs.Finite(next);
        }

        return ahead;
    }

    /// <summary>The volatility of the return over the whole horizon, √Σ E[h], in the unit of the returns.</summary>
    /// <inheritdoc cref="Variances" path="/param"/>
    /// <inheritdoc cref="Variances" path="/exception"/>
    public static double Volatility(GarchParameters parameters, GarchPath path, int horizon)
    {
        var sum = 0.0;
        foreach (var variance in Variances(parameters, path, horizon)) sum += variance;
        return Inputs.Finite(Math.Sqrt(sum));
    }
}
