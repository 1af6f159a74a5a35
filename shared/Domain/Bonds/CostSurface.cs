using LiquidityRisk.Quant.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>What it costs to sell any size of a bond, within any time, at any confidence: see <see cref="LiquidationCost"/>.</summary>
public sealed record CostSurface
{
    private readonly double _spread;
    private readonly double _depth;
    private readonly double _volume;
    private readonly double _age;

    private CostSurface(double spread, double depth, double volume, double age) =>
        (_spread, _depth, _volume, _age) = (spread, depth, volume, age);

    /// <summary>
    /// The surface that a look at the market gives; null with a reason when bid, ask, depth or last trade is missing. Half of the
    /// visible depth is taken as the bid side's. A session without a known volume counts as one without trading.
    /// </summary>
    public static (CostSurface? Surface, CostSurfaceGap? Gap) Of(Microstructure market) => market switch
    {
        { Bid: null } => (null, CostSurfaceGap.NoBid),
        { IsCrossed: true } => (null, CostSurfaceGap.CrossedMarket),
        { Spread: null } => (null, CostSurfaceGap.NoAsk),
        { DepthFace: null or { IsZero: true } } => (null, CostSurfaceGap.NoDepth),
        { TimeSinceLastTrade: null } => (null, CostSurfaceGap.NoTrade),
        _ => (
            new CostSurface(
                market.Spread.Value.Value,
                (double)market.DepthFace.Value.Value / 2,
                (double)(market.VolumeFace?.Value ?? 0),
                Math.Max(0, market.TimeSinceLastTrade.Value.TotalDays)),
            null),
    };

    /// <summary>Basis points below mid: rises with size and confidence, falls with the horizon.</summary>
    /// <param name="size">Face amount to sell, above 0.</param>
    /// <param name="horizon">Time to sell it in, not negative.</param>
    /// <param name="confidence">Probability that it does not cost more, from 0.5 (the middle case) to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    public BasisPoints At(FaceAmount size, TimeSpan horizon, Probability confidence) => new(LiquidationCost.Of(
        (double)size.Value, horizon.TotalDays, confidence.Value, _spread, _depth, _volume, _age));
}

/// <summary>Why there is no cost surface.</summary>
public enum CostSurfaceGap
{
    /// <summary>Nobody pays a price, or none was observed.</summary>
    NoBid,

    /// <summary>Nobody asks one, so there is no spread.</summary>
    NoAsk,

    /// <summary>Bid and ask are crossed.</summary>
    CrossedMarket,

    /// <summary>Depth is zero or was not observed.</summary>
    NoDepth,

    /// <summary>The last trade is not known.</summary>
    NoTrade,
}
