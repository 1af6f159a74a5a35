using LiquidityRisk.Quant.Risk;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Performance;

/// <summary>One fall below a peak, until the peak is reached again. Points are counted from 0, the start before the first return.</summary>
/// <param name="Start">The point of the peak.</param>
/// <param name="Trough">The point of the deepest fall.</param>
/// <param name="Recovery">The first point at or above the peak; null while it lasts.</param>
/// <param name="Depth">Fall from the peak to the trough, above 0.</param>
/// <param name="Duration">Periods from the peak to the recovery, or to the last point.</param>
public readonly record struct DrawdownEpisode(int Start, int Trough, int? Recovery, double Depth, int Duration);

/// <summary>
/// How far and how long wealth was below its peak.
/// <code>
/// geometric:   Wₜ = Π (1 + r), W₀ = 1        dₜ = 1 − Wₜ/max W          0 ≤ dₜ ≤ 1
/// arithmetic:  Wₜ = Σ r,       W₀ = 0        dₜ = max W − Wₜ            dₜ ≥ 0, in the unit of the returns
/// ulcer index = √( Σ dₜ² / n )                CDaR(c): mean of the worst share 1 − c of dₜ (Acerbi-Tasche's fractional tail), t = 1 … n
/// </code>
/// Falls are POSITIVE. Sources: P. Martin, B. McCann (1989), The Investor's Guide to Fidelity Funds (ulcer index); A. Chekhlov, S. Uryasev, M. Zabarankin
/// (2005), Drawdown measure in portfolio optimization (CDaR).
/// </summary>
/// <param name="Underwater">dₜ for t = 1 … n.</param>
/// <param name="Episodes">Every fall, the oldest first.</param>
/// <param name="Deepest">The largest dₜ.</param>
/// <param name="Current">The last dₜ.</param>
/// <param name="UlcerIndex">Root of the mean square of dₜ.</param>
public sealed record Drawdown(
    IReadOnlyList<double> Underwater, IReadOnlyList<DrawdownEpisode> Episodes, double Deepest, double Current, double UlcerIndex)
{
    /// <summary>The drawdowns of a series of returns.</summary>
    /// <param name="returns">At least one, finite, not below −1 when geometric.</param>
    /// <param name="convention">Compounding.</param>
    /// <exception cref="ArgumentException">No return, or one outside of its range.</exception>
    /// <exception cref="ArithmeticException">Wealth is beyond what a double holds.</exception>
    public static Drawdown Of(ReadOnlySpan<double> returns, ReturnConvention convention)
    {
        ReturnChecks.Check(returns, 1, convention);
        var geometric = convention.Compounding == Compounding.Geometric;
        var (wealth, peak, squares) = (geometric ? 1.0 : 0, geometric ? 1.0 : 0, 0.0);
        var (underwater, episodes, open) = (new double[returns.Length], new List<DrawdownEpisode>(), new DrawdownEpisode(0, 0, null, 0, 0));
        for (var t = 1; t <= returns.Length; t++)
        {
            wealth = Inputs.Finite(geometric ? wealth * (1 + returns[t - 1]) : wealth + returns[t - 1]);
            if (wealth >= peak)
            {
                if (open.Depth > 0) episodes.Add(open with { Recovery = t, Duration = t - open.Start });
                (peak, open) = (wealth, new(t, t, null, 0, 0));
            }

            var depth = geometric ? 1 - (wealth / peak) : peak - wealth;
            if (depth > open.Depth) open = open with { Trough = t, Depth = depth };
            underwater[t - 1] = depth;
            squares += depth * depth / returns.Length;
        }

        if (open.Depth > 0) episodes.Add(open with { Duration = returns.Length - open.Start });
        return new(underwater, episodes, underwater.Max(), underwater[^1], Inputs.Finite(Math.Sqrt(squares)));
    }

    /// <summary>Conditional drawdown at risk: the mean of the worst drawdowns.</summary>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    public double ConditionalAtRisk(double confidence) => ExpectedShortfall.Historical([.. Underwater.Select(d => -d)], confidence);
}
