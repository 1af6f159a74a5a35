namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// Whether predictions beat a baseline.
/// <code>
/// BSS = 1 − BS / BS_base
/// </code>
/// BS: <see cref="BrierScore"/> of the predictions; BS_base: of the baseline's. 1 is perfect, 0 as good as the baseline, below 0 worse,
/// without lower bound. The usual baseline is climatology, the constant base rate ō, for which BS_base = ō(1 − ō). Source: D. S. Wilks,
/// Statistical Methods in the Atmospheric Sciences, 4th ed. 2019, section 9.4.2. Undefined when the baseline is perfect.
/// </summary>
public static class BrierSkill
{
    /// <summary>Skill from two Brier scores; null when the baseline is perfect.</summary>
    /// <param name="brier">Of the predictions, 0 to 1.</param>
    /// <param name="baseline">Of the baseline, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score outside of [0, 1].</exception>
    public static double? Of(double brier, double baseline)
    {
        if (brier is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(brier), brier, "A Brier score is between 0 and 1.");
        if (baseline is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(baseline), baseline, "A Brier score is between 0 and 1.");
        return baseline > 0 ? 1 - (brier / baseline) : null;
    }

    /// <summary>The Brier score of always saying the base rate: ō(1 − ō).</summary>
    /// <param name="baseRate">Share of cases in which it happened, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate outside of [0, 1].</exception>
    public static double OfBaseRate(double baseRate) => baseRate is >= 0 and <= 1
        ? baseRate * (1 - baseRate)
        : throw new ArgumentOutOfRangeException(nameof(baseRate), baseRate, "A rate is between 0 and 1.");
}
