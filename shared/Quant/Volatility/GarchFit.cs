namespace LiquidityRisk.Quant.Volatility;

/// <summary>How a search for the largest likelihood ended.</summary>
public enum GarchOutcome
{
    /// <summary>The likelihood is largest inside of the parameters' range: its slope is 0 and it falls to every side.</summary>
    Converged,

    /// <summary>
    /// The likelihood is largest where a parameter meets its bound (a weight of 0, a persistence of 1, ν at 2 or without end): usable, but
    /// without standard errors. Often a sign that the returns do not need the parameter.
    /// </summary>
    ConvergedAtBound,

    /// <summary>The search ran out of evaluations, or the point found is no clear maximum: do not rely on the parameters.</summary>
    NotConverged,
}

/// <summary>Standard errors of parameters, each in its parameter's unit; null where the model has no such parameter.</summary>
public sealed record GarchErrors(
    double Mean, double Omega, ReadOnlyMemory<double> Alpha, ReadOnlyMemory<double> Beta, double? Gamma, double? DegreesOfFreedom);

/// <summary>A fitted GARCH model.</summary>
/// <param name="Parameters">The parameters where the likelihood is largest.</param>
/// <param name="Path">Residuals, conditional variances, standardised residuals, log-likelihood and the next variance.</param>
/// <param name="HessianErrors">Standard errors from the inverse Hessian, right when the distribution of surprises is; null unless converged inside.</param>
/// <param name="RobustErrors">
/// Standard errors of Bollerslev and Wooldridge, H⁻¹·(Σ s·sᵀ)·H⁻¹, right also for surprises that are distributed otherwise; null unless converged inside.
/// </param>
/// <param name="Outcome">How the search ended.</param>
/// <param name="Evaluations">How often likelihood and gradient were computed.</param>
public sealed record GarchFit(
    GarchParameters Parameters, GarchPath Path, GarchErrors? HessianErrors, GarchErrors? RobustErrors, GarchOutcome Outcome, int Evaluations)
{
    /// <summary>Whether the parameters may be relied on.</summary>
    public bool Converged => Outcome is not GarchOutcome.NotConverged;

    /// <summary>Expected variances of the next periods (<see cref="GarchForecast"/>).</summary>
    /// <inheritdoc cref="GarchForecast.Variances" path="/param[@name='horizon']"/>
    /// <inheritdoc cref="GarchForecast.Variances" path="/exception"/>
    public double[] Forecast(int horizon) => GarchForecast.Variances(Parameters, Path, horizon);
}
