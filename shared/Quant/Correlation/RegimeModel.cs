namespace LiquidityRisk.Quant.Correlation;

/// <summary>One state of the market.</summary>
/// <param name="Mean">Mean observation in it.</param>
/// <param name="Variance">Variance of observations in it, above 0.</param>
/// <param name="Start">Probability that the first observation is in it.</param>
/// <param name="Stay">Probability that the next observation is in it, given that this one is.</param>
public sealed record Regime(double Mean, double Variance, double Start, double Stay);

/// <summary>Two states and when each was.</summary>
/// <param name="Calm">The state with the lower mean square, mean² + variance: of returns the one that varies less, of volatilities the lower one.</param>
/// <param name="Turbulent">The other.</param>
/// <param name="LogLikelihood">Natural logarithm of the density of all observations.</param>
/// <param name="Turbulence">Of each observation, the probability that it was in the turbulent state, given all observations (smoothed).</param>
/// <param name="NextTurbulence">The same for the observation to come.</param>
/// <param name="MostLikely">The single likeliest sequence of states (Viterbi): true where turbulent.</param>
/// <param name="Converged">Whether the likelihood had ceased to rise.</param>
/// <param name="Rounds">Rounds of estimation.</param>
public sealed record RegimeFit(
    Regime Calm,
    Regime Turbulent,
    double LogLikelihood,
    ReadOnlyMemory<double> Turbulence,
    double NextTurbulence,
    ReadOnlyMemory<bool> MostLikely,
    bool Converged,
    int Rounds);
