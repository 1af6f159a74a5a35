using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.TestKit;

/// <summary>Markets as a trader would write them down, made through the real constructors.</summary>
public static class Markets
{
    /// <summary>The founding document's example: 100.50/100.75, five million deep, ten million traded, last trade 300 s ago.</summary>
    public static Microstructure Example { get; } = Of(100.50m, 100.75m);

    public static Microstructure Of(
        decimal? bid, decimal? ask, decimal? depth = 5_000_000, decimal? volume = 10_000_000, double? secondsSinceTrade = 300) => new(
        bid is { } b ? new BondPrice(b) : null,
        ask is { } a ? new BondPrice(a) : null,
        bid is null ? null : new FaceAmount(1_000_000),
        ask is null ? null : new FaceAmount(1_000_000),
        depth is { } d ? new FaceAmount(d) : null,
        5,
        25,
        null,
        volume is { } v ? new FaceAmount(v) : null,
        secondsSinceTrade is { } s ? TimeSpan.FromSeconds(s) : null);
}
