using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>
/// The mission's combined measure of exposure, 0 (spread, calm, easily sold) to 100:
/// <code>
/// 0.3·concentration + 0.3·volatility + 0.2·liquidity + 0.2·correlation
/// </code>
/// concentration: 100·HHI of the assets; volatility: 10 points per percent of daily volatility, so that the alert's 5 % is the middle;
/// liquidity: <see cref="MarketLiquidity.Component"/>; correlation: 100·<see cref="CorrelationRisk"/>. Each is 0 to 100. A part that is not
/// known is null, and the weights of the others are scaled up to one.
/// </summary>
/// <param name="Value">The score; null when no part is known.</param>
/// <param name="Concentration">Its part.</param>
/// <param name="Volatility">Its part.</param>
/// <param name="Liquidity">Its part.</param>
/// <param name="Correlation">Its part.</param>
public sealed record ExposureScore(Score? Value, Score? Concentration, Score? Volatility, Score? Liquidity, Score? Correlation)
{
    private const double PointsPerDailyVolatility = 1_000;

    /// <summary>The score of its measures.</summary>
    /// <param name="byAsset">Spread over assets.</param>
    /// <param name="volatility">Volatility of the assets.</param>
    /// <param name="liquidity">How easily they are sold.</param>
    /// <param name="correlation">How much they move together, 0 to 1.</param>
    public static ExposureScore Of(Spread? byAsset, WalletVolatility? volatility, MarketLiquidity liquidity, double? correlation)
    {
        var parts = new ExposureScore(
            null,
            Points(100 * byAsset?.Hhi.Value),
            Points(PointsPerDailyVolatility * volatility?.Daily),
            Points(liquidity.Component),
            Points(100 * correlation));
        var (sum, weights) = (0.0, 0.0);
        Add(0.3, parts.Concentration);
        Add(0.3, parts.Volatility);
        Add(0.2, parts.Liquidity);
        Add(0.2, parts.Correlation);
        return weights > 0 ? parts with { Value = Score.Clamp(sum / weights) } : parts;

        void Add(double weight, Score? part)
        {
            if (part is not { } score) return;
            sum += weight * score.Value;
            weights += weight;
        }
    }

    private static Score? Points(double? points) => points is { } value ? Score.Clamp(value) : null;
}
