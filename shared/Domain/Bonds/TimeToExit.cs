using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>
/// How long a sale takes when the feasible paths are tried one after the other, best first:
/// <code>
/// E[T] = t₁ + (1 − p₁)·t₂ + (1 − p₁)(1 − p₂)·t₃ + …
/// </code>
/// pₖ, tₖ: fill probability and time of the k-th path. Attempts are taken as independent and a failed one as costing its whole time,
/// so the estimate is cautious.
/// </summary>
/// <param name="Low">When the first path works.</param>
/// <param name="Expected">E[T].</param>
/// <param name="High">When <see cref="HighShare"/> of the attempts are through, or every path has been tried.</param>
/// <param name="Fill">How likely any of them works.</param>
public sealed record TimeToExit(TimeSpan Low, TimeSpan Expected, TimeSpan High, Probability Fill)
{
    /// <summary>The share of sales that the upper end of the band covers.</summary>
    public const double HighShare = 0.9;

    /// <summary>Null when no path is feasible, or the best one's probability is withheld.</summary>
    public static TimeToExit? Of(ExitRecommendations exits)
    {
        if (exits.Best is not { FillProbability: not null } best) return null;
        var (reached, elapsed, expected, high) = (0.0, TimeSpan.Zero, TimeSpan.Zero, (TimeSpan?)null);
        foreach (var path in exits.Paths)
        {
            if (path is not { FillProbability: { } fill, ExpectedTime: { } time }) continue;
            expected += (1 - reached) * time;
            elapsed += time;
            reached += (1 - reached) * fill.Value;
            if (reached >= HighShare) high ??= elapsed;
        }

        return new(best.ExpectedTime!.Value, expected, high ?? elapsed, new Probability(Math.Min(1, reached)));
    }
}
