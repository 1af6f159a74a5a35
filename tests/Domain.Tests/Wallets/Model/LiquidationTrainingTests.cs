using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Quant.Trees;

namespace LiquidityRisk.Domain.Wallets.Model.Tests;

public class LiquidationTrainingTests
{
    private static readonly TrainingSplit Planted = TrainingSplit.Of(SimulatedSamples.Planted(2_000, 11), SimulatedSamples.Later);
    private static readonly LiquidationModel Found = Train(Planted, 1);

    [Fact]
    public void A_planted_signal_is_found_and_beats_both_baselines()
    {
        var scores = HorizonScores.Of(Found, Planted);

        Assert.Empty(PromotionGate.Losses(scores, inForce: null));
        Assert.All(scores, s => Assert.True(s.Model.Auc > 0.85, $"{s.Horizon}: {s.Model.Auc}"));
        Assert.Equal(("concentration", true), (Found.Importance()[0].Column, Found.Importance()[0].Share > 0.5));
        Assert.Equal(1, Found.Importance().Sum(i => i.Share), 12);
    }

    [Fact]
    public void A_model_of_noise_is_not_promoted()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var split = TrainingSplit.Of(SimulatedSamples.Noise(600, seed), SimulatedSamples.Later);
            var scores = HorizonScores.Of(Train(split, seed), split);

            Assert.NotEmpty(PromotionGate.Losses(scores, inForce: null));
        }
    }

    [Fact]
    public void The_same_samples_and_seed_give_the_same_model_and_another_seed_another()
    {
        Assert.Equal(Texts(Found), Texts(Train(Planted, 1)));
        Assert.NotEqual(Texts(Found), Texts(Train(Planted, 2)));
    }

    [Fact]
    public void Seven_days_are_never_less_likely_than_the_first_of_them()
    {
        Assert.All(Planted.Judge, s => Assert.True(Found.Predict(s.Features).Week >= Found.Predict(s.Features).Day));
    }

    [Fact]
    public void Contributions_and_the_mean_add_up_to_the_log_odds()
    {
        var features = Planted.Judge[3].Features;
        var bias = new TreeShap(Found.Week).Bias;

        Assert.Equal(Found.Week.Margin(LiquidationColumns.Of(features)), bias + Found.Contributions(features).Sum(), 1e-4);
    }

    [Fact]
    public void Progress_rises_to_the_whole_and_training_can_be_ended()
    {
        var told = new List<double>();
        using var ended = new CancellationTokenSource();
        LiquidationTraining.Train(Planted, 1, new Listener(told.Add), ended.Token);
        ended.Cancel();

        Assert.Equal(told.Order(), told);
        Assert.True(told[0] < 0.05 && told[^1] is > 0.5 and <= 1);
        Assert.Throws<OperationCanceledException>(() => LiquidationTraining.Train(Planted, 1, null, ended.Token));
    }

    [Fact]
    public void The_largest_version_stays_far_below_two_megabytes()
    {
        var full = TreeTraining.Fit(
            TreeObjective.BinaryLogistic,
            new(LiquidationColumns.Names.Count, [.. Planted.Learn.SelectMany(s => LiquidationColumns.Of(s.Features))], [.. Planted.Learn.Select(s => s.Within7Days ? 1.0 : 0)]),
            LiquidationTraining.Options with { EarlyStopping = null },
            seed: 1).Model;

        Assert.Equal(LiquidationTraining.Options.Rounds, full.Trees.Length);
        Assert.InRange(2 * XgboostJsonWriter.Write(full).Length, 100_000, 1_000_000);
    }

    [Fact]
    public void A_model_is_read_back_from_what_xgboost_reads()
    {
        var again = new LiquidationModel(XgboostJsonReader.Read(XgboostJsonWriter.Write(Found.Day)), XgboostJsonReader.Read(XgboostJsonWriter.Write(Found.Week)));

        Assert.All(Planted.Judge, s => Assert.Equal(Found.Predict(s.Features), again.Predict(s.Features)));
    }

    [Fact]
    public void Trees_of_other_columns_are_refused() =>
        Assert.Throws<ArgumentException>(() => new LiquidationModel(Found.Day, new(TreeObjective.BinaryLogistic, 0.5f, 3, [])));

    private static LiquidationModel Train(TrainingSplit split, int seed) => LiquidationTraining.Train(split, seed, cancellationToken: CancellationToken.None);

    private static (string, string) Texts(LiquidationModel model) => (XgboostJsonWriter.Write(model.Day), XgboostJsonWriter.Write(model.Week));

    private sealed class Listener(Action<double> hear) : IProgress<double>
    {
        public void Report(double value) => hear(value);
    }
}
