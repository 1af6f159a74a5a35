namespace LiquidityRisk.Quant.Quoting;

/// <summary>λ(δ) = A·e^(−kδ) as estimated.</summary>
/// <param name="Intensity">A, per time.</param>
/// <param name="Decay">k, per price.</param>
/// <param name="IntensityError">Standard error of A (from that of ln A), per time.</param>
/// <param name="DecayError">Standard error of k, per price.</param>
/// <param name="Covariance">Covariance of the estimates of ln A and k.</param>
/// <param name="LogLikelihood">ln L at the estimate, terms without A and k left out.</param>
public sealed record FillModel(
    FillIntensity Intensity, FillDecay Decay, double IntensityError, double DecayError, double Covariance, double LogLikelihood);
