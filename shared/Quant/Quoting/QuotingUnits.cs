using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// σ: standard deviation of the change of a price over one unit of time, in price per √time (absolute, not a fraction of the price).
/// Models ask for <see cref="VarianceRate"/>, so that σ where σ² belongs does not compile. The default is no volatility.
/// </summary>
public readonly record struct PriceVolatility
{
    /// <summary>A volatility in price per √time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public PriceVolatility(double value)
    {
        Inputs.CheckNotNegative(value, nameof(value));
        Value = value;
    }

    /// <summary>Price per √time, not negative.</summary>
    public double Value { get; }

    /// <summary>σ² in price² per time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The square is beyond what a double holds.</exception>
    public VarianceRate Squared => new(Value * Value);
}

/// <summary>σ²: variance of the change of a price over one unit of time, in price² per time. The default is no variance.</summary>
public readonly record struct VarianceRate
{
    /// <summary>A variance in price² per time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public VarianceRate(double value)
    {
        Inputs.CheckNotNegative(value, nameof(value));
        Value = value;
    }

    /// <summary>Price² per time, not negative.</summary>
    public double Value { get; }
}

/// <summary>γ: absolute risk aversion, per (price · lot). The default, 0, is a dealer to whom risk does not matter.</summary>
public readonly record struct RiskAversion
{
    /// <summary>A risk aversion per (price · lot).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public RiskAversion(double value)
    {
        Inputs.CheckNotNegative(value, nameof(value));
        Value = value;
    }

    /// <summary>Per (price · lot), not negative.</summary>
    public double Value { get; }
}

/// <summary>k in λ(δ) = A·e^(−kδ): how fast fills become rarer with the distance from the mid, per price. The default is not valid.</summary>
public readonly record struct FillDecay
{
    /// <summary>A decay per price.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite and above 0.</exception>
    public FillDecay(double value)
    {
        Inputs.CheckPositive(value, nameof(value));
        Value = value;
    }

    /// <summary>Per price, above 0.</summary>
    public double Value { get; }
}

/// <summary>A in λ(δ) = A·e^(−kδ): fills per unit of time of a quote at the mid, on one side. The default is not valid.</summary>
public readonly record struct FillIntensity
{
    /// <summary>An intensity per time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite and above 0.</exception>
    public FillIntensity(double value)
    {
        Inputs.CheckPositive(value, nameof(value));
        Value = value;
    }

    /// <summary>Per time, above 0.</summary>
    public double Value { get; }

    /// <summary>λ(δ) = A·e^(−kδ), per time; above A for a quote beyond the mid (δ below 0).</summary>
    /// <exception cref="ArithmeticException">Beyond what a double holds.</exception>
    public double At(double distance, FillDecay decay) => Inputs.Finite(Value * Math.Exp(-decay.Value * distance));
}

/// <summary>q: what the dealer holds, in lots; below 0 when short. The default is flat.</summary>
public readonly record struct Inventory
{
    /// <summary>A holding in lots.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public Inventory(double lots)
    {
        Inputs.CheckFinite(lots, nameof(lots));
        Lots = lots;
    }

    /// <summary>Lots, signed.</summary>
    public double Lots { get; }
}
