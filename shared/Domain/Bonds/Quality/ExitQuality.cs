using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Quant.Calibration;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Quality;

/// <summary>How good the recommendations were.</summary>
/// <param name="AsOf">The instant it speaks for.</param>
/// <param name="Overall">Over all paths.</param>
/// <param name="Paths">By path, all four.</param>
public sealed record ExitQuality(DateTimeOffset AsOf, PathQuality Overall, IReadOnlyList<PathQuality> Paths)
{
    /// <summary>One of the four.</summary>
    public PathQuality this[ExitPath path] => Paths[(int)path];

    /// <summary>Measures.</summary>
    /// <param name="outcomes">What became of recommendations; each once.</param>
    /// <param name="asOf">The instant to speak for: what is still being tried counts as unsold until then.</param>
    public static ExitQuality Of(IReadOnlyList<ExitOutcome> outcomes, DateTimeOffset asOf) => new(
        asOf,
        PathQuality.Of(null, outcomes, asOf),
        [.. Enum.GetValues<ExitPath>().Select(path => PathQuality.Of(path, [.. outcomes.Where(o => o.Path == path)], asOf))]);
}

/// <summary>How good the recommendations of one path were. Rejected ones count for adoption only.</summary>
/// <param name="Path">Which; null for all.</param>
/// <param name="Recommended">Outcomes known.</param>
/// <param name="Adoption">Share of them that was taken up; null when there are none.</param>
/// <param name="Gate">Whether the fill probabilities may be shown, with Brier score and baseline.</param>
/// <param name="Skill">1 − Brier over baseline; null when either is missing or the baseline is perfect.</param>
/// <param name="Reliability">Mean prediction against observed share, in tenths.</param>
/// <param name="CalibrationError">Mean distance of the two; null without tries.</param>
/// <param name="TimeError">Mean absolute percentage error of the expected time over filled ones, as a fraction; null without any.</param>
/// <param name="TimeCoverage">Share of filled ones whose time lay in its band; null without any.</param>
/// <param name="PriceError">Mean absolute percentage error of the price over filled ones, as a fraction; null without any.</param>
/// <param name="Waiting">Share still unsold after so many minutes (Kaplan-Meier): unsold ones count for as long as they were tried.</param>
/// <param name="MedianTime">When half are sold; null when it never came to that.</param>
public sealed record PathQuality(
    ExitPath? Path,
    int Recommended,
    Probability? Adoption,
    CalibrationGate Gate,
    double? Skill,
    IReadOnlyList<ReliabilityBin> Reliability,
    double? CalibrationError,
    double? TimeError,
    double? TimeCoverage,
    double? PriceError,
    IReadOnlyList<SurvivalPoint> Waiting,
    TimeSpan? MedianTime)
{
    internal static PathQuality Of(ExitPath? path, IReadOnlyList<ExitOutcome> outcomes, DateTimeOffset asOf)
    {
        var tries = outcomes.Where(o => o.Verdict is ExitVerdict.Filled or ExitVerdict.Expired).ToList();
        var predicted = tries.Select(o => o.FillProbability.Value).ToArray();
        var filled = tries.Select(o => o.Verdict == ExitVerdict.Filled).ToArray();
        var gate = CalibrationGate.Judge(predicted, filled);
        var reliability = predicted.Length == 0 ? [] : ReliabilityTable.Of(predicted, filled);
        var waiting = WaitingOf(outcomes, asOf);
        return new(
            path,
            outcomes.Count,
            outcomes.Count == 0 ? null : new Probability(outcomes.Count(o => o.Verdict != ExitVerdict.Rejected) / (double)outcomes.Count),
            gate,
            gate is { Brier: { } brier, Baseline: { } baseline } ? BrierSkill.Of(brier, baseline) : null,
            reliability,
            reliability.Count == 0 ? null : ReliabilityTable.ExpectedError(reliability),
            TimeErrorOf(tries),
            CoverageOf(tries),
            PriceErrorOf(tries),
            waiting,
            KaplanMeier.Median(waiting) is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
    }

    private static double? TimeErrorOf(IEnumerable<ExitOutcome> tries)
    {
        // A sale at once has no relative error.
        var timed = tries.Where(o => o is { Verdict: ExitVerdict.Filled, Waited.Ticks: > 0 }).ToList();
        return timed.Count == 0 ? null : MeanAbsolutePercentageError.Of(
            [.. timed.Select(o => o.Waited!.Value.TotalMinutes)], [.. timed.Select(o => o.ExpectedTime.Expected.TotalMinutes)]);
    }

    private static double? CoverageOf(IEnumerable<ExitOutcome> tries)
    {
        var timed = tries.Where(o => o is { Verdict: ExitVerdict.Filled, Waited: not null }).ToList();
        return timed.Count == 0 ? null : IntervalCoverage.Of(
            [.. timed.Select(o => o.Waited!.Value.TotalMinutes)],
            [.. timed.Select(o => o.ExpectedTime.Fast.TotalMinutes)],
            [.. timed.Select(o => o.ExpectedTime.Slow.TotalMinutes)]);
    }

    private static double? PriceErrorOf(IEnumerable<ExitOutcome> tries)
    {
        var priced = tries.Where(o => o is { Verdict: ExitVerdict.Filled, PredictedPrice: not null, RealisedPrice: not null }).ToList();
        return priced.Count == 0 ? null : MeanAbsolutePercentageError.Of(
            [.. priced.Select(o => (double)o.RealisedPrice!.Value.PercentOfFace)], [.. priced.Select(o => (double)o.PredictedPrice!.Value.PercentOfFace)]);
    }

    private static IReadOnlyList<SurvivalPoint> WaitingOf(IEnumerable<ExitOutcome> outcomes, DateTimeOffset asOf)
    {
        var waits = outcomes
            .Select(o => (Wait: o.Verdict == ExitVerdict.Accepted ? asOf - o.RecommendedAt : o.Waited, Sold: o.Verdict == ExitVerdict.Filled, o.Verdict))
            .Where(w => w.Verdict != ExitVerdict.Rejected && w.Wait >= TimeSpan.Zero)
            .ToList();
        return waits.Count == 0 ? [] : KaplanMeier.Curve([.. waits.Select(w => w.Wait!.Value.TotalMinutes)], [.. waits.Select(w => w.Sold)]);
    }
}
