using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>
/// Ranks the four ways to sell a bond by expected utility:
/// <code>
/// U = p · (0.5 + 0.3·e^(−cost/50) + 0.2 / (1 + hours/6))      cost in basis points, not below 0
/// </code>
/// p: fill probability. A sale that does not happen earns nothing; an unknown price earns nothing for price.
/// </summary>
/// <remarks>
/// For a path that stays feasible, the fill probability does not rise with trade size and does not fall with quotes, bids, inventory
/// or rating; the expected time does not fall with trade size.
/// </remarks>
public static class ExitRecommender
{
    /// <summary>Recommends.</summary>
    /// <param name="inputs">What is known about the bond.</param>
    /// <param name="index">Its liquidity index; null when none was computed.</param>
    /// <param name="tradeSize">Face amount to sell, above 0.</param>
    /// <param name="policy">What the house allows.</param>
    /// <param name="now">The instant to speak for.</param>
    /// <exception cref="ArgumentOutOfRangeException">The trade size is zero.</exception>
    public static ExitRecommendations Recommend(
        BondInputs inputs, LiquidityIndex? index, FaceAmount tradeSize, ExitPolicy policy, DateTimeOffset now)
    {
        if (tradeSize.IsZero) throw new ArgumentOutOfRangeException(nameof(tradeSize), tradeSize, "There is nothing to sell.");
        var context = new ExitContext(inputs, index, policy, now);
        var ranked = Enum.GetValues<ExitPath>()
            .Select(path => Assess(context, path, tradeSize))
            .OrderByDescending(r => r.Utility ?? -1) // a stable sort: equals stay in the order of the paths
            .ToList();
        for (var i = 0; i < ranked.Count; i++)
            if (ranked[i].IsFeasible) ranked[i] = ranked[i] with { Priority = (ExitPriority)Math.Min(i, (int)ExitPriority.Fallback) };
        var warnings = Warnings(context, tradeSize, ranked[0].IsFeasible, RiskScorer.Score(inputs, index, now));
        return new(now, tradeSize, policy.Version, ranked, warnings, context.Assumptions());
    }

    /// <summary>One path for one size, on its first window (round 0) or a later one.</summary>
    internal static ExitRecommendation Assess(ExitContext context, ExitPath path, FaceAmount size, int round = 0)
    {
        var window = ExitTiming.WindowOf(context, path, round);
        var violations = ExitConstraints.Violations(context, path, size, window);
        if (violations.Count > 0) return new(path, violations, null, null, [], null, window, null, null, null);

        var factors = FillFactors.Of(context, path, size);
        var probability = FillFactors.Probability(factors);
        var time = ExitTiming.TimeOf(context, path, size, window, round);
        var (quote, reason) = ExitPricing.Quote(context, path, size);
        return new(path, [], null, probability, factors, time, window, quote, reason, Utility(probability, quote, time));
    }

    private static double Utility(Probability fill, ExitQuote? quote, TimeSpan time)
    {
        var price = quote is null ? 0 : Math.Exp(-Math.Max(0, quote.Spread.Value / 2) / ExitModel.CostScaleBps);
        var speed = 1 / (1 + (time.TotalHours / ExitModel.TimeHalfHours));
        return fill.Value * (ExitModel.FillWeight + (ExitModel.PriceWeight * price) + (ExitModel.TimeWeight * speed));
    }

    private static List<ExitWarning> Warnings(ExitContext c, FaceAmount size, bool feasible, RiskAssessment risk)
    {
        var warnings = new List<ExitWarning>();
        if (!feasible) warnings.Add(new(ExitWarningKind.NoFeasibleExit));
        if (risk.Overall is { } overall && Of(risk.Level) is { } kind) warnings.Add(new(kind, null, overall.Value));
        foreach (var category in risk.Categories)
            if (Of(category.Level) is { } high) warnings.Add(new(high, category.Category, category.Score!.Value.Value));
        if (c.Rating is { IsRated: true, IsInvestmentGrade: false }) warnings.Add(new(ExitWarningKind.SpeculativeGrade, RiskCategory.Credit, c.Rating.Notch));
        if (c.Reference is not null && !c.Rating.IsRated) warnings.Add(new(ExitWarningKind.Unrated, RiskCategory.Credit));
        if (c.MarketMaker is { IsOnline: false }) warnings.Add(new(ExitWarningKind.MarketMakerOffline));
        if (c.BidDepth is > 0 && (double)size.Value > c.BidDepth)
            warnings.Add(new(ExitWarningKind.LargeForMarket, RiskCategory.Liquidity, (double)size.Value / c.BidDepth));
        return [.. warnings.OrderBy(w => w.Kind)];
    }

    private static ExitWarningKind? Of(RiskLevel? level) => level switch
    {
        RiskLevel.Critical => ExitWarningKind.CriticalRisk,
        RiskLevel.High => ExitWarningKind.HighRisk,
        _ => null,
    };
}
