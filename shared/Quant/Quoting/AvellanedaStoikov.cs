using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// Quotes of a dealer with exponential utility whose fills arrive at λ(δ) = A·e^(−kδ).
/// <code>
/// r = s − q·γ·σ²·(T−t)                              reservation price
/// δᵃ + δᵇ = γ·σ²·(T−t) + (2/γ)·ln(1 + γ/k)          total spread, around r; 2/k in the limit γ → 0
/// </code>
/// s: mid price; q: inventory in lots, below 0 when short; γ: risk aversion per (price · lot); σ²: variance of the price in price² per time;
/// T−t: time left; k: decay of fills per price. The spread does not depend on q: inventory is controlled by where the quotes stand.
/// A finite horizon is <see cref="TimeLeft.Until"/>, a rolling session <see cref="TimeLeft.OfSession"/>.
/// Source: M. Avellaneda and S. Stoikov (2008), High-frequency trading in a limit order book, Quantitative Finance 8, equations 29 and 30: a
/// first-order expansion in q, good for small inventories and short horizons. Quotes may cross the mid for a large |q|; see <see cref="QuoteLadder"/>.
/// </summary>
public static class AvellanedaStoikov
{
    /// <summary>r, the price at which the dealer does not mind to hold one lot more or less.</summary>
    /// <param name="mid">s, finite.</param>
    /// <param name="inventory">q.</param>
    /// <param name="aversion">γ.</param>
    /// <param name="variance">σ².</param>
    /// <param name="left">T − t.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mid is not finite.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double ReservationPrice(double mid, Inventory inventory, RiskAversion aversion, VarianceRate variance, TimeLeft left)
    {
        Inputs.CheckFinite(mid, nameof(mid));
        return Inputs.Finite(mid - (inventory.Lots * (aversion.Value * variance.Value * left.Value)));
    }

    /// <summary>Total spread between ask and bid in price, above 0.</summary>
    /// <param name="aversion">γ.</param>
    /// <param name="variance">σ².</param>
    /// <param name="decay">k.</param>
    /// <param name="left">T − t.</param>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Spread(RiskAversion aversion, VarianceRate variance, FillDecay decay, TimeLeft left) =>
        Inputs.Finite((aversion.Value * variance.Value * left.Value) + (2 * IntensityTerm(aversion, decay)));

    /// <summary>Bid and ask: r ∓ half of the spread.</summary>
    /// <inheritdoc cref="ReservationPrice" path="/exception"/>
    public static QuotePair Quotes(
        double mid, Inventory inventory, RiskAversion aversion, VarianceRate variance, FillDecay decay, TimeLeft left)
    {
        var centre = ReservationPrice(mid, inventory, aversion, variance, left);
        var half = Spread(aversion, variance, decay, left) / 2;
        return new(Inputs.Finite(centre - half), Inputs.Finite(centre + half));
    }

    /// <summary>(1/γ)·ln(1 + γ/k) in price: what the shape of the fills alone adds to one side; 1/k when γ is 0.</summary>
    internal static double IntensityTerm(RiskAversion aversion, FillDecay decay) =>
        Inputs.Finite(RelativeLog(aversion.Value / decay.Value) / decay.Value);

    /// <summary>ln(1 + x)/x for x ≥ 0, to the last digits, 1 at 0 (Kahan: the rounding of 1 + x cancels).</summary>
    internal static double RelativeLog(double x)
    {
        var one = 1 + x;
        return one == 1 ? 1 : Math.Log(one) / (one - 1);
    }
}
