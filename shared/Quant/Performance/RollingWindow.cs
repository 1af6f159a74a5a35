using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Performance;

/// <summary>A figure of one window of returns.</summary>
/// <param name="returns">The window, oldest first.</param>
public delegate double WindowFigure(ReadOnlySpan<double> returns);

/// <summary>
/// Any figure of returns over a window that moves on by one period.
/// <code>
/// Fₜ = F(rₜ₋ᵥ₊₁, …, rₜ),   t = v … n
/// </code>
/// v: length of the window; n returns give n − v + 1 figures. Source: C. Bacon (2008), Practical Portfolio Performance Measurement and Attribution, ch. 4.
/// </summary>
public static class RollingWindow
{
    /// <summary>The figures, the oldest first; null where a window has no answer (it does not vary, it has no loss).</summary>
    /// <param name="returns">At least as many as the window, finite.</param>
    /// <param name="window">v, at least 1.</param>
    /// <param name="figure">F, for instance a Sharpe ratio; what it refuses as bad input is thrown on.</param>
    /// <exception cref="ArgumentException">Fewer returns than the window, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A window below 1.</exception>
    public static double?[] Of(ReadOnlySpan<double> returns, int window, WindowFigure figure)
    {
        if (window < 1) throw new ArgumentOutOfRangeException(nameof(window), window, "A window holds at least one period.");
        Inputs.CheckSeries(returns, window, nameof(returns));
        var figures = new double?[returns.Length - window + 1];
        for (var t = 0; t < figures.Length; t++)
        {
            try
            {
                figures[t] = figure(returns.Slice(t, window));
            }
            catch (ArithmeticException)
            {
                figures[t] = null;
            }
        }

        return figures;
    }
}
