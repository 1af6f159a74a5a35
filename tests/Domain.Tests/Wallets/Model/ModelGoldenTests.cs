using System.Globalization;
using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Domain.Wallets.Model.Tests;

/// <summary>Against scikit-learn, scipy and xgboost: tests/Golden/Wallets/Model/model.py says how its files came about.</summary>
public class ModelGoldenTests
{
    private static readonly TrainingSplit Split = TrainingSplit.Of([.. Rows("samples").Select(Sample)], SimulatedSamples.Later);
    private static readonly IReadOnlyList<HorizonScores> Scores = HorizonScores.Of(LiquidationTraining.Train(Split, 1), Split);

    [Fact]
    public void The_parts_are_those_of_numpy()
    {
        var parts = new[] { Split.Learn, Split.Tune, Split.Judge }
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count},{(p[0].At - SimulatedSamples.Start).TotalHours},{(p[^1].At - SimulatedSamples.Start).TotalHours}"));

        Assert.Equal(Rows("parts").Select(r => string.Join(',', r.Skip(1))), parts);
    }

    [Theory]
    [InlineData("past_breaches")]
    [InlineData("first_passage")]
    public void The_baselines_score_as_scikit_learn_says(string baseline)
    {
        foreach (var horizon in Scores)
        {
            var (own, other) = (baseline == "past_breaches" ? horizon.PastBreaches : horizon.FirstPassage, Theirs(horizon.Horizon, baseline));
            Assert.Equal(other.Auc!.Value, own.Auc!.Value, 1e-9);
            Assert.Equal(other.Brier, own.Brier, 1e-9);
            Assert.Equal(other.LogLoss, own.LogLoss, 1e-9);
            Assert.Equal((other.Accuracy, other.Recall), (own.Accuracy, own.Recall));
            Assert.Equal(other.Precision, own.Precision);
        }
    }

    // Both draw rows and columns at random, each in its own way, so what is compared is how good such models are on average.
    [Fact]
    public void Models_of_xgboost_with_the_same_options_are_as_good()
    {
        var models = Enumerable.Range(1, 12).Select(seed => HorizonScores.Of(LiquidationTraining.Train(Split, seed), Split)).ToList();
        foreach (var (row, horizon) in Rows("trained").Zip(LiquidationHorizons.All, (row, horizon) => (row, horizon)))
        {
            var own = models.Select(m => m.Single(s => s.Horizon == horizon).Model).ToList();
            double[] theirs = [.. row.Skip(1).Select(text => Number(text)!.Value)];
            Assert.Equal(theirs[0], own.Average(s => s.Auc!.Value), theirs[1]);
            Assert.Equal(theirs[2], own.Average(s => s.Brier), theirs[3]);
            Assert.Equal(theirs[4], own.Average(s => s.LogLoss), theirs[5]);
        }
    }

    private static PredictionScores Theirs(LiquidationHorizon horizon, string predictor)
    {
        var row = Rows("scores").Single(r => r[0] == (horizon == LiquidationHorizon.Day ? "day" : "week") && r[1] == predictor);
        return new(Number(row[2]), Number(row[3])!.Value, Number(row[4])!.Value, Number(row[5])!.Value, Number(row[6]), Number(row[7]));
    }

    private static LabelledSample Sample(string[] row) =>
        new(SimulatedSamples.Start.AddHours(Number(row[0])!.Value), [.. row[1..14].Select(Number)], row[14] == "1", row[15] == "1");

    private static IEnumerable<string[]> Rows(string name) =>
        File.ReadLines(Path.Combine(Checkout.Root, "tests", "Golden", "Wallets", "Model", name + ".csv")).Skip(1).Select(l => l.Split(','));

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
