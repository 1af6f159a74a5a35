using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Calculations;

/// <summary>A model of volatility.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<VolatilityModel>))]
public enum VolatilityModel
{
    /// <summary>GARCH(p,q).</summary>
    Garch,

    /// <summary>GARCH(1,1) in which falls count more than rises (Glosten, Jagannathan, Runkle).</summary>
    Gjr,
}

/// <summary>Body of <c>POST /api/v1/quant/garch</c>.</summary>
/// <param name="Returns">50 to 20,000 returns a period, oldest first, in any unit.</param>
/// <param name="Model">Which model; absent means GARCH.</param>
/// <param name="ArchLags">q, lags of squared surprises, 1 to 5; absent means 1.</param>
/// <param name="GarchLags">p, lags of variances, 0 to 5; absent means 1.</param>
/// <param name="Innovations">How surprises are distributed; absent means normal.</param>
/// <param name="Horizon">Periods to forecast, 1 to 250; absent means 10.</param>
/// <param name="PeriodsPerYear">For annualised figures, above 0; absent means 365.</param>
[JsonExample("""{"horizon":5,"returns":[0.1,-0.3,0.2,0.5,-0.4,0.1,0.0,0.3,-0.2,0.1,0.6,-0.7,0.4,-0.1,0.2,-0.2,0.1,0.3,-0.5,0.2,0.1,-0.1,0.0,0.2,-0.3,0.9,-1.1,0.8,-0.6,0.4,-0.2,0.1,0.2,-0.1,0.3,-0.4,0.2,0.1,-0.2,0.0,0.1,-0.1,0.4,-0.3,0.5,-0.8,0.7,-0.2,0.1,0.0,0.2,-0.1,0.1,-0.3,0.2,0.4,-0.5,0.3,-0.1,0.1]}""")]
public sealed record GarchRequest(
    IReadOnlyList<double>? Returns,
    VolatilityModel? Model,
    int? ArchLags,
    int? GarchLags,
    DistributionShape? Innovations,
    int? Horizon,
    double? PeriodsPerYear);

/// <summary>A fitted model of volatility.</summary>
/// <param name="Model">Which model.</param>
/// <param name="Outcome">converged, converged_at_bound or not_converged; do not rely on the last.</param>
/// <param name="Mean">μ, in the unit of the returns.</param>
/// <param name="Omega">ω, in its square.</param>
/// <param name="Alpha">α₁ …: what a squared surprise adds.</param>
/// <param name="Beta">β₁ …: what remains of past variance.</param>
/// <param name="Gamma">γ: what a fall adds on top; null without leverage.</param>
/// <param name="DegreesOfFreedom">ν of Student's t; null for normal surprises.</param>
/// <param name="LogLikelihood">In natural logarithms.</param>
/// <param name="Persistence">How much of a shock is left after a period; below 1.</param>
/// <param name="LongRunVolatility">What forecasts tend to, a period.</param>
/// <param name="LongRunVolatilityAnnual">The same a year.</param>
/// <param name="HalfLifePeriods">Periods until half of a shock is gone; null when nothing persists.</param>
/// <param name="Volatilities">Conditional volatility of each period, as many as returns.</param>
/// <param name="Forecast">Volatility of each of the next periods.</param>
/// <param name="ForecastVolatility">Of the return over the whole horizon.</param>
public sealed record GarchAnswer(
    VolatilityModel Model,
    string Outcome,
    EstimateAnswer Mean,
    EstimateAnswer Omega,
    IReadOnlyList<EstimateAnswer> Alpha,
    IReadOnlyList<EstimateAnswer> Beta,
    EstimateAnswer? Gamma,
    EstimateAnswer? DegreesOfFreedom,
    double LogLikelihood,
    double Persistence,
    double LongRunVolatility,
    double LongRunVolatilityAnnual,
    double? HalfLifePeriods,
    IReadOnlyList<double> Volatilities,
    IReadOnlyList<double> Forecast,
    double ForecastVolatility);

/// <summary>Body of <c>POST /api/v1/quant/dcc</c>.</summary>
/// <param name="Assets">2 to 20 assets with 100 to 5,000 returns each; exposures do not matter.</param>
/// <param name="Path">Whether the correlations of every period are wanted, not only the last and the next; absent means no.</param>
public sealed record DccRequest(IReadOnlyList<AssetSeries>? Assets, bool? Path);

/// <summary>Correlations that move (DCC(1,1), Engle 2002).</summary>
/// <param name="Names">The order of rows and columns.</param>
/// <param name="A">What a joint surprise adds.</param>
/// <param name="B">What remains of past correlation.</param>
/// <param name="Converged">Whether every search did; do not rely on the figures otherwise.</param>
/// <param name="LogLikelihood">Of the second step, in natural logarithms.</param>
/// <param name="LongRun">What correlations return to.</param>
/// <param name="Next">Correlations of the period after the last.</param>
/// <param name="NextVolatilities">Volatility of each asset in that period.</param>
/// <param name="Path">Correlations of every period, if asked for.</param>
public sealed record DccAnswer(
    IReadOnlyList<string> Names,
    double A,
    double B,
    bool Converged,
    double LogLikelihood,
    IReadOnlyList<IReadOnlyList<double>> LongRun,
    IReadOnlyList<IReadOnlyList<double>> Next,
    IReadOnlyList<double> NextVolatilities,
    IReadOnlyList<PairPathAnswer>? Path);

/// <summary>How the correlation of two assets moved.</summary>
/// <param name="First">One asset.</param>
/// <param name="Second">The other.</param>
/// <param name="Correlations">One per period.</param>
public sealed record PairPathAnswer(string First, string Second, IReadOnlyList<double> Correlations);
