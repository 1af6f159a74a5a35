using System.Text;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using static System.FormattableString;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>
/// A translation for a professional: dense, in sections, one fact a line, figures to the digits that matter. What is not known says
/// so. What a market maker is ready to hold is not told, so that the text can be shown to whoever may see the translation.
/// </summary>
public static class ProfessionalSummary
{
    /// <summary>First line.</summary>
    public const string Title = "LIQUIDITY-RISK ANALYSIS SUMMARY";

    private const string Unknown = "n/a";

    /// <summary>Sums up.</summary>
    public static string Of(BondTranslation t)
    {
        var text = new StringBuilder(2_000);
        Line(text, Title);
        Line(text, Invariant($"{t.Isin} as of {t.AsOf.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z"));
        Line(text, t.Reference is { } r ? Bond(r) : "Reference data: none");
        Risk(text, t.Risk);
        Liquidity(text, t.Liquidity);
        if (t.Exits is { } exits) ProfessionalExits.Write(text, exits, t.Reference?.Currency ?? default);
        Quality(text, t);
        return text.ToString();
    }

    internal static void Section(StringBuilder text, string title) => text.Append('\n').Append(title).Append('\n');

    internal static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    internal static string Number(double? value, string format) => value is { } v ? Figures.Text(v, format) : Unknown;

    internal static string Number(decimal? value, string format) =>
        value is { } v ? v.ToString(format, System.Globalization.CultureInfo.InvariantCulture) : Unknown;

    private static string Bond(BondReference r)
    {
        var maturity = r.Maturity is { } day ? Invariant($"due {day:yyyy-MM-dd}") : "perpetual";
        var coupon = r.CouponPercent is { } c ? Invariant($"coupon {c:0.####}%") : "coupon floating or unknown";
        return $"{r.Issuer} | {Words(r.IssuerClass)} | {r.Rating} | {coupon} | {maturity} | issued {r.Currency.Value} {Number(r.IssueSize?.Value, "#,##0")}";
    }

    private static void Risk(StringBuilder text, RiskAssessment? risk)
    {
        Section(text, "RISK (0 = none, 100 = worst)");
        if (risk is null)
        {
            Line(text, "Not scored.");
            return;
        }

        var overall = risk is { Overall: { } score, Level: { } level } ? Invariant($"{score.Value:0.0} {RiskNames.Of(level)}") : "not assessed";
        Line(text, Invariant(
            $"Overall {overall} | basis {Words(risk.Basis)} | weighted mean {Number(risk.WeightedScore?.Value, "0.0")} | assessed weight {risk.AssessedWeight.Value:0%} | confidence {risk.Confidence.Value:0.00}"));
        foreach (var c in risk.Categories)
        {
            var value = c is { Score: { } s, Level: { } l } ? Invariant($"{s.Value,5:0.0} {RiskNames.Of(l),-8}") : $"{Unknown,5} {"",-8}";
            Line(text, Invariant($"{RiskNames.Of(c.Category),-13} {value} | weight {c.Weight.Value:0%} | {Words(c.Reason.Kind)}{Basis(c.Reason)}"));
        }

        if (risk.UnmatchedNames.Count > 0) Line(text, $"Report categories outside of the eight: {string.Join("; ", risk.UnmatchedNames)}");
    }

    private static string Basis(RiskReason reason) => reason.Figures.Count == 0
        ? ""
        : $" ({string.Join(", ", reason.Figures.Select(f => Invariant($"{Words(f.Kind)} {f.Value:0.##}")))})";

    private static void Liquidity(StringBuilder text, LiquidityProfile? liquidity)
    {
        Section(text, "LIQUIDITY (0 = worst, 100 = best)");
        if (liquidity is null)
        {
            Line(text, "No market data.");
            return;
        }

        var (index, market) = (liquidity.Index, liquidity.Market);
        Line(text, index is { Value: { } value, Level: { } level }
            ? Invariant($"Index {value.Value:0.0} {Words(level)} | assessed weight {index.AssessedWeight.Value:0%}")
            : $"Index {Unknown} | {index.Reason}");
        foreach (var c in index.Components)
            Line(text, Invariant($"{c.Kind,-9} {Number(c.Score?.Value, "0.0"),5} | weight {c.Weight.Value:0%} | brings {c.Contribution:0.0} | {Words(c.Note)}"));
        Line(text, Invariant(
            $"Bid {Number(market.Bid?.PercentOfFace, "0.00##")} x {Number(market.BidSize?.Value, "#,##0")} | ask {Number(market.Ask?.PercentOfFace, "0.00##")} x {Number(market.AskSize?.Value, "#,##0")} | mid {Number(market.Mid?.PercentOfFace, "0.00##")} | spread {Number(market.Spread?.Value, "0.0")} bp"));
        Line(text, Invariant(
            $"Depth {Number(market.DepthFace?.Value, "#,##0")} over {Number((double?)market.DepthLevels, "0")} levels | volume {Number(market.VolumeFace?.Value, "#,##0")} in {Number((double?)market.TradesCount, "0")} trades | VWAP {Number(market.Vwap?.PercentOfFace, "0.00##")} | last trade {Number(market.TimeSinceLastTrade?.TotalMinutes, "#,##0")} min before the look"));
    }

    private static void Quality(StringBuilder text, BondTranslation t)
    {
        Section(text, "DATA AND MODELS");
        var look = t.Liquidity is { } l ? Invariant($"seen {l.ObservedAt.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z by {l.Source}") : "not seen yet";
        Line(text, Invariant($"Market {look} | {Words(t.Freshness)} | confidence {t.Confidence.Value:0.00}"));
        foreach (var caveat in t.Caveats) Line(text, $"Caveat: {CaveatSentence.Of(caveat)}");
        var policy = t.Exits is { } exits ? $" | policy {exits.PolicyVersion}" : "";
        Line(text, $"Models {LiquidityIndexModel1.Version}, {RiskModel.Version}, {ExitModel.Version}{policy}");
        Line(text, "Information, not advice.");
    }

    /// <summary>An enum value as words in lower case.</summary>
    internal static string Words<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
