using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Flows.Audit;
using LiquidityRisk.Flows.Bonds.Answers;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Makes the audit records of translations.</summary>
public static class BondAudit
{
    /// <summary>Kind of the records that keep a translation.</summary>
    public const string Translation = "translation";

    /// <summary>Who makes translations that nobody asked for.</summary>
    public const string System = "system";

    /// <summary>Adds a record of a translation to its bond's document, with its point of the bond's history.</summary>
    public static BondDocument Record(BondDocument document, BondTranslation t, TranslationModel model, DateTimeOffset now)
    {
        var content = Content(document.Inputs, t, model);
        var json = JsonSerializer.Serialize(content, FlowsJson.Default.RecordedTranslation);
        return Record(document, Translation, System, json, now, Point(content, now)) with { AuditedAt = now };
    }

    /// <summary>Adds a record of something that happened to a bond to its document.</summary>
    public static BondDocument Record(
        BondDocument document, string kind, string actor, string content, DateTimeOffset now, HistoryPoint? point = null)
    {
        var record = AuditRecord.After(document.Audit, document.Subject, now, kind, actor, content);
        return document with { Audit = record.Tail, Unfiled = [.. document.Unfiled, new UnfiledRecord(record, point)] };
    }

    /// <summary>The content of the record of a translation.</summary>
    public static RecordedTranslation Content(BondInputs inputs, BondTranslation t, TranslationModel model) => new(
        TranslationAnswers.InputsHash(inputs),
        inputs,
        new(model.Weights.Spread, model.Weights.Depth, model.Weights.Turnover, model.Weights.Volume),
        model.TradeSize,
        TranslationAnswers.ModelVersions(t.Exits!),
        new RecordedOutputs(t.AsOf, t.Liquidity, t.Risk!, t.Exits!, t.Confidence, t.Freshness, t.Caveats));

    private static HistoryPoint Point(RecordedTranslation content, DateTimeOffset at)
    {
        var (market, best) = (content.Outputs.Liquidity?.Market, content.Outputs.Exits.Best);
        return new(
            at,
            Rounded.Score(content.Outputs.Liquidity?.Index.Value),
            Rounded.BasisPoints(market?.Spread),
            market?.Mid,
            market?.VolumeFace,
            Rounded.Score(content.Outputs.Risk.Overall),
            ExitAnswers.BestPath(content.Outputs.Exits),
            Rounded.Probability(best?.FillProbability),
            Rounded.Minutes(best?.ExpectedTime),
            Rounded.Probability(content.Outputs.Confidence),
            content.InputsHash);
    }
}

/// <summary>An audit record that waits to be filed.</summary>
/// <param name="Record">The record.</param>
/// <param name="Point">What lists see of it; null when it is no translation.</param>
public sealed record UnfiledRecord(AuditRecord Record, HistoryPoint? Point);

/// <summary>A translation as recorded: all that is needed to make it again, and what came out.</summary>
/// <param name="InputsHash">SHA-256 over the inputs.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Weights">Weights of the liquidity index.</param>
/// <param name="TradeSize">The face amount that the ways out are for.</param>
/// <param name="ModelVersions">The models, and the version of the policy, which is kept in a collection of its own.</param>
/// <param name="Outputs">What came out.</param>
public sealed record RecordedTranslation(
    string InputsHash,
    BondInputs Inputs,
    RecordedWeights Weights,
    FaceAmount TradeSize,
    IReadOnlyDictionary<string, string> ModelVersions,
    RecordedOutputs Outputs);

/// <summary>Weights of the liquidity index as recorded.</summary>
/// <param name="Spread">Of tightness.</param>
/// <param name="Depth">Of depth.</param>
/// <param name="Turnover">Of recency.</param>
/// <param name="Volume">Of volume.</param>
public sealed record RecordedWeights(Weight Spread, Weight Depth, Weight Turnover, Weight Volume);

/// <summary>What came out.</summary>
/// <param name="AsOf">When liquidity was computed; risk and ways out say themselves.</param>
/// <param name="Liquidity">How easy the bond is to sell.</param>
/// <param name="Risk">Its risk.</param>
/// <param name="Exits">The ways out.</param>
/// <param name="Confidence">How far the inputs carry the result.</param>
/// <param name="Freshness">How old the market data was.</param>
/// <param name="Caveats">What a reader must know.</param>
public sealed record RecordedOutputs(
    DateTimeOffset AsOf,
    LiquidityProfile? Liquidity,
    RiskAssessment Risk,
    ExitRecommendations Exits,
    Probability Confidence,
    DataFreshness Freshness,
    IReadOnlyList<BondCaveat> Caveats);
