using LiquidityRisk.Contracts.Calculations;
using LiquidityRisk.Quant.Correlation;
using LiquidityRisk.Quant.Optimisation;
using LiquidityRisk.Quant.Risk;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Flows.Calculations;

/// <summary>Chooses the weights of a portfolio. Nothing is stored.</summary>
public static class PortfolioWeights
{
    /// <summary>Chooses.</summary>
    /// <exception cref="CalculationRefusedException">The request is at fault.</exception>
    public static OptimizeAnswer Of(OptimizeRequest request, CancellationToken cancellationToken)
    {
        var (names, returns) = Asked.Assets(request.Assets, 2, 50, 10, 2_000);
        var n = names.Length;
        var objective = request.Objective ?? PortfolioObjective.MinimumVariance;
        var bounds = Bounds(request, n);
        var confidence = Asked.Between("confidence", request.Confidence, 0.95, 0.5, 1);
        var riskFree = Asked.Number("risk_free", request.RiskFree, 0, -1, 10);
        double[] means = request.ExpectedReturns is null ? [.. returns.Select(r => r.Average())] : Asked.Series("expected_returns", request.ExpectedReturns, n, n);
        var (covariance, shrinkage) = Asked.Solve("assets", () => Covariance(request.Covariance, returns));
        var weights = Asked.Solve("assets", () => objective switch
        {
            PortfolioObjective.MaximumSharpe => MaximumSharpe.Weights(
                Array.ConvertAll(means, m => m - riskFree), covariance, bounds, cancellationToken: cancellationToken),
            PortfolioObjective.RiskParity => RiskParity.Weights(covariance, bounds, cancellationToken: cancellationToken),
            PortfolioObjective.HierarchicalRiskParity => HierarchicalRiskParity.Weights(covariance, bounds),
            PortfolioObjective.MinimumShortfall => [.. CvarMinimisation.Of(returns, confidence, bounds, cancellationToken: cancellationToken).Weights],
            _ => MinimumVariance.Weights(covariance, bounds, cancellationToken),
        });
        return Answer(objective, names, returns, weights, covariance, shrinkage, confidence);
    }

    private static OptimizeAnswer Answer(
        PortfolioObjective objective, string[] names, double[][] returns, double[] weights, double[,] covariance, double? shrinkage, double confidence)
    {
        var profits = new double[returns[0].Length];
        for (var i = 0; i < weights.Length; i++)
            for (var t = 0; t < profits.Length; t++) profits[t] += weights[i] * returns[i][t];
        var risks = new double[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            for (var j = 0; j < weights.Length; j++) risks[i] += weights[i] * covariance[i, j] * weights[j];
        var variance = risks.Sum();
        return new(
            objective,
            [.. names.Select((name, i) => new WeightAnswer(name, weights[i], variance > 0 ? risks[i] / variance : 0))],
            Math.Sqrt(Math.Max(0, variance)),
            profits.Average(),
            Asked.Solve("assets", () => ExpectedShortfall.Historical(profits, confidence)),
            shrinkage);
    }

    private static (double[,] Covariance, double? Shrinkage) Covariance(CovarianceEstimate? estimate, double[][] returns)
    {
        if (estimate == CovarianceEstimate.Sample) return (SampleCovariance.Of(returns), null);
        var shrunk = LedoitWolf.Of(returns);
        return (shrunk.Covariance, shrunk.Shrinkage);
    }

    private static WeightBounds Bounds(OptimizeRequest request, int count)
    {
        var lower = Side("lower", request.Lower, 0);
        var upper = Side("upper", request.Upper, 1);
        for (var i = 0; i < count; i++)
            if (lower[i] > upper[i]) throw Asked.Fault(FormattableString.Invariant($"lower[{i}]"), "The least weight is not above the largest.");
        return Asked.Solve("lower", () => new WeightBounds(lower, upper));

        double[] Side(string field, IReadOnlyList<double>? values, double fallback)
        {
            if (values is null) return [.. Enumerable.Repeat(fallback, count)];
            var series = Asked.Series(field, values, count, count);
            for (var i = 0; i < count; i++) Asked.Number(FormattableString.Invariant($"{field}[{i}]"), series[i], 0, -1, 1);
            return series;
        }
    }
}
