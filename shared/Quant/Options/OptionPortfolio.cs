using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Options;

/// <summary>Some contracts of one option.</summary>
/// <param name="Option">Terms and market.</param>
/// <param name="Volatility">σ: a year, as a fraction, not negative.</param>
/// <param name="Quantity">Contracts; below 0 when sold.</param>
/// <param name="Multiplier">Units of the underlying in one contract, above 0.</param>
public readonly record struct OptionPosition(EuropeanOption Option, double Volatility, double Quantity, double Multiplier);

/// <summary>
/// Price and Greeks of several option positions together.
/// <code>
/// G = Σ nᵢ·mᵢ·gᵢ
/// </code>
/// nᵢ: contracts (below 0 when sold), mᵢ: multiplier, gᵢ: Greeks per unit (<see cref="BlackScholesGreeks"/>). Greeks by the spot
/// (Δ, Γ, vanna, charm) only mean something when all positions have the same underlying; those by volatility or rate suppose that these
/// move in parallel. Source: J. Hull (2018), Options, Futures, and Other Derivatives, chapter 19. Valid for any number of positions, none too.
/// </summary>
public static class OptionPortfolio
{
    /// <summary>The sums, in currency.</summary>
    /// <param name="positions">What is held; none gives zeros.</param>
    /// <exception cref="ArgumentException">An option is neither call nor put.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number outside of its range.</exception>
    /// <exception cref="ArithmeticException">A position has no Greeks (see <see cref="BlackScholesGreeks.Of"/>) or a sum is beyond a double.</exception>
    public static OptionGreeks Sum(ReadOnlySpan<OptionPosition> positions)
    {
        var sum = default(OptionGreeks);
        foreach (var position in positions)
        {
            Inputs.CheckFinite(position.Quantity, nameof(position.Quantity));
            Inputs.CheckPositive(position.Multiplier, nameof(position.Multiplier));
            sum = Add(sum, BlackScholesGreeks.Of(position.Option, position.Volatility), position.Quantity * position.Multiplier);
        }

        return sum;
    }

    private static OptionGreeks Add(in OptionGreeks sum, in OptionGreeks unit, double units) => new(
        Inputs.Finite(sum.Price + (units * unit.Price)),
        Inputs.Finite(sum.Delta + (units * unit.Delta)),
        Inputs.Finite(sum.Gamma + (units * unit.Gamma)),
        Inputs.Finite(sum.Vega + (units * unit.Vega)),
        Inputs.Finite(sum.Theta + (units * unit.Theta)),
        Inputs.Finite(sum.Rho + (units * unit.Rho)),
        Inputs.Finite(sum.DividendRho + (units * unit.DividendRho)),
        Inputs.Finite(sum.Vanna + (units * unit.Vanna)),
        Inputs.Finite(sum.Volga + (units * unit.Volga)),
        Inputs.Finite(sum.Charm + (units * unit.Charm)));
}
