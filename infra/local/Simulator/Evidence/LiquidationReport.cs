using System.Globalization;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Quant.Calibration;

namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>How the liquidation model does beside its baselines on samples that are later than all it learned from.</summary>
internal sealed class LiquidationReport
{
    private const int Draws = 300;
    private readonly TrainingSplit _split;
    private readonly LiquidationModel _model;

    /// <summary>Trains and judges.</summary>
    public LiquidationReport(IReadOnlyList<LabelledSample> samples)
    {
        _split = TrainingSplit.Of(samples, samples[^1].At.AddDays(30));
        _model = LiquidationTraining.Train(_split, seed: 1);
        Scores = HorizonScores.Of(_model, _split);
    }

    public IReadOnlyList<HorizonScores> Scores { get; }

    /// <summary>What the gate says.</summary>
    public IReadOnlyList<LostComparison> Losses => PromotionGate.Losses(Scores, inForce: null);

    /// <summary>The parts, as lines of a Markdown table.</summary>
    public IEnumerable<string> Parts()
    {
        yield return "| part | samples | from | to | within 24 hours | within 7 days |";
        yield return "|---|---|---|---|---|---|";
        foreach (var (name, part) in new[] { ("learn", _split.Learn), ("tune", _split.Tune), ("judge", _split.Judge) })
            yield return Line($"| {name} | {part.Count:#,0} | {part[0].At:yyyy-MM-dd} | {part[^1].At:yyyy-MM-dd} | {part.Count(s => s.Within24Hours):#,0} | {part.Count(s => s.Within7Days):#,0} |");
    }

    /// <summary>The scores, as lines of a Markdown table; intervals are of the model less the row, over weeks drawn with replacement.</summary>
    public IEnumerable<string> Table()
    {
        yield return "| horizon | predictor | AUC | Brier score | log loss | AUC of the model less this | Brier score of the model less this |";
        yield return "|---|---|---|---|---|---|---|";
        foreach (var horizon in LiquidationHorizons.All)
        {
            var said = Said(horizon);
            bool[] happened = [.. _split.Judge.Select(s => s.Happened(horizon))];
            foreach (var (name, predicted, ranked) in said)
            {
                var scores = PredictionScores.Of(predicted, happened);
                var versus = name == "model" ? "| | |" : Versus(said[0].Predicted, predicted, ranked, happened);
                yield return Line($"| {horizon.Length().TotalHours:0} hours | {name} | {RocAuc.Of(ranked, happened):0.000} | {scores.Brier:0.00000} | {scores.LogLoss:0.0000} {versus}");
            }
        }
    }

    /// <summary>Share of the gain of each column that has any.</summary>
    public IEnumerable<string> Importance()
    {
        yield return "| column | share of gain |";
        yield return "|---|---|";
        foreach (var (column, share) in _model.Importance().Where(i => i.Share >= 0.005)) yield return Line($"| {column} | {share:0.00} |");
    }

    private List<(string Name, double[] Predicted, double[] Ranked)> Said(LiquidationHorizon horizon)
    {
        var breaches = BreachBaseline.Fit(_split.Learn, horizon);
        var learned = Passage(_split.Learn, horizon, breaches.BaseRate);
        var passage = Passage(_split.Judge, horizon, breaches.BaseRate);
        var (intercept, slope) = PlattScaling.Fit(learned, [.. _split.Learn.Select(s => s.Happened(horizon))]);
        double[] model = [.. _split.Judge.Select(s => _model.Predict(s.Features)).Select(p => horizon == LiquidationHorizon.Day ? p.Day : p.Week)];
        double[] counted = [.. _split.Judge.Select(s => breaches.Probability(s.Features))];
        return
        [
            ("model", model, model),
            ("past breaches", counted, counted),
            ("first passage", passage, passage),
            ("first passage, fitted to the learning part", [.. passage.Select(p => PlattScaling.Apply(p, intercept, slope))], passage), // the order stays
        ];
    }

    private static double[] Passage(IReadOnlyList<LabelledSample> samples, LiquidationHorizon horizon, double otherwise) =>
        [.. samples.Select(s => FirstPassageBaseline.Probability(s.Features, horizon) ?? otherwise)];

    private string Versus(double[] model, double[] other, double[] ranked, bool[] happened)
    {
        int[][] weeks = [.. _split.Judge.Select((s, i) => (Week: s.At.UtcDateTime.Ticks / TimeSpan.FromDays(7).Ticks, i)).GroupBy(s => s.Week, (_, g) => g.Select(s => s.i).ToArray())];
        var (random, areas, briers) = (new Random(1), new List<double>(), new List<double>());
        while (areas.Count < Draws)
        {
            int[] drawn = [.. Enumerable.Range(0, weeks.Length).SelectMany(_ => weeks[random.Next(weeks.Length)])];
            bool[] outcomes = [.. drawn.Select(i => happened[i])];
            if (!outcomes.Contains(true)) continue;
            double[] own = [.. drawn.Select(i => model[i])], rival = [.. drawn.Select(i => other[i])];
            areas.Add(RocAuc.Of(own, outcomes) - RocAuc.Of([.. drawn.Select(i => ranked[i])], outcomes));
            briers.Add(BrierScore.Of(own, outcomes) - BrierScore.Of(rival, outcomes));
        }

        return Line($"| {Interval(areas, "0.000")} | {Interval(briers, "0.00000")} |");
    }

    private static string Interval(List<double> values, string format)
    {
        values.Sort();
        return $"{Signed(values[(int)(0.025 * values.Count)])} to {Signed(values[(int)(0.975 * values.Count)])}";

        string Signed(double value) => Math.Round(value, format.Length - 2).ToString($"+{format};−{format};{format}", CultureInfo.InvariantCulture);
    }

    private static string Line(FormattableString line) => FormattableString.Invariant(line);
}
