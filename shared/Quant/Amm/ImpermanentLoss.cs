using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Amm;

/// <summary>
/// What a position is worth against holding what it was made from, fees left out: worth/held − 1.
/// <code>
/// full range: IL(r) = 2√r/(1 + r) − 1 = −(√r − 1)²/(1 + r)
/// a to b:     x(p) = 1/√p − 1/√b,  y(p) = √p − √a,  p cut to [a, b];   IL = (x(p₁)·p₁ + y(p₁)) / (x(p₀)·p₁ + y(p₀)) − 1
/// </code>
/// r = p₁/p₀: price now over price at entry (token1 per token0). A change of worth: a loss is NEGATIVE and the value never above 0, as the term is used.
/// Source: H. Adams et al. (2021), Uniswap v3 Core, section 2, for x and y. Valid for prices above 0.
/// </summary>
public static class ImpermanentLoss
{
    /// <summary>Of a position over all prices, −1 to 0.</summary>
    /// <param name="priceRatio">r, finite, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is not finite and above 0.</exception>
    public static double FullRange(double priceRatio)
    {
        Inputs.CheckPositive(priceRatio, nameof(priceRatio));
        var root = Math.Sqrt(priceRatio);
        return root > 1 ? -Square(1 - (1 / root)) / (1 + (1 / priceRatio)) : -Square(root - 1) / (1 + priceRatio);
    }

    /// <summary>Of a position within a range, −1 to 0.</summary>
    /// <param name="entry">p₀, finite, above 0.</param>
    /// <param name="price">p₁, finite, above 0.</param>
    /// <param name="lower">a, finite, above 0.</param>
    /// <param name="upper">b, finite, above a.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Ranged(double entry, double price, double lower, double upper)
    {
        Inputs.CheckPositive(entry, nameof(entry));
        Inputs.CheckPositive(price, nameof(price));
        Inputs.CheckPositive(lower, nameof(lower));
        Inputs.CheckPositive(upper, nameof(upper));
        if (!(lower < upper)) throw new ArgumentOutOfRangeException(nameof(upper), upper, "The upper price is above the lower.");
        var (then, now) = (Math.Sqrt(Math.Clamp(entry, lower, upper)), Math.Sqrt(Math.Clamp(price, lower, upper)));
        var held = (((1 / then) - (1 / Math.Sqrt(upper))) * price) + (then - Math.Sqrt(lower));

        // Worth − held = (now − then)·(1 − p₁/(then·now)): exactly 0 when nothing moved, and never above it.
        var change = (now - then) * (1 - (price / then / now));
        return Inputs.Finite(Math.Clamp(change / held, -1, 0));
    }

    private static double Square(double x) => x * x;
}
