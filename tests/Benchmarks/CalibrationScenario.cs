using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Quant.Calibration;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Benchmarks;

/// <summary>The tables of docs/calibration.md: recommendations tried on the simulated market, fitted on one seed and scored on another.</summary>
internal static class CalibrationScenario
{
    private const int Bonds = 5_000;
    private const int FittingSeed = 1;
    private const int ScoringSeed = 3;

    public static Task RunAsync()
    {
        var fitting = ExitTrials.Run(FittingSeed, Bonds, SampleBonds.Policy);
        var scoring = ExitTrials.Run(ScoringSeed, Bonds, SampleBonds.Policy);
        var study = CalibrationStudy.Of(fitting, scoring);
        Say($"calibration: {fitting.Count:N0} tries to fit on, {scoring.Count:N0} to score on");
        Say($"");
        Say($"| path | tries | filled | Brier of the base rate | Brier before | Brier now | calibration error before | now | gate before | now |");
        Say($"|---|---|---|---|---|---|---|---|---|---|");
        foreach (var s in study)
            Say($"| {s.Path} | {s.After.Tries:N0} | {s.After.BaseRate!.Value.Value:0.000} | {s.After.Baseline:0.0000} | {s.Before.Brier:0.0000} | {s.After.Brier:0.0000} | {ReliabilityTable.ExpectedError(s.ReliabilityBefore):0.000} | {s.Now.CalibrationError:0.000} | {s.Before.Verdict} | {s.After.Verdict} |");
        Say($"");
        Say($"| path | time: MAPE | within ½ to 2 times | within the fitted band | price: MAPE | price: median error, bp | fitted multiples |");
        Say($"|---|---|---|---|---|---|---|");
        foreach (var s in study)
        {
            var misses = scoring.Where(t => t.Outcome.Path == s.Path && t.Outcome is { RealisedPrice: not null, PredictedPrice: not null })
                .Select(t => (double)Math.Abs(t.Outcome.PredictedPrice!.Value - t.Outcome.RealisedPrice!.Value) / (double)t.Outcome.RealisedPrice!.Value.PercentOfFace)
                .Order().ToList();
            Say($"| {s.Path} | {s.Now.TimeError:0.000} | {s.CoverageBefore:0.000} | {s.Now.TimeCoverage:0.000} | {s.Now.PriceError:0.0000} | {misses[misses.Count / 2] * 10_000:0.0} | {s.Multiples.Fast:0.00} to {s.Multiples.Slow:0.00} |");
        }

        foreach (var s in study)
        {
            Say($"");
            Say($"{s.Path}: shift {s.Fit.Shift:0.000}, weights {string.Join(", ", s.Fit.Weights.Select(w => FormattableString.Invariant($"{w.Key} {w.Value:0.000}")))}");
            Say($"");
            Say($"| said now | tries | mean | filled | 95 % |");
            Say($"|---|---|---|---|---|");
            foreach (var b in s.ReliabilityAfter) Say($"| {b.From:0.0}–{b.To:0.0} | {b.Count:N0} | {b.MeanPredicted:0.000} | {b.Observed:0.000} | {b.Low:0.000}–{b.High:0.000} |");
        }

        return Task.CompletedTask;
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
