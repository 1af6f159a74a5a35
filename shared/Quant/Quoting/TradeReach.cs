using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Quoting;

/// <summary>
/// A and k of λ(δ) = A·e^(−kδ) from how deep other people's trades reached into the book, by maximum likelihood.
/// <code>
/// ln L = n·ln(A·k) − k·Σ xᵢ − A·T·e^(−k·x₀)        k = n / Σ (xᵢ − x₀)        A = (n/T)·e^(k·x₀)
/// </code>
/// xᵢ: distance from the mid of the worst price that market order i took, in price; x₀: least distance that could be seen (half of the spread, say);
/// T: time watched; a quote at δ would have been filled by every order that reached δ. Standard errors: k/√n; ln A: √(1/n + (x₀·k)²/n).
/// Source: M. Avellaneda and S. Stoikov (2008), section 2.4, for the model; Poisson process with exponential marks. Valid for one side of the book,
/// trades of one market order joined. Depth rounded to ticks biases k by about k·tick/2 relative to k.
/// </summary>
public static class TradeReach
{
    /// <summary>The estimate.</summary>
    /// <param name="depths">x, finite, none below x₀.</param>
    /// <param name="duration">T, above 0.</param>
    /// <param name="least">x₀, finite.</param>
    /// <exception cref="ArgumentException">No trades, a depth below the least or not finite, a duration not above 0.</exception>
    /// <exception cref="ArithmeticException">Every trade reached the least depth only (k is not bounded), or a result is beyond what a double holds.</exception>
    public static FillModel Fit(ReadOnlySpan<double> depths, double duration, double least)
    {
        Inputs.CheckSeries(depths, 1, nameof(depths));
        Inputs.CheckPositive(duration, nameof(duration));
        Inputs.CheckFinite(least, nameof(least));
        var sum = 0.0;
        foreach (var depth in depths)
        {
            if (depth < least) throw new ArgumentException("No depth is below the least.", nameof(depths));
            sum += depth - least;
        }

        if (!(sum > 0)) throw new ArithmeticException("Trades at the least depth only do not bound the decay.");
        var n = (double)depths.Length;
        var k = Inputs.Finite(n / Inputs.Finite(sum));
        var a = Inputs.Finite(n / duration * Math.Exp(k * least));
        var logError = Math.Sqrt((1 + (least * k * (least * k))) / n);
        return new(
            new(a), new(k), Inputs.Finite(a * logError), k / Math.Sqrt(n), least * k * k / n, Inputs.Finite((n * Math.Log(n / duration * k)) - (2 * n)));
    }
}
