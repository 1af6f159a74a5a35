using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Historical simulation with past returns brought to today's volatility.
/// <code>
/// zₜ = (rₜ − μ)/σₜ           one period:  r*ₜ = μ + σ_{T+1}·zₜ
/// several periods:  r*ₖ = μ + σₖ·z drawn with replacement, σ²ₖ₊₁ from <see cref="GarchRecursion"/>, profit = Σ r*ₖ
/// </code>
/// rₜ: return (log returns for several periods); μ: mean a period; σₜ: volatility of period t as foreseen one period before; σ_{T+1}: forecast for
/// the coming period; all in the same unit. Losses are POSITIVE. Sources: J. Hull, A. White (1998), Incorporating volatility updating into the
/// historical simulation method, Journal of Risk 1; G. Barone-Adesi, K. Giannopoulos, L. Vosper (1999), VaR without correlations for
/// portfolios of derivative securities, Journal of Futures Markets 19.
/// </summary>
public static class FilteredHistoricalVar
{
    private const int PathsBetweenReports = 4_096;

    /// <summary>Value at risk and shortfall of the coming period.</summary>
    /// <param name="returns">rₜ, at least one, finite.</param>
    /// <param name="volatilities">σₜ, as many, above 0.</param>
    /// <param name="nextVolatility">σ_{T+1}, above 0.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="mean">μ, finite.</param>
    /// <inheritdoc cref="Scenarios" path="/exception"/>
    public static TailLoss Of(
        ReadOnlySpan<double> returns, ReadOnlySpan<double> volatilities, double nextVolatility, double confidence, double mean = 0)
    {
        Inputs.CheckConfidence(confidence);
        var scenarios = Scenarios(returns, volatilities, nextVolatility, mean);
        Array.Sort(scenarios);
        return TailLoss.OfSorted(scenarios, confidence);
    }

    /// <summary>r*ₜ, in the order of the returns.</summary>
    /// <param name="returns">rₜ, at least one, finite.</param>
    /// <param name="volatilities">σₜ, as many, above 0.</param>
    /// <param name="nextVolatility">σ_{T+1}, above 0.</param>
    /// <param name="mean">μ, finite.</param>
    /// <exception cref="ArgumentException">No return, lengths that differ, a number that is not finite or a volatility not above 0.</exception>
    /// <exception cref="ArithmeticException">A scenario is beyond what a double holds.</exception>
    public static double[] Scenarios(ReadOnlySpan<double> returns, ReadOnlySpan<double> volatilities, double nextVolatility, double mean = 0)
    {
        Inputs.CheckPositive(nextVolatility, nameof(nextVolatility));
        var scenarios = Standardised(returns, volatilities, mean);
        for (var t = 0; t < scenarios.Length; t++) scenarios[t] = Inputs.Finite(mean + (nextVolatility * scenarios[t]));
        return scenarios;
    }

    /// <summary>Value at risk and shortfall over several periods, by simulated paths.</summary>
    /// <param name="returns">rₜ, at least one, finite.</param>
    /// <param name="volatilities">σₜ, as many, above 0.</param>
    /// <param name="nextVolatility">σ_{T+1}, above 0.</param>
    /// <param name="recursion">How the variance goes on.</param>
    /// <param name="horizon">Periods, at least 1.</param>
    /// <param name="paths">Simulated paths, at least 1; 10,000 is usual.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="mean">μ, finite.</param>
    /// <param name="progress">Share of paths done.</param>
    /// <param name="cancellationToken">Stops between paths.</param>
    /// <inheritdoc cref="Scenarios" path="/exception"/>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static TailLoss Simulated(
        ReadOnlySpan<double> returns, ReadOnlySpan<double> volatilities, double nextVolatility, GarchRecursion recursion, int horizon, int paths,
        ulong seed, double confidence, double mean = 0, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Inputs.CheckConfidence(confidence);
        Inputs.CheckPositive(nextVolatility, nameof(nextVolatility));
        recursion.Check();
        if (horizon < 1) throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is at least one period.");
        if (paths < 1) throw new ArgumentOutOfRangeException(nameof(paths), paths, "There is at least one path.");
        var surprises = Standardised(returns, volatilities, mean);
        var draws = new NormalDraws(seed);
        var profits = new double[paths];
        for (var path = 0; path < paths; path++)
        {
            if (path % PathsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)path / paths);
            }

            var (variance, sum) = (nextVolatility * nextVolatility, 0.0);
            for (var k = 0; k < horizon; k++)
            {
                var surprise = Math.Sqrt(variance) * surprises[(int)(draws.Uniform() * surprises.Length)];
                sum += mean + surprise;
                variance = recursion.Next(variance, surprise);
            }

            profits[path] = Inputs.Finite(sum);
        }

        Array.Sort(profits);
        progress?.Report(1);
        return TailLoss.OfSorted(profits, confidence);
    }

    private static double[] Standardised(ReadOnlySpan<double> returns, ReadOnlySpan<double> volatilities, double mean)
    {
        Inputs.CheckSeries(returns, 1, nameof(returns));
        Inputs.CheckSeries(volatilities, 1, nameof(volatilities));
        Inputs.CheckSameLength(returns.Length, volatilities.Length, nameof(volatilities));
        Inputs.CheckFinite(mean, nameof(mean));
        var surprises = new double[returns.Length];
        for (var t = 0; t < surprises.Length; t++)
        {
            if (volatilities[t] <= 0) throw new ArgumentException("A volatility is above 0.", nameof(volatilities));
            surprises[t] = Inputs.Finite((returns[t] - mean) / volatilities[t]);
        }

        return surprises;
    }
}
