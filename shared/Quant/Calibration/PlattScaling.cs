namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// A straight line through the log-odds that makes probabilities fit what happened.
/// <code>
/// p' = 1 / (1 + e^(−(a + b·logit p)))      logit p = ln(p / (1 − p))
/// </code>
/// a, b: maximum likelihood by Newton's method with halved steps, with b held at or above <see cref="MinSlope"/>, so that the order of predictions stays;
/// a = 0, b = 1 changes nothing. Source: J. Platt (1999), Probabilistic outputs for support vector machines, in Advances in Large Margin
/// Classifiers; with log-odds as input also known as Cox's (1958) recalibration. Predictions are cut at 10⁻⁶ from 0 and 1.
/// </summary>
public static class PlattScaling
{
    /// <summary>Smallest slope.</summary>
    public const double MinSlope = 0.05;

    private const double Edge = 1e-6;
    private const int MaxSteps = 100;
    private const double SmallestStep = 1e-6;

    /// <summary>Intercept and slope.</summary>
    /// <param name="predicted">Probabilities, 0 to 1; at least one.</param>
    /// <param name="happened">What happened; as many, both cases among them.</param>
    /// <exception cref="ArgumentException">
    /// Nothing to fit, lengths that differ, a prediction outside of [0, 1], or only one of the two outcomes: the likelihood has no maximum.
    /// </exception>
    public static (double Intercept, double Slope) Fit(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened)
    {
        Predictions.Check(predicted, happened);
        if (!happened.Contains(true) || !happened.Contains(false))
            throw new ArgumentException("Both outcomes must be among the cases.", nameof(happened));
        var logOdds = new double[predicted.Length];
        for (var i = 0; i < logOdds.Length; i++) logOdds[i] = LogOdds(predicted[i]);
        var (a, b) = Climb(logOdds, happened, 0, 1, free: true);
        return b >= MinSlope ? (a, b) : Climb(logOdds, happened, 0, MinSlope, free: false);
    }

    /// <summary>The calibrated probability.</summary>
    public static double Apply(double predicted, double intercept, double slope) =>
        1 / (1 + Math.Exp(-(intercept + (slope * LogOdds(predicted)))));

    private static double LogOdds(double p)
    {
        var inside = Math.Clamp(p, Edge, 1 - Edge);
        return Math.Log(inside / (1 - inside));
    }

    private static (double A, double B) Climb(double[] x, ReadOnlySpan<bool> y, double a, double b, bool free)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            var (ga, gb, haa, hab, hbb) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
            for (var i = 0; i < x.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-(a + (b * x[i]))));
                var (miss, weight) = ((y[i] ? 1 : 0) - p, p * (1 - p));
                ga += miss;
                gb += miss * x[i];
                haa += weight;
                hab += weight * x[i];
                hbb += weight * x[i] * x[i];
            }

            var determinant = (haa * hbb) - (hab * hab);
            var (da, db) = free && determinant > 1e-12 * haa * hbb
                ? (((hbb * ga) - (hab * gb)) / determinant, ((haa * gb) - (hab * ga)) / determinant)
                : (ga / haa, 0.0); // one and the same prediction throughout: only the intercept can be told
            var (length, best) = (1.0, Likelihood(x, y, a, b));
            while (length > SmallestStep && !(Likelihood(x, y, a + (length * da), b + (length * db)) >= best)) length /= 2;
            if (length <= SmallestStep || Math.Abs(da) + Math.Abs(db) < 1e-12) break;
            (a, b) = (a + (length * da), b + (length * db));
        }

        return (a, b);
    }

    // ln(1 + e^(−m)) of the margin m, without overflow
    private static double Likelihood(double[] x, ReadOnlySpan<bool> y, double a, double b)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var margin = (y[i] ? 1 : -1) * (a + (b * x[i]));
            sum -= Math.Max(0, -margin) + Math.Log(1 + Math.Exp(-Math.Abs(margin)));
        }

        return sum;
    }
}
