using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// The exact optimal quotes of the Avellaneda-Stoikov dealer whose inventory stays within ±Q.
/// <code>
/// α = k·γ·σ²/2        η = A·(1 + γ/k)^−(1 + k/γ)
/// v(τ) = e^(−Mτ)·1        M(q,q) = α·q²,  M(q,q±1) = −η,  |q| ≤ Q        τ = T − t
/// δᵇ(q) = (1/k)·ln(v_q/v_q+1) + (1/γ)·ln(1 + γ/k)        bid = s − δᵇ, none at q = Q
/// δᵃ(q) = (1/k)·ln(v_q/v_q−1) + (1/γ)·ln(1 + γ/k)        ask = s + δᵃ, none at q = −Q
/// </code>
/// Symbols as in <see cref="AvellanedaStoikov"/>, A: fills per time at the mid. Long before the end v is the eigenvector of M's least eigenvalue
/// (<see cref="StationaryQuotes"/>); for large Q that has the closed form of <see cref="AsymptoticQuotes"/>. γ = 0 is the limit.
/// Source: O. Guéant, C.-A. Lehalle and J. Fernandez-Tapia (2013), Dealing with the inventory risk: a solution to the market making problem,
/// Mathematics and Financial Economics 7, sections 3 and 4. One fill is one lot. Valid for whole lots and Q from 1 to 100 (larger: take larger lots).
/// </summary>
public sealed class GueantLehalleFernandezTapia
{
    /// <summary>Largest Q.</summary>
    public const int LargestBound = 100;

    private readonly double _decay;
    private readonly double _rate;
    private readonly double _term;
    private readonly InventoryGenerator _generator;
    private readonly double[] _slowest;

    private GueantLehalleFernandezTapia(double decay, double rate, double term, int bound, InventoryGenerator generator)
    {
        (_decay, _rate, _term, Bound, _generator) = (decay, rate, term, bound, generator);
        _slowest = generator.Slowest();
    }

    /// <summary>Q, in lots.</summary>
    public int Bound { get; }

    /// <summary>The model of a dealer; one decomposition, then every quote is quick.</summary>
    /// <param name="aversion">γ.</param>
    /// <param name="variance">σ².</param>
    /// <param name="decay">k.</param>
    /// <param name="intensity">A.</param>
    /// <param name="bound">Q in lots, 1 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not within 1 and 100.</exception>
    /// <exception cref="ArithmeticException">α/η is beyond what a double holds.</exception>
    public static GueantLehalleFernandezTapia Of(
        RiskAversion aversion, VarianceRate variance, FillDecay decay, FillIntensity intensity, int bound)
    {
        if (bound is < 1 or > LargestBound) throw new ArgumentOutOfRangeException(nameof(bound), bound, "A bound lies within 1 and 100 lots.");
        var rate = AsymptoticQuotes.FillRate(aversion, decay, intensity);
        var a = Inputs.Finite(decay.Value * aversion.Value * variance.Value / 2 / rate);
        Inputs.Finite(a * bound * bound);
        return new(decay.Value, rate, AvellanedaStoikov.IntensityTerm(aversion, decay), bound, new(a, bound));
    }

    /// <summary>Quotes with a given time left.</summary>
    /// <param name="mid">s, finite.</param>
    /// <param name="lots">q, within ±Q.</param>
    /// <param name="left">T − t.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mid is not finite or the inventory is beyond its bound.</exception>
    /// <exception cref="ArithmeticException">A quote, or the weight of so rare an inventory, is beyond what a double holds.</exception>
    public QuotePair Quotes(double mid, int lots, TimeLeft left)
    {
        Check(mid, lots);
        var (inner, outer) = _generator.Steps(Inputs.Finite(_rate * left.Value), Math.Abs(lots));
        return Pair(mid, lots, inner, outer);
    }

    /// <summary>Quotes far from the end (T → ∞).</summary>
    /// <inheritdoc cref="Quotes" path="/*[self::param or self::exception]"/>
    public QuotePair StationaryQuotes(double mid, int lots)
    {
        Check(mid, lots);
        var held = Math.Abs(lots);
        return Pair(mid, lots, _slowest[held], held == Bound ? 0 : _slowest[held + 1]);
    }

    // inner, outer: ln v over its neighbour outwards, for the step towards no inventory and for the step away from it.
    private QuotePair Pair(double mid, int lots, double inner, double outer)
    {
        var (towards, away) = (Inputs.Finite((-inner / _decay) + _term), Inputs.Finite((outer / _decay) + _term));
        return new(lots == Bound ? null : mid - (lots >= 0 ? away : towards), lots == -Bound ? null : mid + (lots <= 0 ? away : towards));
    }

    private void Check(double mid, int lots)
    {
        Inputs.CheckFinite(mid, nameof(mid));
        if (lots < -Bound || lots > Bound) throw new ArgumentOutOfRangeException(nameof(lots), lots, "The inventory is within its bound.");
    }
}
