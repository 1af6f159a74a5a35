using System.Text.Json.Serialization;
using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>A bond's risk. Scores: 0 = no risk, 100 = worst.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="AsOf">When it was scored; risk has a clock of its own.</param>
/// <param name="Categories">All eight categories, heaviest first; the unassessed ones say why.</param>
/// <param name="OverallScore">The overall risk; null when too little could be assessed.</param>
/// <param name="OverallLevel">low, moderate, high or critical; null with the score.</param>
/// <param name="Basis">categories, artifact or too_little_assessed.</param>
/// <param name="WeightedScore">The weighted mean of the assessed categories, beside an overall score that an artifact states.</param>
/// <param name="AssessedWeight">Share of the weights whose category was assessed.</param>
/// <param name="Confidence">How far the inputs carry it.</param>
public sealed record RiskSummaryAnswer(
    Isin Isin,
    DateTimeOffset AsOf,
    IReadOnlyList<RiskCategoryAnswer> Categories,
    Score? OverallScore,
    string? OverallLevel,
    string Basis,
    Score? WeightedScore,
    Weight AssessedWeight,
    Probability Confidence);

/// <summary>The risk in one category.</summary>
/// <param name="Name">For example "Liquidity Risk".</param>
/// <param name="Category">liquidity, credit, interest_rate, refinancing, leverage, governance, legal or esg.</param>
/// <param name="Score">0 = none, 100 = worst; null when not assessed.</param>
/// <param name="Level">low, moderate, high or critical; null with the score.</param>
/// <param name="ProbabilityNote">What the score means, in plain words, or why there is none.</param>
/// <param name="Weight">Its share of all eight.</param>
/// <param name="Contribution">Points it brings to the weighted score.</param>
/// <param name="Confidence">How far its input carries it.</param>
/// <param name="Basis">What the score rests on: artifact, rating, rate_shock …, or why there is none.</param>
/// <param name="Figures">The numbers behind it.</param>
/// <param name="Citations">What it rests on.</param>
public sealed record RiskCategoryAnswer(
    string Name,
    string Category,
    [property: JsonPropertyName("score_0_100")] Score? Score,
    string? Level,
    string ProbabilityNote,
    Weight Weight,
    double Contribution,
    Probability Confidence,
    string Basis,
    IReadOnlyList<FigureAnswer> Figures,
    IReadOnlyList<string> Citations);

/// <summary>A number behind a decision.</summary>
/// <param name="Kind">What it is, with its unit in the name, for example modified_duration or spread_bps.</param>
/// <param name="Value">The number.</param>
public sealed record FigureAnswer(string Kind, double Value);

/// <summary>The headline of a risk.</summary>
/// <param name="OverallScore">0 = no risk, 100 = worst; null when too little could be assessed.</param>
/// <param name="OverallLevel">low, moderate, high or critical; null with the score.</param>
/// <param name="Confidence">How far the inputs carry it.</param>
public sealed record RiskHeadline(Score? OverallScore, string? OverallLevel, Probability Confidence);

/// <summary>What a seller must know.</summary>
/// <param name="Kind">no_feasible_exit, critical_risk, high_risk, speculative_grade, unrated, market_maker_offline or large_for_market.</param>
/// <param name="Category">The category of risk, where it is about one.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Figure">The figure behind it; null when there is none.</param>
public sealed record RiskWarningAnswer(string Kind, string? Category, string Message, double? Figure);
