using LiquidityRisk.Quant.Calibration;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Quality;

/// <summary>
/// Whether a path's fill probabilities may be shown. The stated baseline is the path's own base rate, the share of tries that filled,
/// said every time: whoever knows no more than that must not lose to the model.
/// </summary>
/// <param name="Verdict">What follows.</param>
/// <param name="Tries">Outcomes it rests on: filled and expired ones.</param>
/// <param name="Brier">Brier score of the probabilities, low = good; null without any try.</param>
/// <param name="Baseline">Brier score of the base rate; null without any try.</param>
/// <param name="BaseRate">Share of the tries that filled; null without any try.</param>
public sealed record CalibrationGate(GateVerdict Verdict, int Tries, double? Brier, double? Baseline, Probability? BaseRate)
{
    /// <summary>Fewest tries that can withhold.</summary>
    public const int MinTries = 30;

    /// <summary>Whether the probability may be shown at all.</summary>
    public bool MayBeShown => Verdict != GateVerdict.Withheld;

    /// <summary>Judges.</summary>
    /// <param name="predicted">Probabilities as they were computed.</param>
    /// <param name="filled">Whether each filled; as many.</param>
    public static CalibrationGate Judge(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> filled)
    {
        if (predicted.IsEmpty) return new(GateVerdict.NotEnoughData, 0, null, null, null);
        var rate = (double)filled.Count(true) / filled.Length;
        var (brier, baseline) = (BrierScore.Of(predicted, filled), BrierSkill.OfBaseRate(rate));
        var verdict = predicted.Length < MinTries ? GateVerdict.NotEnoughData
            : brier > baseline ? GateVerdict.Withheld
            : GateVerdict.Published;
        return new(verdict, predicted.Length, brier, baseline, new Probability(rate));
    }
}

/// <summary>What the calibration gate decides.</summary>
public enum GateVerdict
{
    /// <summary>The probabilities do not lose to the baseline: they are shown.</summary>
    Published,

    /// <summary>They lose to it: they are not shown, and that is said.</summary>
    Withheld,

    /// <summary>Fewer than <see cref="CalibrationGate.MinTries"/> tries: they are shown, and said to be uncalibrated.</summary>
    NotEnoughData,
}
