using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Quality;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>Turns the ways out into what readers get. Retail readers do not see what tells of the market maker's inventory.</summary>
internal static class ExitAnswers
{
    public static IReadOnlyList<ExitRecommendationAnswer> Paths(ExitRecommendations exits, Audience audience, ExitGates gates) =>
        [.. gates.Apply(exits).Paths.Select(p => Path(p, audience, gates))];

    public static string? BestPath(ExitRecommendations? exits) => exits?.Best is { } best ? SnakeCase.Of(best.Path) : null;

    /// <summary>A point of history as it may be shown: a probability of a path whose probabilities are withheld is left out.</summary>
    public static HistoryPoint Shown(HistoryPoint point, ExitGates gates) =>
        gates.Verdicts.Any(v => v.Value == GateVerdict.Withheld && string.Equals(SnakeCase.Of(v.Key), point.BestPath, StringComparison.Ordinal))
            ? point with { FillProbability = null }
            : point;

    public static ExitHeadline Headline(ExitRecommendationAnswer path) =>
        new(path.Path, path.Priority, path.FillProbability, path.ExpectedTimeToExitMinutes, path.ExpectedSpreadBps);

    public static ExitPlanAnswer Plan(SplitPlan plan) => new(
        plan.Recommended is { } best ? Option(best) : null,
        plan.BestSingle?.Utility is { } utility ? Scale(utility) : null,
        [.. plan.Frontier.Select(Option)]);

    public static PlanOptionAnswer Option(SplitOption option) => new(
        [.. option.Steps.Select(Step)],
        option.Unplaced,
        Rounded.Probability(option.ExpectedFill),
        Rounded.BasisPoints(option.ExpectedCost),
        Rounded.Minutes(option.Completion),
        Scale(option.Utility));

    private static ExitRecommendationAnswer Path(ExitRecommendation r, Audience audience, ExitGates gates) => new(
        SnakeCase.Of(r.Path),
        r.IsFeasible,
        r.Priority is { } priority ? SnakeCase.Of(priority) : null,
        Rounded.Probability(r.FillProbability),
        r.IsFeasible ? Basis(gates[r.Path]) : null,
        Rounded.Minutes(r.ExpectedTime),
        r.Quote is { } quote ? new BondPrice(Math.Max(0.0001m, Math.Round(quote.Price.PercentOfFace, 4))) : null,
        Rounded.BasisPoints(r.Quote?.Spread),
        r.Quote is { } costed ? Math.Round(costed.Cost.Amount, 2) : null,
        r.Quote?.Cost.Currency is { } currency && currency != default ? currency : null,
        r.Window?.OpensAt,
        r.Window is { } window ? SnakeCase.Of(window.Source) : null,
        r.Utility is { } utility ? Scale(utility) : null,
        ExitRationale.Of(r),
        audience == Audience.Retail ? [] : [.. r.Factors.Select(Factor)],
        [.. r.Violations.Select(v => Violation(v, audience))]);

    private static string Basis(GateVerdict verdict) => verdict switch
    {
        GateVerdict.Published => "calibrated",
        GateVerdict.Withheld => "withheld",
        _ => "uncalibrated",
    };

    private static ExitFactorAnswer Factor(ExitFactor f) => new(SnakeCase.Of(f.Kind), Rounded4(f.Contribution), Rounded4(f.Observed));

    private static ExitViolationAnswer Violation(ExitViolation v, Audience audience)
    {
        var hidden = audience == Audience.Retail && v.Kind == ExitViolationKind.InventoryLimit;
        var shown = hidden ? v with { Limit = null, Actual = null } : v;
        return new(SnakeCase.Of(v.Kind), ViolationSentence.Of(shown), Rounded4(shown.Limit), Rounded4(shown.Actual));
    }

    private static PlanStepAnswer Step(SplitStep s) => new(
        SnakeCase.Of(s.Path),
        s.Round,
        s.Size,
        Rounded.Probability(s.FillProbability),
        Rounded.Minutes(s.ExpectedTime),
        s.Quote is { } quote ? new BondPrice(Math.Max(0.0001m, Math.Round(quote.Price.PercentOfFace, 4))) : null);

    private static double Scale(double utility) => Math.Round(100 * utility, 2);

    private static double? Rounded4(double? value) => value is { } v ? Math.Round(v, 4) : null;
}
