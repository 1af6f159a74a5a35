using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Risk;

/// <summary>A category's score before it is weighed.</summary>
/// <param name="Score">0 = none, 100 = worst; null when not assessed.</param>
/// <param name="Confidence">0 to 1; 0 when not assessed.</param>
/// <param name="Reason">What it rests on, or why there is none.</param>
/// <param name="Citations">What it was taken from.</param>
/// <param name="Note">The artifact's own words; null when there are none.</param>
internal sealed record RiskFinding(
    Score? Score, double Confidence, RiskReason Reason, IReadOnlyList<string> Citations, string? Note = null)
{
    public static RiskFinding Missing(RiskReasonKind kind) => new(null, 0, RiskReason.Of(kind), []);
}

/// <summary>The categories that market and reference data can speak about.</summary>
internal static class ComputedRisk
{
    public static RiskFinding Of(RiskCategory category, BondInputs inputs, LiquidityIndex? index, DateTimeOffset now) => category switch
    {
        RiskCategory.Liquidity => Liquidity(inputs, index, now),
        RiskCategory.Credit => Credit(inputs, now),
        RiskCategory.InterestRate => InterestRate(inputs, now),
        RiskCategory.Refinancing => Refinancing(inputs, now),
        _ => RiskFinding.Missing(RiskReasonKind.NoArtifact),
    };

    private static RiskFinding Liquidity(BondInputs inputs, LiquidityIndex? index, DateTimeOffset now)
    {
        if (index?.Value is not { } value) return RiskFinding.Missing(RiskReasonKind.NoLiquidityIndex);
        var halvings = inputs.Market is { } market ? Math.Max(0, (now - market.Stamp.OccurredAt) / BondTranslator.MarketHalfLife) : 0;
        return new(
            Score.Clamp(100 - value.Value),
            index.AssessedWeight.Value * Math.Pow(0.5, halvings),
            RiskReason.Of(RiskReasonKind.LiquidityIndex, new RiskFigure(RiskFigureKind.LiquidityIndex, value.Value)),
            Sources(inputs.Market?.Source));
    }

    /// <summary>The worse of what the rating says and what the market asks for beyond general rates.</summary>
    private static RiskFinding Credit(BondInputs inputs, DateTimeOffset now)
    {
        if (inputs.Reference is not { } reference) return RiskFinding.Missing(RiskReasonKind.NoReferenceData);
        var market = MarketYield(inputs, reference, now);
        if (reference.Value.Rating.Notch is not { } notch) return market ?? RiskFinding.Missing(RiskReasonKind.NotRated);
        var ladder = new RiskFinding(
            Score.Clamp(RiskModel.CreditLadder(notch)),
            RiskModel.RatingConfidence,
            RiskReason.Of(RiskReasonKind.Rating, new RiskFigure(RiskFigureKind.RatingNotch, notch)),
            Sources(reference.Source));
        return market is { Score: { } asked } && asked.CompareTo(ladder.Score!.Value) > 0
            ? market with { Confidence = RiskModel.RatingConfidence }
            : ladder;
    }

    private static RiskFinding? MarketYield(BondInputs inputs, Stamped<BondReference> reference, DateTimeOffset now)
    {
        if (reference.Value.CouponPercent is not { } coupon || coupon < RiskModel.MinTellingCouponPercent) return null;
        if (ReferencePrice.Of(inputs) is not { } price) return null;
        if (RateSensitivity.Of(reference.Value, price.Price, now) is not { } sensitivity) return null;
        var excess = ((sensitivity.YieldPercent - (double)coupon) * 100) - RiskModel.ExplainedYieldRiseBps;
        return excess <= 0
            ? null
            : new(
                Score.Clamp(RiskModel.ExcessYield(new BasisPoints(excess))),
                RiskModel.MarketYieldConfidence,
                RiskReason.Of(
                    RiskReasonKind.MarketYield,
                    new RiskFigure(RiskFigureKind.YieldPercent, sensitivity.YieldPercent),
                    new RiskFigure(RiskFigureKind.CouponPercent, (double)coupon),
                    new RiskFigure(RiskFigureKind.ExcessYieldBps, excess)),
                Sources(inputs.Market?.Source ?? inputs.Auction?.Source, reference.Source));
    }

    private static RiskFinding InterestRate(BondInputs inputs, DateTimeOffset now)
    {
        if (inputs.Reference is not { } reference) return RiskFinding.Missing(RiskReasonKind.NoReferenceData);
        if (IsMatured(reference.Value, now)) return RiskFinding.Missing(RiskReasonKind.Matured);
        if (reference.Value.CouponPercent is null) return RiskFinding.Missing(RiskReasonKind.CouponUnknown);
        if (RateSensitivity.Of(reference.Value, ReferencePrice.Of(inputs)?.Price, now) is not { } sensitivity)
            return RiskFinding.Missing(RiskReasonKind.NoYield);

        var loss = RiskModel.ShockLoss(sensitivity);
        return new(
            Score.Clamp(RiskModel.InterestRate(loss)),
            sensitivity.AtPar ? RiskModel.RateAtParConfidence : RiskModel.RateConfidence,
            RiskReason.Of(
                sensitivity.AtPar ? RiskReasonKind.RateShockAtPar : RiskReasonKind.RateShock,
                new RiskFigure(RiskFigureKind.ModifiedDuration, sensitivity.ModifiedDuration),
                new RiskFigure(RiskFigureKind.Convexity, sensitivity.Convexity),
                new RiskFigure(RiskFigureKind.YieldPercent, sensitivity.YieldPercent),
                new RiskFigure(RiskFigureKind.ShockLossPercent, loss * 100)),
            Sources(reference.Source, sensitivity.AtPar ? null : inputs.Market?.Source ?? inputs.Auction?.Source));
    }

    private static RiskFinding Refinancing(BondInputs inputs, DateTimeOffset now)
    {
        if (inputs.Reference is not { } reference) return RiskFinding.Missing(RiskReasonKind.NoReferenceData);
        if (IsMatured(reference.Value, now)) return RiskFinding.Missing(RiskReasonKind.Matured);
        if (reference.Value.Rating.Notch is not { } notch) return RiskFinding.Missing(RiskReasonKind.NotRated);
        double? years = reference.Value.Maturity is { } maturity ? RateSensitivity.YearsUntil(maturity, now) : null;
        List<RiskFigure> figures = [new(RiskFigureKind.RatingNotch, notch)];
        if (years is { } t) figures.Add(new(RiskFigureKind.YearsToMaturity, t));
        return new(
            Score.Clamp(RiskModel.Refinancing(notch, years)),
            RiskModel.RefinancingConfidence,
            new RiskReason(RiskReasonKind.MaturityAndRating, figures),
            Sources(reference.Source));
    }

    private static bool IsMatured(BondReference reference, DateTimeOffset now) =>
        reference.Maturity is { } maturity && RateSensitivity.YearsUntil(maturity, now) <= 0;

    private static List<string> Sources(params ReadOnlySpan<string?> sources)
    {
        var distinct = new List<string>(sources.Length);
        foreach (var source in sources)
            if (source is not null && !distinct.Contains(source, StringComparer.Ordinal)) distinct.Add(source);
        return distinct;
    }
}
