using LiquidityRisk.Contracts.Calculations;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Quant.Correlation;
using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Flows.Calculations;

/// <summary>Fits models of volatility and correlation. Nothing is stored.</summary>
public static class VolatilityModels
{
    /// <summary>Fits one series.</summary>
    /// <exception cref="CalculationRefusedException">The request is at fault.</exception>
    public static GarchAnswer Fit(GarchRequest request, CancellationToken cancellationToken)
    {
        var returns = Asked.Series("returns", request.Returns, 50, 20_000);
        var model = request.Model ?? VolatilityModel.Garch;
        var (arch, lags) = (Asked.Whole("arch_lags", request.ArchLags, 1, 1, 5), Asked.Whole("garch_lags", request.GarchLags, 1, 0, 5));
        if (model == VolatilityModel.Gjr && (arch, lags) != (1, 1)) throw Asked.Fault("arch_lags", "With leverage there is one lag of each.");
        var periods = Asked.Number("periods_per_year", request.PeriodsPerYear, 365, 0.01, 1e9);
        var horizon = Asked.Whole("horizon", request.Horizon, 10, 1, 250);
        var innovations = request.Innovations == DistributionShape.StudentT ? Innovations.StudentT : Innovations.Normal;
        return Asked.Solve("returns", () => Answer(
            model,
            model == VolatilityModel.Gjr
                ? GjrGarch.Fit(returns, innovations, cancel: cancellationToken)
                : Garch.Fit(returns, arch, lags, innovations, cancel: cancellationToken),
            horizon,
            periods));
    }

    /// <summary>Fits the correlations of several series.</summary>
    /// <exception cref="CalculationRefusedException">The request is at fault.</exception>
    public static DccAnswer Fit(DccRequest request, CancellationToken cancellationToken)
    {
        var (names, returns) = Asked.Assets(request.Assets, 2, 20, 100, 5_000);
        var fit = Asked.Solve("assets", () => Dcc.Fit(returns, cancel: cancellationToken));
        return new(
            names, fit.A, fit.B, fit.Converged, fit.LogLikelihood, Rows(fit.Target), Rows(fit.Next),
            [.. fit.Volatilities.Select(v => Math.Sqrt(v.Path.NextVariance))],
            request.Path is true ? Pairs(names, Dcc.Path(fit)) : null);
    }

    private static GarchAnswer Answer(VolatilityModel model, GarchFit fit, int horizon, double periodsPerYear)
    {
        var (p, inner, robust) = (fit.Parameters, fit.HessianErrors, fit.RobustErrors);
        var longRun = Math.Sqrt(p.LongRunVariance);
        var forecast = fit.Forecast(horizon);
        return new(
            model,
            SnakeCase.Of(fit.Outcome),
            new(p.Mean, inner?.Mean, robust?.Mean),
            new(p.Omega, inner?.Omega, robust?.Omega),
            Estimates(p.Alpha, inner?.Alpha, robust?.Alpha),
            Estimates(p.Beta, inner?.Beta, robust?.Beta),
            model == VolatilityModel.Gjr ? new(p.Gamma, inner?.Gamma, robust?.Gamma) : null,
            p.DegreesOfFreedom is { } nu ? new(nu, inner?.DegreesOfFreedom, robust?.DegreesOfFreedom) : null,
            fit.Path.LogLikelihood,
            p.Persistence,
            longRun,
            longRun * Math.Sqrt(periodsPerYear),
            p.Persistence > 0 ? Math.Log(0.5) / Math.Log(p.Persistence) : null,
            Array.ConvertAll(fit.Path.Variances.ToArray(), Math.Sqrt),
            Array.ConvertAll(forecast, Math.Sqrt),
            Math.Sqrt(forecast.Sum()));
    }

    private static List<EstimateAnswer> Estimates(ReadOnlyMemory<double> values, ReadOnlyMemory<double>? inner, ReadOnlyMemory<double>? robust)
    {
        var estimates = new List<EstimateAnswer>(values.Length);
        for (var i = 0; i < values.Length; i++) estimates.Add(new(values.Span[i], inner?.Span[i], robust?.Span[i]));
        return estimates;
    }

    private static List<PairPathAnswer> Pairs(string[] names, IReadOnlyList<double[,]> path)
    {
        var pairs = new List<PairPathAnswer>();
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = i + 1; j < names.Length; j++)
            {
                var (row, column) = (i, j);
                pairs.Add(new(names[i], names[j], [.. path.Take(path.Count - 1).Select(r => r[row, column])]));
            }
        }

        return pairs;
    }

    private static List<IReadOnlyList<double>> Rows(double[,] matrix) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => (IReadOnlyList<double>)[.. Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j])])];
}
