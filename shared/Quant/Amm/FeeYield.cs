using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>
/// What a pool earns in fees, and what it must earn to make up for its loss versus rebalancing.
/// <code>
/// yield = f·volume/V        break-even: f·volume/V = ℓ/V        volume* = ℓ/f        σ* = √(8·f·volume/V)  (constant product)
/// </code>
/// f: fee as a fraction of volume; volume: value traded per time; V: value of the pool (of the liquidity that was in range); ℓ: see
/// <see cref="LossVersusRebalancing"/>. Yields are fractions per time in the unit of time of the volume, without compounding.
/// Source: J. Milionis et al. (2022), Automated market making and loss-versus-rebalancing, section 1. Valid for V and f above 0.
/// </summary>
public static class FeeYield
{
    /// <summary>Fees as a fraction of the pool's value per time.</summary>
    /// <param name="fee">f, 0 to below 1.</param>
    /// <param name="volume">Value traded per time, not negative.</param>
    /// <param name="value">V, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Of(double fee, double volume, double value)
    {
        CheckFee(fee);
        Inputs.CheckNotNegative(volume, nameof(volume));
        Inputs.CheckPositive(value, nameof(value));
        return Inputs.Finite(fee * (volume / value));
    }

    /// <summary>Volume per time whose fees equal a loss per time.</summary>
    /// <param name="fee">f, above 0, below 1.</param>
    /// <param name="loss">ℓ, not negative, in value per time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double BreakEvenVolume(double fee, double loss)
    {
        CheckFee(fee);
        Inputs.CheckPositive(fee, nameof(fee));
        Inputs.CheckNotNegative(loss, nameof(loss));
        return Inputs.Finite(loss / fee);
    }

    /// <summary>Volatility at which a constant product pool's fees equal its loss versus rebalancing, per √time; above it the pool loses.</summary>
    /// <inheritdoc cref="Of" path="/*[self::param or self::exception]"/>
    public static double BreakEvenVolatility(double fee, double volume, double value) => Math.Sqrt(8) * Math.Sqrt(Of(fee, volume, value));

    private static void CheckFee(double fee)
    {
        if (!(fee is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(fee), fee, "A fee is 0 to below 1.");
    }
}
