using System.Security.Cryptography;
using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Narrative.Bonds;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>Turns a translation into what readers get.</summary>
internal static class TranslationAnswers
{
    /// <summary>The complete answer.</summary>
    /// <param name="t">The translation, with all its parts.</param>
    /// <param name="inputs">What it was made of.</param>
    /// <param name="history">The bond's earlier days.</param>
    /// <param name="plan">How to sell in parts; null leaves it out.</param>
    /// <param name="audience">Who reads.</param>
    /// <param name="language">Language of the narrative.</param>
    /// <param name="gates">Which probabilities may be shown.</param>
    public static LiquidityRiskAnswer Complete(
        BondTranslation t, BondInputs inputs, TradingHistory history, SplitPlan? plan, Audience audience, NarrativeLanguage language, ExitGates gates)
    {
        var exits = t.Exits!;
        t = gates.Apply(t);
        return new(
            t.Isin,
            t.AsOf,
            exits.TradeSize,
            SnakeCase.Of(audience),
            t.Reference is { } r ? Describe(r) : null,
            t.Risk is { } risk ? RiskAnswers.Summary(t.Isin, risk) : null,
            t.Liquidity is null ? null : LiquidityAnswers.Detailed(t, inputs, history, exits.TradeSize, audience),
            ExitAnswers.Paths(exits, audience, gates),
            plan is null ? null : ExitAnswers.Plan(plan),
            RetailNarrative.Of(t, language),
            audience == Audience.Retail ? null : ProfessionalSummary.Of(t),
            [.. exits.Warnings.Select(RiskAnswers.Warning)],
            [.. exits.Assumptions.Select(AssumptionSentence.Of)],
            Rounded.Probability(t.Confidence),
            SnakeCase.Of(t.Freshness),
            InputsHash(inputs),
            ModelVersions(exits),
            [.. t.Caveats.Select(CaveatSentence.Of)]);
    }

    public static LiquidityRiskSummaryAnswer Summary(BondTranslation t, DateTimeOffset now, NarrativeLanguage language, ExitGates gates)
    {
        t = gates.Apply(t);
        var profile = t.Liquidity is null ? null : LiquidityAnswers.Profile(t);
        return new(
            Success: true,
            "Success",
            now,
            t.Isin,
            t.AsOf,
            t.Risk is { } risk ? RiskAnswers.Headline(RiskAnswers.Summary(t.Isin, risk)) : null,
            profile is null ? null : new(profile.LiquidityIndex, profile.LiquidityLevel, profile.SpreadBps, profile.ExpectedTimeToExitMinutes),
            [.. ExitAnswers.Paths(t.Exits!, Audience.Retail, gates).Where(p => p.Feasible).Select(ExitAnswers.Headline)],
            RetailNarrative.Of(t, language),
            Rounded.Probability(t.Confidence),
            SnakeCase.Of(t.Freshness));
    }

    /// <summary>SHA-256 over the inputs as they are stored.</summary>
    public static string InputsHash(BondInputs inputs) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(inputs, FlowsJson.Default.BondInputs)));

    public static Dictionary<string, string> ModelVersions(ExitRecommendations exits) => new(StringComparer.Ordinal)
    {
        ["liquidity_index"] = LiquidityIndexModel1.Version,
        ["second_liquidity_index"] = LiquidityIndexModel2.Version,
        ["risk"] = RiskModel.Version,
        ["exit_paths"] = ExitModel.Version,
        ["exit_policy"] = exits.PolicyVersion,
    };

    private static BondDescription Describe(BondReference r) => new(
        r.Issuer, SnakeCase.Of(r.IssuerClass), r.Rating, r.CouponPercent, r.Maturity, r.IssueSize, r.Currency);
}
