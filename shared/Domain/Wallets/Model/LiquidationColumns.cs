namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>
/// What the trees see: the features, and one more that is made of two of them, because a fork looks at one number at a time.
/// <code>
/// distance = ln(HF)/σ
/// </code>
/// HF: health factor; σ: its daily volatility. In daily standard deviations to a health factor of 1; the first-passage probability falls with
/// it. A feature that is not known is NaN.
/// </summary>
public static class LiquidationColumns
{
    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. LiquidationFeatures.Names, "distance_to_one"];

    /// <summary>The columns of a sample.</summary>
    /// <param name="features">As <see cref="LiquidationFeatures.Names"/>.</param>
    /// <exception cref="ArgumentException">Not as many features as names.</exception>
    public static double[] Of(IReadOnlyList<double?> features)
    {
        if (features.Count != LiquidationFeatures.Names.Count) throw new ArgumentException("There are as many features as names.", nameof(features));
        return [.. features.Select(Known), Distance(features[LiquidationFeatures.HealthFactor], features[LiquidationFeatures.HealthVolatility])];
    }

    private static double Distance(double? factor, double? volatility) =>
        factor is > 0 and var f && volatility is > 0 and var v ? Known(Math.Log(f) / v) : double.NaN;

    // Trees keep numbers as 32-bit floats; what does not fit is as good as not known.
    private static double Known(double? value) => value is { } number && float.IsFinite((float)number) ? number : double.NaN;
}
