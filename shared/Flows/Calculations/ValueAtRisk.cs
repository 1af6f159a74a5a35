using LiquidityRisk.Contracts.Calculations;
using LiquidityRisk.Quant.Performance;
using LiquidityRisk.Quant.Risk;
using LiquidityRisk.Quant.Statistics;
using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Flows.Calculations;

/// <summary>How much a portfolio can lose, by the method asked for. Nothing is stored.</summary>
public static class ValueAtRisk
{
    private const int LeastForVolatility = 100;

    /// <summary>Computes it.</summary>
    /// <exception cref="CalculationRefusedException">The request is at fault.</exception>
    public static VarAnswer Of(VarRequest request, CancellationToken cancellationToken)
    {
        var asked = Read(request);
        var profits = Profits(asked);
        var assumptions = new List<string>();
        var loss = Asked.Solve("assets", () => Loss(asked, profits, assumptions, cancellationToken));
        var split = Asked.Solve("assets", () => ComponentExpectedShortfall.Of(InMoney(asked), asked.Confidence));
        var components = asked.Names.Select((name, i) => new LossComponentAnswer(
            name, asked.Exposures[i], split.Component[i], split.Total == 0 ? null : split.Component[i] / split.Total));
        return new(
            asked.Method, asked.Confidence, asked.Horizon, loss.ValueAtRisk, loss.ExpectedShortfall, [.. components], profits.Length, assumptions);
    }

    private static Question Read(VarRequest request)
    {
        var (names, returns) = Asked.Assets(request.Assets, 1, 200, 20, 5_000);
        var exposures = new double[names.Length];
        for (var i = 0; i < names.Length; i++)
            exposures[i] = Asked.Required(FormattableString.Invariant($"assets[{i}].exposure"), request.Assets![i].Exposure, -1e15, 1e15);
        var paths = Asked.Whole("paths", request.Paths, 10_000, 2, 200_000);
        if (paths % 2 != 0) throw Asked.Fault("paths", "An even number is expected: every path has a mirror image.");
        var method = request.Method ?? VarMethod.FilteredHistorical;
        var horizon = Asked.Whole("horizon", request.Horizon, 1, 1, 250);
        if (horizon > returns[0].Length / 2)
            throw Asked.Fault("horizon", FormattableString.Invariant($"At most half of the {returns[0].Length} periods observed is expected."));
        if (method == VarMethod.FilteredHistorical && returns[0].Length < LeastForVolatility)
            throw Asked.Fault("assets[0].returns", FormattableString.Invariant($"At least {LeastForVolatility} numbers are expected to see how volatility moves; ask for historical with fewer."));
        return new(
            names, returns, exposures, method,
            Asked.Between("confidence", request.Confidence, 0.99, 0.5, 1), horizon,
            Asked.Between("decay", request.Decay, 0.98, 0.5, 1), paths,
            (ulong)(request.Seed is >= 0 or null ? request.Seed ?? 1 : throw Asked.Fault("seed", "A whole number of 0 or more is expected.")),
            new MonteCarloModel(Shape(request.Copula), Shape(request.Marginal), Asked.Number("degrees_of_freedom", request.DegreesOfFreedom, 5, 2.01, 1e6)));
    }

    private static TailLoss Loss(Question asked, double[] profits, List<string> assumptions, CancellationToken cancellationToken)
    {
        switch (asked.Method)
        {
            case VarMethod.Historical or VarMethod.WeightedHistorical:
                if (asked.Horizon > 1) assumptions.Add("Longer horizons are overlapping sums of past profits, so neighbouring ones are not independent.");
                var past = OverlappingReturns.OfLog(profits, asked.Horizon);
                return asked.Method == VarMethod.Historical
                    ? new(HistoricalVar.Of(past, asked.Confidence), ExpectedShortfall.Historical(past, asked.Confidence))
                    : new(WeightedHistoricalVar.Of(past, asked.Confidence, asked.Decay), ExpectedShortfall.Weighted(past, asked.Confidence, asked.Decay));
            case VarMethod.FilteredHistorical:
                return Filtered(asked, profits, assumptions, cancellationToken);
            case VarMethod.MonteCarlo:
                assumptions.Add("Variances and covariances are those of the sample and grow with time; profits are linear in returns.");
                return Simulated(asked, cancellationToken);
            default:
                if (asked.Horizon > 1) assumptions.Add("Longer horizons grow with the square root of time: returns are taken as independent.");
                return Distributed(asked, profits);
        }
    }

    private static TailLoss Filtered(Question asked, double[] profits, List<string> assumptions, CancellationToken cancellationToken)
    {
        var fit = Garch.Fit(profits, cancel: cancellationToken);
        if (!fit.Converged) throw new ArithmeticException("The volatility model did not settle on these returns; ask for historical.");
        assumptions.Add("Past returns are rescaled to the volatility that a GARCH(1,1) model of the portfolio sees ahead.");
        var variances = fit.Path.Variances.Span;
        var volatilities = new double[variances.Length];
        for (var t = 0; t < volatilities.Length; t++) volatilities[t] = Math.Sqrt(variances[t]);
        var (parameters, next) = (fit.Parameters, Math.Sqrt(fit.Path.NextVariance));
        if (asked.Horizon == 1) return FilteredHistoricalVar.Of(profits, volatilities, next, asked.Confidence, parameters.Mean);
        var recursion = new GarchRecursion(parameters.Omega, parameters.Alpha.Span[0], parameters.Beta.Span[0]);
        return FilteredHistoricalVar.Simulated(
            profits, volatilities, next, recursion, asked.Horizon, asked.Paths, asked.Seed, asked.Confidence, parameters.Mean, cancellationToken: cancellationToken);
    }

    private static TailLoss Simulated(Question asked, CancellationToken cancellationToken)
    {
        var covariance = SampleCovariance.Of(asked.Returns);
        for (var i = 0; i < asked.Names.Length; i++)
            for (var j = 0; j < asked.Names.Length; j++) covariance[i, j] *= asked.Horizon;
        double[] means = [.. asked.Returns.Select(r => r.Average() * asked.Horizon)];
        return MonteCarloVar.Of(
            asked.Exposures, covariance, asked.Model, asked.Confidence, asked.Paths, asked.Seed, means, cancellationToken: cancellationToken);
    }

    private static TailLoss Distributed(Question asked, double[] profits)
    {
        var (mean, volatility) = (profits.Average(), CloseToCloseVolatility.OfReturns(profits, 1));
        var (c, h, nu) = (asked.Confidence, asked.Horizon, asked.Model.DegreesOfFreedom);
        if (asked.Method == VarMethod.Normal)
            return new(ParametricVar.Normal(mean, volatility, c, h), ParametricExpectedShortfall.Normal(mean, volatility, c, h));
        if (asked.Method == VarMethod.StudentT)
            return new(ParametricVar.StudentT(mean, volatility, nu, c, h), ParametricExpectedShortfall.StudentT(mean, volatility, nu, c, h));
        var (skewness, kurtosis) = (ShapeOfReturns.Skewness(profits), ShapeOfReturns.ExcessKurtosis(profits));
        return new(
            ParametricVar.CornishFisher(mean, volatility, skewness, kurtosis, c, h),
            ParametricExpectedShortfall.CornishFisher(mean, volatility, skewness, kurtosis, c, h));
    }

    private static double[] Profits(Question asked)
    {
        var profits = new double[asked.Returns[0].Length];
        for (var i = 0; i < asked.Names.Length; i++)
            for (var t = 0; t < profits.Length; t++) profits[t] += asked.Exposures[i] * asked.Returns[i][t];
        return profits;
    }

    private static double[][] InMoney(Question asked) => [.. asked.Returns.Select((series, i) => Array.ConvertAll(series, r => r * asked.Exposures[i]))];

    private static Shape Shape(DistributionShape? shape) => shape == DistributionShape.StudentT ? Quant.Risk.Shape.StudentT : Quant.Risk.Shape.Normal;

    private sealed record Question(
        string[] Names, double[][] Returns, double[] Exposures, VarMethod Method, double Confidence, int Horizon, double Decay, int Paths, ulong Seed, MonteCarloModel Model);
}
