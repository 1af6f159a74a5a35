using LiquidityRisk.Contracts;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Flows.Explanations;
using LiquidityRisk.Narrative.Bonds;
using static LiquidityRisk.Flows.Explanations.Explanation;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>
/// Explains a bond's published figures. Ids: <c>lr.{isin}</c> (all), <c>lr.{isin}.liquidity_index</c>, <c>.overall_risk</c>,
/// <c>.risk.{category}</c>, <c>.exit.{path}</c>, <c>.confidence</c>.
/// </summary>
public sealed class ExplainFigure(ReadTranslation read, ExitQualityBook quality)
{
    /// <summary>Explains one figure; null when the bond or the figure is unknown.</summary>
    public async Task<ExplanationAnswer?> ExplainAsync(string id, CancellationToken cancellationToken)
    {
        var parts = id.Split('.', 3);
        if (parts.Length < 2 || !BondTopics.TryParse($"{parts[0]}.{parts[1]}", out var isin, out _)) return null;
        if (await read.ReadAsync(isin, new ReadRequest(), cancellationToken) is not { } reading) return null;
        return Whole(reading.Document, quality.Gates.Apply(reading.Translation)).Find(id);
    }

    private static ExplanationAnswer Whole(BondDocument document, BondTranslation t)
    {
        var root = document.Subject;
        var market = Event(document.Inputs.Market, "microstructure", "A look at the market");
        var index = Index(root, t, market);
        return new(
            root,
            "Translation of the bond",
            null,
            null,
            Neither,
            null,
            t.AsOf,
            null,
            [index, Risk(root, document.Inputs, t, index), .. t.Exits!.Paths.Select(p => Exit(root, document.Inputs, t.Exits, p, index)), Confidence(root, t, index)]);
    }

    private static ExplanationAnswer Index(string root, BondTranslation t, IReadOnlyList<ExplanationAnswer> market)
    {
        var id = root + ".liquidity_index";
        var index = t.Liquidity?.Index;
        return new(
            id,
            "Liquidity index",
            index?.Value?.Value,
            "points, 0 to 100",
            Good,
            "sum of weight x score over the assessed components, divided by their weight (" + LiquidityIndexModel1.Version + ")",
            t.AsOf,
            index is null ? "No look at the market is known." : index.Reason,
            [.. (index?.Components ?? []).Select(c => new ExplanationAnswer(
                $"{id}.{SnakeCase.Of(c.Kind)}",
                $"{c.Kind} score",
                c.Score?.Value,
                "points, 0 to 100",
                Good,
                FormulaOf(c.Kind) + FormattableString.Invariant($"; weight {c.Weight.Value}, brings {c.Contribution:0.####} points"),
                t.AsOf,
                SnakeCase.Of(c.Note),
                market))]);
    }

    private static string FormulaOf(LiquidityComponentKind kind) => kind switch
    {
        LiquidityComponentKind.Spread => "max(0, 100 - 2 x spread_bps)",
        LiquidityComponentKind.Depth => "min(100, 1000 x l2_depth_qty / volume_face)",
        LiquidityComponentKind.Turnover => "max(0, 100 - time_since_last_trade_s / 3600)",
        _ => "min(100, 20 x volume_face / 1000000)",
    };

    private static ExplanationAnswer Risk(string root, BondInputs inputs, BondTranslation t, ExplanationAnswer index)
    {
        var risk = t.Risk!;
        return new(
            root + ".overall_risk",
            "Overall risk",
            risk.Overall?.Value,
            "points, 0 to 100",
            Bad,
            risk.Basis == OverallRiskBasis.Artifact
                ? "stated by the risk artifact"
                : "sum of weight x score over the assessed categories, divided by their weight (" + RiskModel.Version + ")",
            risk.AsOf,
            null,
            [.. risk.Categories.Select(c => new ExplanationAnswer(
                $"{root}.risk.{SnakeCase.Of(c.Category)}",
                RiskNotes.Title(c.Category),
                c.Score?.Value,
                "points, 0 to 100",
                Bad,
                FormattableString.Invariant($"{SnakeCase.Of(c.Reason.Kind)}; weight {c.Weight.Value}, brings {c.Contribution:0.####} points"),
                risk.AsOf,
                RiskNotes.ProbabilityNote(c),
                [
                    .. c.Reason.Figures.Select(f => Figure($"{root}.risk.{SnakeCase.Of(c.Category)}.{SnakeCase.Of(f.Kind)}", f.Kind.ToString(), f.Value)),
                    .. c.Reason.Kind == RiskReasonKind.LiquidityIndex ? [index]
                        : c.Reason.Kind == RiskReasonKind.Artifact ? Event(inputs.Risk, "risk_artifact", "A risk artifact")
                        : [.. Event(inputs.Reference, "bond_reference", "Reference data"), .. Event(inputs.Market, "microstructure", "A look at the market")],
                ]))]);
    }

    private static ExplanationAnswer Exit(string root, BondInputs inputs, ExitRecommendations exits, ExitRecommendation p, ExplanationAnswer index)
    {
        var id = $"{root}.exit.{SnakeCase.Of(p.Path)}";
        IReadOnlyList<ExplanationAnswer> events =
        [
            .. Event(inputs.MarketMaker, "mm_state", "The market maker's state"),
            .. Event(inputs.Auction, "auction", "The auction's state"),
            .. Event(inputs.Reference, "bond_reference", "Reference data"),
        ];
        return new(
            id,
            "Chance to sell " + exits.TradeSize.Value.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture) + " of face this way",
            p.FillProbability?.Value,
            "probability",
            Good,
            $"1 / (1 + exp(-z)), z = sum of the factors' log-odds ({ExitModel.Version}, policy {exits.PolicyVersion})",
            exits.AsOf,
            ExitRationale.Of(p),
            [
                .. p.Factors.Select(f => new ExplanationAnswer(
                    $"{id}.{SnakeCase.Of(f.Kind)}",
                    f.Kind.ToString(),
                    f.Contribution,
                    "log-odds",
                    Good,
                    null,
                    exits.AsOf,
                    f.Observed is { } x ? FormattableString.Invariant($"observed {x:0.####}") : "not observed, so it adds nothing",
                    f.Kind == ExitFactorKind.LiquidityIndex ? [index] : [])),
                .. events,
            ]);
    }

    private static ExplanationAnswer Confidence(string root, BondTranslation t, ExplanationAnswer index) => new(
        root + ".confidence",
        "Confidence of the whole",
        t.Confidence.Value,
        "share, 0 to 1",
        Good,
        "0.5 x liquidity (assessed weight, halved every hour of age) + 0.3 x risk + 0.2 x share of the ways out's inputs that are known",
        t.AsOf,
        null,
        [index]);

    private static ExplanationAnswer Figure(string id, string label, double value) => new(id, label, value, null, Neither, null, null, null, []);

    private static IReadOnlyList<ExplanationAnswer> Event<T>(Stamped<T>? input, string type, string label)
        where T : class => input is null
        ? []
        : [new(
            FormattableString.Invariant($"event:{type}:{input.Source}:{input.Stamp.Sequence}"),
            label,
            null,
            null,
            Neither,
            null,
            input.Stamp.OccurredAt,
            FormattableString.Invariant($"from {input.Source}, received {input.ReceivedAt.UtcDateTime:O}"),
            [])];
}
