using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>
/// How the cost of the second index is spread within a segment: the median, and the standard deviation of a normal whose quartiles
/// are those of the logarithm, so that distressed bonds do not widen it.
/// </summary>
/// <param name="Rows">Looks at bonds that it was fitted to.</param>
/// <param name="Bonds">Different bonds among them.</param>
/// <param name="Median">Basis points.</param>
/// <param name="Sigma">Of the logarithm.</param>
internal sealed record SegmentFit(int Rows, int Bonds, double Median, double Sigma)
{
    /// <summary>Fewer bonds than this are fitted together with all others.</summary>
    public const int MinBonds = 30;

    private const double QuartileDistance = 1.348979500392163; // between the quartiles of a standard normal

    /// <summary>Fits every segment, those with too few bonds as if they were any bond.</summary>
    public static IReadOnlyDictionary<LiquiditySegment, SegmentFit> Of(IReadOnlyList<StudyBond> bonds) =>
        Enum.GetValues<LiquiditySegment>().ToDictionary(s => s, s =>
            One([.. bonds.Where(b => b.Second.Segment == s)]) is { Bonds: >= MinBonds } own ? own : One(bonds));

    private static SegmentFit One(IReadOnlyList<StudyBond> bonds)
    {
        var ranked = bonds.Where(b => b.Second.Cost is not null).ToList();
        var logs = ranked.ConvertAll(b => Math.Log(b.Second.Cost!.Value.Value));
        logs.Sort();
        return logs.Count == 0
            ? new(0, 0, double.NaN, double.NaN)
            : new(
                ranked.Count,
                ranked.Select(b => b.Isin).Distinct().Count(),
                Math.Exp(Quantile(logs, 0.5)),
                (Quantile(logs, 0.75) - Quantile(logs, 0.25)) / QuartileDistance);
    }

    private static double Quantile(List<double> sorted, double share)
    {
        var at = share * (sorted.Count - 1);
        var below = (int)at;
        return below + 1 < sorted.Count ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
