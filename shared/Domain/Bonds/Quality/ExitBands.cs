using LiquidityRisk.Domain.Bonds.Exits;

namespace LiquidityRisk.Domain.Bonds.Quality;

/// <summary>
/// How widely realised times lie around the expected one. The wait for a window is known; only what comes after it is uncertain:
/// <code>
/// wait + m·(expected − wait)      m: multiples of the path
/// </code>
/// </summary>
public static class ExitBands
{
    /// <summary>How many times the expected time after the window a try goes on before it is given up.</summary>
    public const double Patience = 2;

    /// <summary>The band that is meant to hold eight of ten realised times.</summary>
    /// <param name="exit">A feasible recommendation.</param>
    /// <param name="now">When it was made.</param>
    /// <exception cref="ArgumentException">The recommendation is not feasible.</exception>
    public static TimeBand Of(ExitRecommendation exit, DateTimeOffset now)
    {
        var (fast, slow) = MultiplesOf(exit.Path);
        return new(Stretched(exit, now, fast), Stretched(exit, now, 1), Stretched(exit, now, slow));
    }

    /// <summary>When a try is given up.</summary>
    /// <inheritdoc cref="Of"/>
    public static TimeSpan PatienceOf(ExitRecommendation exit, DateTimeOffset now) => Stretched(exit, now, Patience);

    /// <summary>
    /// Lower and upper multiple of the expected time after the window: the tenth and ninetieth percentile of the simulated market's sales
    /// (docs/calibration.md).
    /// </summary>
    public static (double Fast, double Slow) MultiplesOf(ExitPath path) => path switch
    {
        ExitPath.MarketMaker => (0.59, 1.76),
        ExitPath.Auction => (0.72, 1.37),
        ExitPath.RfqBatch => (0.81, 1.12),
        _ => (0.15, 1.66),
    };

    private static TimeSpan Stretched(ExitRecommendation exit, DateTimeOffset now, double multiple)
    {
        if (exit.ExpectedTime is not { } expected) throw new ArgumentException("Only a feasible path takes time.", nameof(exit));
        var wait = exit.Window is { } window ? window.OpensAt - now : TimeSpan.Zero;
        return wait + (multiple * (expected - wait));
    }
}
