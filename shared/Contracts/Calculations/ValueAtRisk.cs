using System.Text.Json.Serialization;
using LiquidityRisk.Contracts.Json;

namespace LiquidityRisk.Contracts.Calculations;

/// <summary>How a value at risk is computed.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<VarMethod>))]
public enum VarMethod
{
    /// <summary>Past returns, each rescaled to the volatility that a GARCH model sees ahead.</summary>
    FilteredHistorical,

    /// <summary>Past returns as they were.</summary>
    Historical,

    /// <summary>Past returns, older ones counting less.</summary>
    WeightedHistorical,

    /// <summary>A normal distribution.</summary>
    Normal,

    /// <summary>Student's t distribution of the same variance.</summary>
    StudentT,

    /// <summary>A normal distribution bent to the skewness and kurtosis of the returns.</summary>
    CornishFisher,

    /// <summary>Simulated paths of correlated assets.</summary>
    MonteCarlo,
}

/// <summary>A family of distributions.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<DistributionShape>))]
public enum DistributionShape
{
    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Student's t.</summary>
    StudentT,
}

/// <summary>Body of <c>POST /api/v1/quant/var</c>.</summary>
/// <param name="Assets">1 to 200 assets with their exposures and 20 to 5,000 returns each.</param>
/// <param name="Method">How; absent means filtered historical simulation.</param>
/// <param name="Confidence">Above 0.5 and below 1; absent means 0.99.</param>
/// <param name="Horizon">Periods ahead, 1 to 250; absent means 1. By √t where a distribution is assumed, by overlapping periods or simulated paths elsewhere.</param>
/// <param name="Decay">Weight of a return against that of the next one, 0.5 to 1, for the weighted method; absent means 0.98.</param>
/// <param name="DegreesOfFreedom">Of Student's t, above 2; absent means 5.</param>
/// <param name="Paths">Simulated paths, even, 2 to 200,000; absent means 10,000.</param>
/// <param name="Seed">The same seed gives the same answer; absent means 1.</param>
/// <param name="Copula">How simulated assets depend on each other; absent means normal.</param>
/// <param name="Marginal">How one simulated asset is distributed; absent means normal.</param>
[JsonExample("""{"method":"historical","confidence":0.9,"assets":[{"name":"BTC","exposure":60000,"returns":[0.01,-0.03,0.02,0.00,-0.01,0.04,-0.05,0.03,0.01,-0.02,0.02,-0.01,0.00,0.03,-0.04,0.01,0.02,-0.02,0.05,-0.03]},{"name":"ETH","exposure":40000,"returns":[0.02,-0.04,0.01,0.01,-0.02,0.05,-0.06,0.02,0.02,-0.03,0.01,-0.02,0.01,0.04,-0.05,0.02,0.01,-0.03,0.06,-0.02]}]}""")]
public sealed record VarRequest(
    IReadOnlyList<AssetSeries>? Assets,
    VarMethod? Method,
    double? Confidence,
    int? Horizon,
    double? Decay,
    double? DegreesOfFreedom,
    int? Paths,
    long? Seed,
    DistributionShape? Copula,
    DistributionShape? Marginal);

/// <summary>How much can be lost. Losses are positive, in the unit of the exposures.</summary>
/// <param name="Method">How it was computed.</param>
/// <param name="Confidence">The share of outcomes that lose less.</param>
/// <param name="Horizon">Periods ahead.</param>
/// <param name="ValueAtRisk">The loss that is exceeded with a probability of 1 − confidence.</param>
/// <param name="ExpectedShortfall">The mean loss beyond it, never below the value at risk.</param>
/// <param name="Components">What each asset adds to the loss: they sum to the expected shortfall of the same returns.</param>
/// <param name="Observations">Returns that it rests on.</param>
/// <param name="Assumptions">What was assumed on the way, in words.</param>
public sealed record VarAnswer(
    VarMethod Method,
    double Confidence,
    int Horizon,
    double ValueAtRisk,
    double ExpectedShortfall,
    IReadOnlyList<LossComponentAnswer> Components,
    int Observations,
    IReadOnlyList<string> Assumptions);

/// <summary>What an asset adds to a loss.</summary>
/// <param name="Name">Which asset.</param>
/// <param name="Exposure">Money in it.</param>
/// <param name="Component">Its part of the expected shortfall of one period by historical simulation; negative for a hedge.</param>
/// <param name="Share">The same as a fraction of the whole; null when the whole is 0.</param>
public sealed record LossComponentAnswer(string Name, double Exposure, double Component, double? Share);
