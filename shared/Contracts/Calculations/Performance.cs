using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Calculations;

/// <summary>How returns of several periods come together.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ReturnCompounding>))]
public enum ReturnCompounding
{
    /// <summary>They multiply: gains are reinvested.</summary>
    Geometric,

    /// <summary>They add: the same stake every period.</summary>
    Arithmetic,
}

/// <summary>Body of <c>POST /api/v1/quant/performance</c>.</summary>
/// <param name="Returns">2 to 20,000 returns a period as fractions, oldest first.</param>
/// <param name="Benchmark">As many returns of what it is measured against; absent leaves out beta and information ratio.</param>
/// <param name="PeriodsPerYear">Above 0; absent means 365, as crypto trades. Shares trade about 252 days.</param>
/// <param name="RiskFree">Riskless return a year, a fraction; absent means 0.</param>
/// <param name="Compounding">Absent means geometric.</param>
[JsonExample("""{"returns":[0.01,-0.02,0.015,0.003,-0.007,0.02,-0.01,0.005],"benchmark":[0.008,-0.015,0.01,0.002,-0.01,0.018,-0.012,0.004],"periods_per_year":252}""")]
public sealed record PerformanceRequest(
    IReadOnlyList<double>? Returns, IReadOnlyList<double>? Benchmark, double? PeriodsPerYear, double? RiskFree, ReturnCompounding? Compounding);

/// <summary>What is told of a series of returns. A ratio is null where it has no answer, for example without any loss.</summary>
/// <param name="Periods">Returns counted.</param>
/// <param name="TotalReturn">As a fraction.</param>
/// <param name="AnnualisedReturn">A year.</param>
/// <param name="Volatility">A year.</param>
/// <param name="SharpeRatio">Excess return for each unit of volatility, a year.</param>
/// <param name="SortinoRatio">Excess return for each unit of downside deviation over all periods, a year.</param>
/// <param name="CalmarRatio">Annualised return for each unit of the deepest drawdown of the whole series.</param>
/// <param name="OmegaRatio">Gains over losses about the riskless return.</param>
/// <param name="TailRatio">95th for each unit of 5th percentile.</param>
/// <param name="Skewness">Of returns.</param>
/// <param name="ExcessKurtosis">Of returns, 0 for a normal distribution.</param>
/// <param name="MaxDrawdown">Deepest fall from a peak, positive.</param>
/// <param name="CurrentDrawdown">Fall from the last peak.</param>
/// <param name="UlcerIndex">Root mean square of falls.</param>
/// <param name="WinRate">Share of periods with a gain.</param>
/// <param name="ProfitFactor">Sum of gains over sum of losses.</param>
/// <param name="Beta">Against the benchmark; null without one.</param>
/// <param name="InformationRatio">Against the benchmark, a year; null without one.</param>
/// <param name="Drawdowns">Falls from a peak, the deepest ten first.</param>
public sealed record PerformanceAnswer(
    int Periods,
    double TotalReturn,
    double AnnualisedReturn,
    double? Volatility,
    double? SharpeRatio,
    double? SortinoRatio,
    double? CalmarRatio,
    double? OmegaRatio,
    double? TailRatio,
    double? Skewness,
    double? ExcessKurtosis,
    double MaxDrawdown,
    double CurrentDrawdown,
    double UlcerIndex,
    double? WinRate,
    double? ProfitFactor,
    BetaAnswer? Beta,
    double? InformationRatio,
    IReadOnlyList<DrawdownAnswer> Drawdowns);

/// <summary>How returns follow a benchmark (ordinary least squares).</summary>
/// <param name="Slope">Return for each unit of the benchmark's.</param>
/// <param name="Intercept">Return a period when the benchmark stands still.</param>
/// <param name="StandardError">Of the slope; null for two pairs.</param>
/// <param name="RSquared">Share of variance that the benchmark explains.</param>
public sealed record BetaAnswer(double Slope, double Intercept, double? StandardError, double RSquared);

/// <summary>A fall from a peak.</summary>
/// <param name="Start">The period of the peak, from 0 = before the first return.</param>
/// <param name="Trough">The period of the lowest point.</param>
/// <param name="Recovery">The period that was back at the peak; null when not yet.</param>
/// <param name="Depth">As a fraction of the peak, positive.</param>
/// <param name="Duration">Periods from the peak to recovery or the end.</param>
public sealed record DrawdownAnswer(int Start, int Trough, int? Recovery, double Depth, int Duration);
