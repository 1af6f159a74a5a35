using LiquidityRisk.Quant.Calibration;

namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>How a model did on one horizon, beside its baselines, on the judging part.</summary>
/// <param name="Horizon">How far ahead.</param>
/// <param name="BaseRate">Share of samples that were liquidated, 0 to 1.</param>
/// <param name="Model">The model.</param>
/// <param name="PastBreaches">What the number of past breaches says, as learned from the learning part.</param>
/// <param name="FirstPassage">What first passage says; the learning part's base rate where it says nothing.</param>
/// <param name="Reliability">The model's predictions against what happened, by bins.</param>
public sealed record HorizonScores(
    LiquidationHorizon Horizon,
    double BaseRate,
    PredictionScores Model,
    PredictionScores PastBreaches,
    PredictionScores FirstPassage,
    IReadOnlyList<ReliabilityBin> Reliability)
{
    /// <summary>Judges a model by the newest part of the samples.</summary>
    /// <param name="model">Any model; not necessarily one that learned from these samples.</param>
    /// <param name="split">Samples from which something can be learned.</param>
    /// <returns>One per horizon, the shortest first.</returns>
    public static IReadOnlyList<HorizonScores> Of(LiquidationModel model, TrainingSplit split)
    {
        var predicted = split.Judge.Select(s => model.Predict(s.Features)).ToList();
        return [.. LiquidationHorizons.All.Select(horizon => Of(horizon, [.. predicted.Select(p => horizon == LiquidationHorizon.Day ? p.Day : p.Week)], split))];
    }

    private static HorizonScores Of(LiquidationHorizon horizon, double[] predicted, TrainingSplit split)
    {
        bool[] happened = [.. split.Judge.Select(s => s.Happened(horizon))];
        var breaches = BreachBaseline.Fit(split.Learn, horizon);
        return new(
            horizon,
            happened.Average(h => h ? 1.0 : 0),
            PredictionScores.Of(predicted, happened),
            PredictionScores.Of([.. split.Judge.Select(s => breaches.Probability(s.Features))], happened),
            PredictionScores.Of([.. split.Judge.Select(s => FirstPassageBaseline.Probability(s.Features, horizon) ?? breaches.BaseRate)], happened),
            ReliabilityTable.Of(predicted, happened));
    }
}
