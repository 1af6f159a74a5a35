namespace LiquidityRisk.Local.Simulator.CashMarket;

/// <summary>
/// How the price of EU allowances moves: lognormal stochastic volatility, r = σ·exp(h)·z with z standard normal and h a stationary Gaussian
/// autoregression (S. J. Taylor, Modelling Financial Time Series, 1986). The figures are moments of the 843 daily log-returns of phase 4 in
/// eua_daily.csv, 4 January 2021 to 8 April 2024 (EUR 33.56 to EUR 61.88); a test computes them anew. Chinese allowances have no such file:
/// they are assumed to move by the same percentages.
/// </summary>
internal static class AllowanceReturns
{
    /// <summary>Standard deviation of a day's log-return: 2.74 %, or 43.5 % over 252 days.</summary>
    public const double DailyVolatility = 0.0274;

    /// <summary>Fourth central moment over the squared variance; 3 for a normal distribution.</summary>
    public const double Kurtosis = 7.80;

    /// <summary>Mean autocorrelation of absolute returns over lags of 1 to 10 days.</summary>
    public const double MeanAbsoluteCorrelation = 0.0974;

    /// <summary>Autocorrelation of h from one day to the next, such that the model has <see cref="MeanAbsoluteCorrelation"/>.</summary>
    public const double Persistence = 0.81;

    /// <summary>A trading day: 07:00 to 17:00 in London, the session of ICE Endex.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromHours(10);

    /// <summary>Standard deviation of h: the kurtosis of the model is 3·exp(4·Var h).</summary>
    public static double LogVolatilitySd { get; } = Math.Sqrt(Math.Log(Kurtosis / 3) / 4);

    /// <summary>Median daily volatility σ: the variance of the model is σ²·exp(2·Var h).</summary>
    public static double MedianVolatility { get; } = DailyVolatility * Math.Exp(-LogVolatilitySd * LogVolatilitySd);

    /// <summary>What the model says of the autocorrelation of absolute returns: (exp(Var h·φ^lag) − 1) / (π/2·exp(Var h) − 1).</summary>
    public static double AbsoluteCorrelation(int lag)
    {
        var variance = LogVolatilitySd * LogVolatilitySd;
        return (Math.Exp(variance * Math.Pow(Persistence, lag)) - 1) / ((Math.PI / 2 * Math.Exp(variance)) - 1);
    }
}
