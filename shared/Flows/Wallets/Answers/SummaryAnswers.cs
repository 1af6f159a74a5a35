using System.Security.Cryptography;
using System.Text.Json;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Assessment;
using LiquidityRisk.Domain.Wallets.Stress;
using LiquidityRisk.Flows.Json;
using LiquidityRisk.Flows.Wallets.Sources;
using LiquidityRisk.Narrative.Wallets;

namespace LiquidityRisk.Flows.Wallets.Answers;

/// <summary>A wallet's summary as it is told.</summary>
internal static class SummaryAnswers
{
    private static readonly Dictionary<string, string> Models = new(StringComparer.Ordinal)
    {
        ["health"] = "protocol rules 1",
        ["liquidation_risk_score"] = "monotone 1",
        ["value_at_risk"] = "historical type 7; Student-t futures",
        ["exit_cost"] = "square-root impact 1",
        ["rescue"] = "least cost 1",
    };

    public static WalletSummaryAnswer Of(WalletReading reading, LiquidationPredictionAnswer prediction)
    {
        var (a, document, view) = (reading.Assessment, reading.Document, reading.View);
        var rescues = RescueAnswers.Of(reading);
        var positions = reading.Positions.ToList();
        return new(
            document.Address.ToString(),
            reading.AsOf,
            a.Holdings.ObservedAt,
            WalletHeadline.Of(a),
            WalletStory.Of(a, reading.Nearest, reading.SmallestError),
            SnakeCase.Of(a.Level),
            HealthAnswers.Health(a.Mark, a.AtExit, a.LiquidationRisk, reading.Rules),
            TotalsAnswers.Of(reading),
            [.. positions.Select(p => HealthAnswers.Position(p.Position, p.Mark, p.AtExit, view))],
            [.. a.Holdings.Balances.Select(b => HealthAnswers.Balance(b, view))],
            [.. reading.LiquidationPrices.Select(l => HealthAnswers.Price(l.Protocol, l.Price))],
            [.. reading.OracleErrors.SelectMany(o => HealthAnswers.Errors(o.Protocol, o.Errors))],
            [.. positions.Select(p => HealthAnswers.Preview(p.Position, p.Mark, view)).OfType<LiquidationPreviewAnswer>()],
            RiskAnswers.Market(a),
            [.. StressTable.Of(a.Holdings, view.Prices, view.Tokens, StressRules.Standard with { SafetyThreshold = reading.Rules.SafetyThreshold }).Rows.Select(RiskAnswers.Stress)],
            rescues,
            prediction,
            [.. AlertAnswers.Ordered(document.Alerts.Open).Select(alert => AlertAnswers.Of(document.Address, alert, rescues))],
            [],
            [],
            InputsHash(document),
            Models,
            document.Seq);
    }

    /// <summary>The summary with the ages of its facts now.</summary>
    public static WalletSummaryAnswer AsOfNow(
        WalletSummaryAnswer summary, WalletAssessment assessment, WalletDocument document, IReadOnlyList<WalletFreshness> freshness, DateTimeOffset now) => summary with
    {
        DataFreshness = [.. freshness.Select(Source)],
        Caveats = WalletCaveats.Of(assessment, [.. Untold(document), .. freshness.Where(IsDegraded).Select(f => Sentence(f, now))]),
    };

    public static WalletUpdatePayload Update(WalletReading reading)
    {
        var a = reading.Assessment;
        return new(
            reading.Document.Address.ToString(),
            reading.AsOf,
            WalletHeadline.Of(a),
            SnakeCase.Of(a.Level),
            HealthAnswers.Health(a.Mark, a.AtExit, a.LiquidationRisk, reading.Rules),
            HealthAnswers.Money(a.Exposures.NetWorth),
            HealthAnswers.Money(a.Mark.Collateral),
            HealthAnswers.Money(a.Mark.Debt),
            reading.Document.Alerts.Open.Count);
    }

    public static SourceFreshnessAnswer Source(WalletFreshness f) =>
        new(f.Source, f.AsOf, SnakeCase.Of(f.Status), f.Fault is { } fault ? SnakeCase.Of(fault) : null);

    private static IEnumerable<string> Untold(WalletDocument document) =>
        document.Parts.Where(p => p.Caveat == PositionCaveat.EfficiencyModeUnknown).Select(p => WalletCaveats.ModeUnknown(p.Protocol));

    private static bool IsDegraded(WalletFreshness f) => f.Fault is not null || f.Status is FreshnessStatus.Stale or FreshnessStatus.Missing;

    private static string Sentence(WalletFreshness f, DateTimeOffset now) => WalletCaveats.Source(
        f.Source, f.AsOf is { } at ? now - at : null, f.Fault is { } fault ? SnakeCase.Of(fault) : null, f.Contradiction);

    // Of what is stored: the wallet's parts and the market they were judged by.
    private static string InputsHash(WalletDocument document)
    {
        var inputs = new WalletInputs(document.Parts, document.Free, document.Figures?.MarketId);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(inputs, FlowsJson.Default.WalletInputs)));
    }
}

/// <summary>What a wallet's figures are made of.</summary>
/// <param name="Parts">Its positions.</param>
/// <param name="Free">Its free balances.</param>
/// <param name="MarketId">The market.</param>
public sealed record WalletInputs(IReadOnlyList<PositionPart> Parts, BalancePart? Free, string? MarketId);
