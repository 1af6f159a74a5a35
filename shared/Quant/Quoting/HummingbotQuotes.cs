using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// The quotes of the Hummingbot bot, for comparison only: σ stands where the paper has σ².
/// <code>
/// r = s − q·γ·σ·(T−t)        δᵃ + δᵇ = γ·σ·(T−t) + (2/γ)·ln(1 + γ/k)
/// </code>
/// Symbols as in <see cref="AvellanedaStoikov"/>. The units do not fit (price per √time is added to price), so results change with the unit of time;
/// do not trade on it. It takes <see cref="PriceVolatility"/> where the model takes <see cref="VarianceRate"/>: neither can be given for the other.
/// Source: Hummingbot Foundation, strategy "avellaneda_market_making".
/// </summary>
public static class HummingbotQuotes
{
    /// <summary>Bid and ask.</summary>
    /// <param name="mid">s, finite.</param>
    /// <param name="inventory">q: that bot's share of its target, in lots.</param>
    /// <param name="aversion">γ.</param>
    /// <param name="volatility">σ.</param>
    /// <param name="decay">k.</param>
    /// <param name="left">T − t; that bot counts a session as 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mid is not finite.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static QuotePair Of(
        double mid, Inventory inventory, RiskAversion aversion, PriceVolatility volatility, FillDecay decay, TimeLeft left)
    {
        Inputs.CheckFinite(mid, nameof(mid));
        var risk = aversion.Value * volatility.Value * left.Value;
        var centre = mid - (inventory.Lots * risk);
        var half = (risk / 2) + AvellanedaStoikov.IntensityTerm(aversion, decay);
        return new(Inputs.Finite(centre - half), Inputs.Finite(centre + half));
    }
}
