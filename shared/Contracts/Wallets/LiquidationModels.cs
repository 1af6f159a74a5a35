namespace LiquidityRisk.Contracts.Wallets;

/// <summary>What the liquidation model says about a wallet.</summary>
/// <param name="Status">ok; no_debt; no_model (none was ever promoted); withheld (the model in force lost to its baseline); no_data.</param>
/// <param name="Message">The same in words.</param>
/// <param name="ModelVersion">Which model; null without one.</param>
/// <param name="Probability24h">Probability of liquidation within 24 hours; null unless ok.</param>
/// <param name="Probability7d">Probability of liquidation within 7 days; null unless ok.</param>
/// <param name="Baseline24h">What first passage alone says for 24 hours: 2·Φ(−ln HF/(σ√T)); null without debt or volatility.</param>
/// <param name="Baseline7d">What it says for 7 days.</param>
/// <param name="Contributions">What moved the model's answer for 7 days away from its mean, largest first (TreeSHAP, log-odds).</param>
public sealed record LiquidationPredictionAnswer(
    string Status,
    string Message,
    string? ModelVersion,
    double? Probability24h,
    double? Probability7d,
    double? Baseline24h,
    double? Baseline7d,
    IReadOnlyList<FeatureContributionAnswer> Contributions);

/// <summary>What a feature did to one prediction.</summary>
/// <param name="Feature">Which feature.</param>
/// <param name="Value">Its value; null when missing.</param>
/// <param name="Contribution">Log-odds that it added.</param>
public sealed record FeatureContributionAnswer(string Feature, double? Value, double Contribution);

/// <summary>The liquidation model's card.</summary>
/// <param name="Status">no_model, in_force or withheld.</param>
/// <param name="Message">The same in words.</param>
/// <param name="InForce">The version in force; null without one.</param>
/// <param name="Versions">All versions that are kept, newest first, those that were not promoted included.</param>
/// <param name="Samples">Observed samples that wait to be learned from.</param>
/// <param name="MinSamples">How many are needed.</param>
/// <param name="LastTrainedAt">When one was last trained; null when never.</param>
/// <param name="NextTrainingAt">When the next training is due.</param>
public sealed record LiquidationModelAnswer(
    string Status,
    string Message,
    ModelVersionAnswer? InForce,
    IReadOnlyList<ModelVersionAnswer> Versions,
    int Samples,
    int MinSamples,
    DateTimeOffset? LastTrainedAt,
    DateTimeOffset NextTrainingAt);

/// <summary>One trained version.</summary>
/// <param name="Version">Which one.</param>
/// <param name="State">in_force, retired, rejected or rolled_back.</param>
/// <param name="Reason">Why it was promoted or rejected, in words.</param>
/// <param name="TrainedAt">When.</param>
/// <param name="TrainedBy">Who asked for it; null for the timer.</param>
/// <param name="TrainFrom">Oldest sample that it learned from.</param>
/// <param name="TrainTo">Newest one.</param>
/// <param name="TestFrom">Oldest sample that it was judged by; always later than all it learned from.</param>
/// <param name="TestTo">Newest one.</param>
/// <param name="Samples">How many it learned from.</param>
/// <param name="TestSamples">How many it was judged by.</param>
/// <param name="Horizons">How it did, per horizon.</param>
/// <param name="Features">Importance by gain, largest first.</param>
public sealed record ModelVersionAnswer(
    string Version,
    string State,
    string Reason,
    DateTimeOffset TrainedAt,
    string? TrainedBy,
    DateTimeOffset TrainFrom,
    DateTimeOffset TrainTo,
    DateTimeOffset TestFrom,
    DateTimeOffset TestTo,
    int Samples,
    int TestSamples,
    IReadOnlyList<ModelHorizonAnswer> Horizons,
    IReadOnlyList<FeatureImportanceAnswer> Features);

/// <summary>How a version did on one horizon, beside its two baselines, on the later period.</summary>
/// <param name="Hours">24 or 168.</param>
/// <param name="BaseRate">Share of samples that were liquidated.</param>
/// <param name="Model">The model.</param>
/// <param name="PastBreaches">Baseline: how often health was below 1 before, scaled to a probability.</param>
/// <param name="FirstPassage">Baseline: 2·Φ(−ln HF/(σ√T)).</param>
/// <param name="Reliability">Predicted against observed, by bins.</param>
public sealed record ModelHorizonAnswer(
    int Hours,
    double BaseRate,
    ModelScoreAnswer Model,
    ModelScoreAnswer PastBreaches,
    ModelScoreAnswer FirstPassage,
    IReadOnlyList<ModelReliabilityBin> Reliability);

/// <summary>How good a prediction was.</summary>
/// <param name="Auc">Area under the ROC curve; null when all samples had the same outcome.</param>
/// <param name="Brier">Brier score, 0 is best.</param>
/// <param name="LogLoss">Mean log loss.</param>
/// <param name="Accuracy">Share right at a threshold of one half.</param>
/// <param name="Precision">Share of warnings that were right; null without any.</param>
/// <param name="Recall">Share of liquidations that were warned of; null without any.</param>
public sealed record ModelScoreAnswer(
    double? Auc, double Brier, double LogLoss, double Accuracy, double? Precision, double? Recall);

/// <summary>One bin of a reliability table.</summary>
/// <param name="From">Predictions from.</param>
/// <param name="To">Up to.</param>
/// <param name="Count">How many.</param>
/// <param name="Predicted">Their mean.</param>
/// <param name="Observed">Share that happened.</param>
public sealed record ModelReliabilityBin(double From, double To, int Count, double Predicted, double Observed);

/// <summary>How much a feature matters.</summary>
/// <param name="Feature">Which feature.</param>
/// <param name="Gain">Share of the total gain, 0 to 1.</param>
public sealed record FeatureImportanceAnswer(string Feature, double Gain);

/// <summary>Body of <c>POST /api/risk/model/rollback</c>.</summary>
/// <param name="Version">To which earlier version; null for the one before.</param>
public sealed record ModelRollbackRequest(string? Version);
