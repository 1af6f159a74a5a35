using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Quant.Calibration;

namespace LiquidityRisk.Local.Simulator.Exits;

/// <summary>One path before and after calibration: fitted on one set of seeds, scored on another.</summary>
/// <param name="Path">Which.</param>
/// <param name="Fit">The weights that the fitting seeds give.</param>
/// <param name="Before">The gate on the scoring seeds when judgement speaks alone.</param>
/// <param name="After">The gate on the scoring seeds for what the model says now.</param>
/// <param name="ReliabilityBefore">Judgement alone, in tenths.</param>
/// <param name="ReliabilityAfter">The model now, in tenths.</param>
/// <param name="Multiples">Tenth and ninetieth percentile of realised over expected time, on the fitting seeds.</param>
/// <param name="CoverageBefore">Share of the scoring seeds' times within half and twice the expected one.</param>
/// <param name="Now">All measures of the model now, on the scoring seeds.</param>
internal sealed record PathStudy(
    ExitPath Path,
    FactorFit Fit,
    CalibrationGate Before,
    CalibrationGate After,
    IReadOnlyList<ReliabilityBin> ReliabilityBefore,
    IReadOnlyList<ReliabilityBin> ReliabilityAfter,
    (double Fast, double Slow) Multiples,
    double CoverageBefore,
    PathQuality Now);

/// <summary>Fits and scores every path.</summary>
internal static class CalibrationStudy
{
    /// <summary>Studies.</summary>
    /// <param name="fitting">Trials to fit on.</param>
    /// <param name="scoring">Trials of other seeds to score on.</param>
    public static IReadOnlyList<PathStudy> Of(IReadOnlyList<ExitTrial> fitting, IReadOnlyList<ExitTrial> scoring)
    {
        var now = ExitQuality.Of([.. scoring.Select(t => t.Outcome)], scoring.Max(t => t.Outcome.RecommendedAt));
        return [.. Enum.GetValues<ExitPath>().Select(path => Of(path, On(path, fitting), On(path, scoring), now[path]))];
    }

    private static PathStudy Of(ExitPath path, List<ExitTrial> fitting, List<ExitTrial> scoring, PathQuality now)
    {
        bool[] filled = [.. scoring.Select(t => t.IsFilled)];
        double[] judged = [.. scoring.Select(FactorFit.Judged(path).Probability)];
        double[] multiples = [.. scoring.Where(t => t.IsFilled).Select(t => t.Multiple)];
        double[] fittingMultiples = [.. fitting.Where(t => t.IsFilled).Select(t => t.Multiple).Order()];
        return new(
            path,
            FactorFit.Of(path, fitting),
            CalibrationGate.Judge(judged, filled),
            now.Gate,
            ReliabilityTable.Of(judged, filled),
            now.Reliability,
            (fittingMultiples[fittingMultiples.Length / 10], fittingMultiples[fittingMultiples.Length * 9 / 10]),
            multiples.Count(m => m is >= 0.5 and <= 2) / (double)multiples.Length,
            now);
    }

    private static List<ExitTrial> On(ExitPath path, IEnumerable<ExitTrial> trials) => [.. trials.Where(t => t.Outcome.Path == path)];
}
