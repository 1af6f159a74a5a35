using LiquidityRisk.Quant.Optimisation;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// Finds the parameters where a likelihood is largest. Returns are first centred and divided by their standard deviation; the best of a few models starts
/// a quasi-Newton search in <see cref="GarchCoordinates"/>; <see cref="GarchCurvature"/> ends it with Newton steps and gives standard errors.
/// </summary>
internal static class GarchSearch
{
    private const int MostEvaluations = 2_000;
    private const double Flat = 1e-7; // slope of the likelihood of one return, in coordinates of order 1
    private const double NearlyFlat = 1e-5;
    private const double Near = 1e-7; // of a bound: the likelihood is flat there by construction
    private const double Suspect = 1e-2; // of a bound: where a likelihood that does not fall to every side is held up by that bound

    private static readonly (double Arch, double Lags)[] Starts = [(0.05, 0.9), (0.1, 0.85), (0.2, 0.7), (0.1, 0.6), (0.3, 0.2), (0.03, 0.96)];

    public static GarchFit Run(
        ReadOnlySpan<double> returns, Func<double[], GarchLikelihood> model, IProgress<double>? progress, CancellationToken cancel)
    {
        var centre = Observations.Mean(returns);
        var scale = Observations.Norm(returns, centre) / Math.Sqrt(returns.Length);
        if (!(scale > 1e-13 * Math.Abs(centre))) throw new ArithmeticException("Returns that do not vary have no variance model.");
        var y = new double[returns.Length];
        for (var i = 0; i < y.Length; i++) y[i] = (returns[i] - centre) / scale;

        var likelihood = model(y);
        var coordinates = new GarchCoordinates(likelihood);
        var x = new double[likelihood.Count];
        Objective objective = (free, gradient) => Objective(likelihood, coordinates, free, x, gradient);
        var minimum = Starting(objective, likelihood, coordinates)
            .Take(likelihood is OneLagLikelihood ? 1 : 3)
            .Select(start => QuasiNewton.Minimise(objective, start, Flat, MostEvaluations, progress, cancel))
            .MinBy(m => m.Value)!;
        coordinates.ToModel(minimum.X, x);
        var curvature = minimum.Slope > NearlyFlat || coordinates.IsAtBound(x, Near) ? null : GarchCurvature.Polish(likelihood, coordinates, x);
        var outcome = minimum.Slope > NearlyFlat ? GarchOutcome.NotConverged
            : curvature is not null ? GarchOutcome.Converged
            : coordinates.IsAtBound(x, Suspect) ? GarchOutcome.ConvergedAtBound
            : GarchOutcome.NotConverged;
        var parameters = Parameters(likelihood, x, centre, scale);
        return new(
            parameters,
            GarchFilter.Run(parameters, returns),
            curvature is null ? null : Errors(likelihood, curvature.Hessian, scale),
            curvature is null ? null : Errors(likelihood, curvature.Robust, scale),
            outcome,
            minimum.Evaluations + Starts.Length + (curvature?.Evaluations ?? 0));
    }

    private static double Objective(
        GarchLikelihood likelihood, GarchCoordinates coordinates, ReadOnlySpan<double> free, double[] x, Span<double> gradient)
    {
        if (!coordinates.ToModel(free, x)) return double.PositiveInfinity;
        var value = likelihood.Evaluate(x, gradient);
        coordinates.Chain(x, gradient);
        foreach (ref var g in gradient) g /= -likelihood.Length;
        return -value / likelihood.Length;
    }

    // Best first.
    private static IEnumerable<double[]> Starting(Objective objective, GarchLikelihood likelihood, GarchCoordinates coordinates)
    {
        var gradient = new double[likelihood.Count];
        var shares = new double[likelihood.Arch + likelihood.Lags];
        return Starts.Select(s =>
        {
            shares.AsSpan(0, likelihood.Arch).Fill(s.Arch / likelihood.Arch);
            shares.AsSpan(likelihood.Arch).Fill(s.Lags / Math.Max(1, likelihood.Lags));
            var free = coordinates.FromModel(0, 1, shares, nu: 8);
            return (Free: free, Value: objective(free, gradient));
        }).OrderBy(s => s.Value).Select(s => s.Free).ToList();
    }

    private static GarchParameters Parameters(GarchLikelihood likelihood, double[] x, double centre, double scale)
    {
        var leverage = likelihood.Share < 1;
        var omega = Inputs.Finite(x[1] * scale * scale);
        if (omega == 0) throw new ArithmeticException("The variance is below what a double holds.");
        return new(
            centre + (scale * x[0]),
            omega,
            x.AsMemory(2, leverage ? 1 : likelihood.Arch).ToArray(),
            x.AsMemory(2 + likelihood.Arch, likelihood.Lags).ToArray(),
            leverage ? Math.Max(x[3] - x[2], -x[2]) : 0,
            likelihood.Student ? x[^1] : null);
    }

    private static GarchErrors Errors(GarchLikelihood likelihood, double[,] covariance, double scale)
    {
        var leverage = likelihood.Share < 1;
        double Root(int i) => Math.Sqrt(covariance[i, i]);
        return new(
            scale * Root(0),
            scale * scale * Root(1),
            Enumerable.Range(2, leverage ? 1 : likelihood.Arch).Select(Root).ToArray(),
            Enumerable.Range(2 + likelihood.Arch, likelihood.Lags).Select(Root).ToArray(),
            leverage ? Math.Sqrt(covariance[2, 2] + covariance[3, 3] - (2 * covariance[2, 3])) : null,
            likelihood.Student ? Root(likelihood.Count - 1) : null);
    }
}
