using System.Security.Cryptography;
using System.Text.Json;
using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Turns a translation into what readers get.</summary>
internal static class TranslationAnswers
{
    private const int Digits = 2;

    private static readonly Dictionary<string, string> ModelVersions =
        new(StringComparer.Ordinal) { ["liquidity_index"] = LiquidityIndexModel1.Version };

    public static LiquidityRiskAnswer Complete(BondTranslation t, BondInputs inputs) => new(
        t.Isin,
        t.AsOf,
        t.Reference is { } r ? Describe(r) : null,
        t.Liquidity is { } liquidity ? Profile(liquidity) : null,
        RetailNarrative.Of(t),
        new Probability(Math.Round(t.Confidence.Value, 4)),
        SnakeCase.Of(t.Freshness),
        Hash(inputs),
        ModelVersions,
        [.. t.Caveats.Select(CaveatSentence.Of)]);

    public static LiquidityRiskSummaryAnswer Summary(LiquidityRiskAnswer a, DateTimeOffset now) => new(
        Success: true,
        "Success",
        now,
        a.Isin,
        a.AsOf,
        a.LiquidityProfile is { } p ? new LiquidityHeadline(p.LiquidityIndex, p.LiquidityLevel, p.SpreadBps) : null,
        a.RetailNarrative,
        a.ConfidenceOverall,
        a.DataFreshness);

    public static BondListItem Row(LiquidityRiskAnswer a) => new(
        a.Isin,
        a.Bond?.Issuer,
        a.Bond?.Rating,
        a.Bond?.Currency,
        a.Bond?.CouponPercent,
        a.Bond?.Maturity,
        a.LiquidityProfile?.LiquidityIndex,
        a.LiquidityProfile?.LiquidityLevel,
        a.LiquidityProfile?.SpreadBps,
        a.LiquidityProfile?.Bid,
        a.LiquidityProfile?.Ask,
        a.LiquidityProfile?.VolumeFace,
        a.AsOf,
        a.ConfidenceOverall,
        a.DataFreshness);

    private static BondDescription Describe(BondReference r) => new(
        r.Issuer, SnakeCase.Of(r.IssuerClass), r.Rating, r.CouponPercent, r.Maturity, r.IssueSize, r.Currency);

    private static LiquidityProfileAnswer Profile(LiquidityProfile p) => new(
        Round(p.Index.Value),
        p.Index.Level is { } level ? SnakeCase.Of(level) : null,
        p.Index.Reason,
        p.Market.Spread is { } spread ? new BasisPoints(Math.Round(spread.Value, Digits)) : null,
        p.Market.Bid,
        p.Market.Ask,
        p.Market.Mid,
        p.Market.BidSize,
        p.Market.AskSize,
        p.Market.DepthFace,
        p.Market.DepthLevels,
        p.Market.TradesCount,
        p.Market.Vwap,
        p.Market.VolumeFace,
        p.Market.TimeSinceLastTrade?.TotalSeconds,
        p.ObservedAt,
        p.Source,
        p.Index.AssessedWeight,
        [.. p.Index.Components.Select(Component)]);

    private static LiquidityComponentAnswer Component(LiquidityComponent c) =>
        new(SnakeCase.Of(c.Kind), Round(c.Score), c.Weight, Math.Round(c.Contribution, Digits), SnakeCase.Of(c.Note));

    private static Score? Round(Score? score) => score is { } s ? new Score(Math.Round(s.Value, Digits)) : null;

    private static string Hash(BondInputs inputs) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(inputs, FlowsJson.Default.BondInputs)));
}
