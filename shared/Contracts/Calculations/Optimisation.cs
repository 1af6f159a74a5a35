using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Calculations;

/// <summary>What weights are chosen for.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<PortfolioObjective>))]
public enum PortfolioObjective
{
    /// <summary>The smallest variance.</summary>
    MinimumVariance,

    /// <summary>The most excess return for each unit of volatility.</summary>
    MaximumSharpe,

    /// <summary>Every asset contributes the same risk.</summary>
    RiskParity,

    /// <summary>Risk is halved along the tree of similar assets (López de Prado).</summary>
    HierarchicalRiskParity,

    /// <summary>The smallest expected shortfall of past returns (Rockafellar, Uryasev).</summary>
    MinimumShortfall,
}

/// <summary>How the covariance of returns is estimated.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<CovarianceEstimate>))]
public enum CovarianceEstimate
{
    /// <summary>Shrunk towards a multiple of the identity (Ledoit, Wolf 2004).</summary>
    LedoitWolf,

    /// <summary>As in the sample.</summary>
    Sample,
}

/// <summary>Body of <c>POST /api/v1/quant/optimize</c>.</summary>
/// <param name="Objective">What for; absent means minimum variance.</param>
/// <param name="Assets">2 to 50 assets with 10 to 2,000 returns each; exposures do not matter.</param>
/// <param name="Lower">Least weight of each asset, −1 to 1; absent means 0 for all.</param>
/// <param name="Upper">Largest weight of each asset, −1 to 1; absent means 1 for all.</param>
/// <param name="ExpectedReturns">Of each asset a period, for the largest Sharpe ratio; absent means the mean of the past.</param>
/// <param name="RiskFree">Riskless return a period; absent means 0.</param>
/// <param name="Confidence">Of the expected shortfall, above 0.5 and below 1; absent means 0.95.</param>
/// <param name="Covariance">How it is estimated; absent means Ledoit-Wolf.</param>
[JsonExample("""{"objective":"risk_parity","assets":[{"name":"A","returns":[0.01,-0.02,0.01,0.02,-0.01,0.00,0.01,-0.01,0.02,-0.02]},{"name":"B","returns":[0.00,-0.01,0.02,0.01,-0.02,0.01,0.00,-0.01,0.01,0.01]}]}""")]
public sealed record OptimizeRequest(
    PortfolioObjective? Objective,
    IReadOnlyList<AssetSeries>? Assets,
    IReadOnlyList<double>? Lower,
    IReadOnlyList<double>? Upper,
    IReadOnlyList<double>? ExpectedReturns,
    double? RiskFree,
    double? Confidence,
    CovarianceEstimate? Covariance);

/// <summary>Chosen weights; they sum to 1.</summary>
/// <param name="Objective">What for.</param>
/// <param name="Weights">One per asset, in the order asked.</param>
/// <param name="Volatility">Of the portfolio a period, by the covariance that was used.</param>
/// <param name="MeanReturn">Of the portfolio a period, by the returns that were given.</param>
/// <param name="ExpectedShortfall">Of the portfolio a period, by past returns at the confidence asked; losses positive.</param>
/// <param name="Shrinkage">How far the covariance was shrunk, 0 to 1; null when it was not.</param>
public sealed record OptimizeAnswer(
    PortfolioObjective Objective,
    IReadOnlyList<WeightAnswer> Weights,
    double Volatility,
    double MeanReturn,
    double ExpectedShortfall,
    double? Shrinkage);

/// <summary>The weight of an asset.</summary>
/// <param name="Name">Which asset.</param>
/// <param name="Weight">Its share of the money.</param>
/// <param name="RiskShare">Its share of the variance; they sum to 1.</param>
public sealed record WeightAnswer(string Name, double Weight, double RiskShare);
