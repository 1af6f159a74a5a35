using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>Weights of the liquidity index's components; they sum to 1.</summary>
public sealed record LiquidityWeights
{
    /// <summary>Takes four weights.</summary>
    /// <exception cref="ArgumentException">They do not sum to 1 (within 1e-9).</exception>
    public LiquidityWeights(Weight spread, Weight depth, Weight turnover, Weight volume)
    {
        var sum = spread.Value + depth.Value + turnover.Value + volume.Value;
        if (Math.Abs(sum - 1) > 1e-9)
            throw new ArgumentException(FormattableString.Invariant($"The liquidity index weights sum to {sum}, not to 1."), nameof(spread));
        (Spread, Depth, Turnover, Volume) = (spread, depth, turnover, volume);
    }

    /// <summary>30 % spread, 25 % depth, 25 % turnover, 20 % volume.</summary>
    public static LiquidityWeights Standard { get; } = new(new(0.30), new(0.25), new(0.25), new(0.20));

    /// <summary>Weight of tightness.</summary>
    public Weight Spread { get; }

    /// <summary>Weight of depth.</summary>
    public Weight Depth { get; }

    /// <summary>Weight of recency of trading.</summary>
    public Weight Turnover { get; }

    /// <summary>Weight of traded volume.</summary>
    public Weight Volume { get; }
}
