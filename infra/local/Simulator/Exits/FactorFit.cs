using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Quant.Calibration;

namespace LiquidityRisk.Local.Simulator.Exits;

/// <summary>Weights of a path's factors, fitted to trials.</summary>
/// <param name="Path">Which.</param>
/// <param name="Shift">Log-odds added to its base.</param>
/// <param name="Weights">What each factor is multiplied by.</param>
internal sealed record FactorFit(ExitPath Path, double Shift, IReadOnlyDictionary<ExitFactorKind, double> Weights)
{
    // Held near judgement: a simulated market may correct it and not overturn it.
    private const double Pull = 20;
    private const double Floor = 0.6;
    private const double Ceiling = 2.5;

    /// <summary>No fit: what judgement alone says.</summary>
    public static FactorFit Judged(ExitPath path) => new(path, 0, new Dictionary<ExitFactorKind, double>());

    /// <summary>Fits the trials of a path.</summary>
    public static FactorFit Of(ExitPath path, IReadOnlyList<ExitTrial> trials)
    {
        var kinds = trials[0].Factors.Select(f => f.Kind).Where(k => k != ExitFactorKind.Base).ToList();
        // The rows leave the base out, so that it comes back as a part of the intercept.
        var judgedBase = JudgedOf(path, trials[0].Factors.Single(f => f.Kind == ExitFactorKind.Base));
        var rows = trials.Select(t => kinds.Select(k => JudgedOf(path, t.Factors.Single(f => f.Kind == k))).ToArray()).ToList();
        var fitted = LogisticWeights.Fit(rows, [.. trials.Select(t => t.IsFilled)], Pull, Floor, Ceiling);
        return new(path, fitted[0] - judgedBase, kinds.Zip(fitted.Skip(1)).ToDictionary(p => p.First, p => p.Second));
    }

    /// <summary>The probability of a trial under these weights.</summary>
    public double Probability(ExitTrial trial)
    {
        var logOdds = Shift + trial.Factors.Sum(f => JudgedOf(Path, f) * Weights.GetValueOrDefault(f.Kind, 1));
        return 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>A contribution as judgement had it, before the model's own calibration.</summary>
    private static double JudgedOf(ExitPath path, ExitFactor factor) => factor switch
    {
        { Contribution: null } => 0,
        { Kind: ExitFactorKind.Base, Contribution: { } c } => c - ExitCalibration.ShiftOf(path),
        { Contribution: { } c } => c / ExitCalibration.WeightOf(path, factor.Kind),
    };
}
