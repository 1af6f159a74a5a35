using System.Globalization;
using LiquidityRisk.Domain.Bonds.Quality;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says how far fill probabilities can be trusted.</summary>
public static class GateSentences
{
    /// <summary>The sentence that goes with a path's fill probability, or in its place.</summary>
    public static string Of(CalibrationGate gate) => gate.Verdict switch
    {
        GateVerdict.Published => string.Create(
            CultureInfo.InvariantCulture,
            $"Checked against {gate.Tries:N0} real tries: the error score is {gate.Brier:0.000}, and {gate.Baseline:0.000} for always naming the average."),
        GateVerdict.Withheld => string.Create(
            CultureInfo.InvariantCulture,
            $"Not shown: over {gate.Tries:N0} real tries our estimate did worse than always naming the average ({gate.Brier:0.000} against {gate.Baseline:0.000})."),
        GateVerdict.NotEnoughData => string.Create(
            CultureInfo.InvariantCulture,
            $"Not yet checked against real sales: only {gate.Tries:N0} of the {CalibrationGate.MinTries} tries needed are known."),
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate.Verdict, "This verdict has no sentence."),
    };
}
