using System.Text;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;
using static System.FormattableString;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>The exits of the professional summary: a table of the four ways with probability, time, price and cost.</summary>
internal static class ProfessionalExits
{
    public static void Write(StringBuilder text, ExitRecommendations exits, CurrencyCode currency)
    {
        ProfessionalSummary.Section(text, $"EXITS FOR {Figures.Amount(exits.TradeSize, currency)} FACE, {Invariant($"{exits.AsOf.ToUniversalTime():yyyy-MM-dd HH:mm:ss}")}Z");
        foreach (var exit in exits.Paths) ProfessionalSummary.Line(text, exit.IsFeasible ? Open(exit) : Closed(exit));
        foreach (var warning in exits.Warnings) ProfessionalSummary.Line(text, $"Warning: {WarningSentence.Of(warning)}");
        foreach (var assumption in exits.Assumptions) ProfessionalSummary.Line(text, $"Assumed: {AssumptionSentence.Of(assumption)}");
    }

    private static string Open(ExitRecommendation exit) => Invariant(
        $"{NameOf(exit.Path),-13} {Rank(exit.Priority),-9} | p {ProfessionalSummary.Number(exit.FillProbability?.Value, "0.00")} | {ProfessionalSummary.Number(exit.ExpectedTime?.TotalMinutes, "#,##0")} min{Window(exit.Window)} | {Quote(exit)} | utility {ProfessionalSummary.Number(exit.Utility, "0.000")}");

    private static string Closed(ExitRecommendation exit) =>
        $"{NameOf(exit.Path),-13} {"closed",-9} | {string.Join(' ', exit.Violations.Select(ViolationSentence.Of))}";

    private static string Quote(ExitRecommendation exit) => exit switch
    {
        { Quote: { } q } => Invariant($"price {q.Price.PercentOfFace:0.00##} | spread {q.Spread.Value:0.0} bp | cost {Cost(q.Cost)} from {ProfessionalSummary.Words(q.Reference.Origin)} {q.Reference.Price.PercentOfFace:0.00##}"),
        { NoQuoteReason: { } reason } => $"no price: {NoQuoteSentence.Of(reason)}",
        _ => "no price",
    };

    private static string Cost(Money cost) => Invariant($"{cost.Currency.Value} {cost.Amount:#,##0.00}").TrimStart();

    private static string Window(ExitWindow? window) =>
        window is null ? "" : Invariant($", opens {window.OpensAt.ToUniversalTime():yyyy-MM-dd HH:mm}Z ({ProfessionalSummary.Words(window.Source)})");

    private static string Rank(ExitPriority? priority) => priority is { } p ? ProfessionalSummary.Words(p) : "";

    private static string NameOf(ExitPath path) => path switch
    {
        ExitPath.MarketMaker => "market maker",
        ExitPath.Auction => "auction",
        ExitPath.RfqBatch => "RFQ batch",
        ExitPath.TokenizedP2p => "token P2P",
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "This path has no name."),
    };
}
