namespace LiquidityRisk.Contracts.Calculations;

/// <summary>An asset and how its returns went.</summary>
/// <param name="Name">What it is called in the answer, 1 to 64 characters, each asset another.</param>
/// <param name="Returns">Returns a period as fractions (0.01 = 1 %), oldest first; as many as every other asset has.</param>
/// <param name="Exposure">Money in it, negative for a short position; absent where no money matters.</param>
public sealed record AssetSeries(string? Name, IReadOnlyList<double>? Returns, double? Exposure = null);

/// <summary>A figure with its standard error.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">From the curvature of the likelihood, right when surprises are distributed as assumed; null at a bound.</param>
/// <param name="RobustError">Right also when they are not (Bollerslev and Wooldridge); null at a bound.</param>
public sealed record EstimateAnswer(double Value, double? StandardError, double? RobustError);
