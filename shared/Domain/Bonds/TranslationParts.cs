using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>
/// Puts a complete translation together: liquidity at every look at the market, risk and ways out when their clock has run out or
/// something happened that they rest on.
/// </summary>
public static class TranslationParts
{
    private const double AssumptionKinds = 4;

    // A move of the market that risk and ways out must not ignore until their clocks run out.
    private static readonly ChangeThresholds Moved = new(5, new(10), 0.25m);

    /// <summary>Everything, as the inputs mean at an instant.</summary>
    public static BondTranslation Complete(Isin isin, BondInputs inputs, TranslationModel model, DateTimeOffset now)
    {
        var liquidity = BondTranslator.LiquidityOf(inputs, model.Weights);
        return BondTranslator.Translate(
            isin,
            inputs,
            now,
            liquidity,
            RiskScorer.Score(inputs, liquidity?.Index, now),
            ExitRecommender.Recommend(inputs, liquidity?.Index, model.TradeSize, model.Policy, now));
    }

    /// <summary>A translation whose risk and ways out are known, with liquidity as the inputs mean it at an instant.</summary>
    public static BondTranslation Join(
        Isin isin, BondInputs inputs, LiquidityWeights weights, RiskAssessment risk, ExitRecommendations exits, DateTimeOffset asOf) =>
        BondTranslator.Translate(isin, inputs, asOf, BondTranslator.LiquidityOf(inputs, weights), risk, exits);

    /// <summary>Liquidity as it is now; risk and ways out from the known translation while they hold.</summary>
    /// <param name="isin">Which bond.</param>
    /// <param name="risk">The risk as known; null for none.</param>
    /// <param name="exits">The ways out as known; null for none.</param>
    /// <param name="basis">The market when they were made; null for none.</param>
    /// <param name="before">The inputs that they were made of.</param>
    /// <param name="inputs">The inputs now.</param>
    /// <param name="model">What to make it under.</param>
    /// <param name="clocks">How long the parts hold.</param>
    /// <param name="now">The instant to speak for.</param>
    /// <returns>The translation, and the market that its risk and ways out were made for.</returns>
    public static (BondTranslation Translation, LiquidityReading? Basis) Advance(
        Isin isin,
        RiskAssessment? risk,
        ExitRecommendations? exits,
        LiquidityReading? basis,
        BondInputs before,
        BondInputs inputs,
        TranslationModel model,
        TranslationClocks clocks,
        DateTimeOffset now)
    {
        var liquidity = BondTranslator.LiquidityOf(inputs, model.Weights);
        var reading = LiquidityReading.Of(liquidity);
        var moved = MaterialChange.InLiquidity(basis, reading, Moved) || !ReferenceEquals(before.Reference, inputs.Reference);
        var index = liquidity?.Index;
        var riskHolds = risk is not null && !moved && now - risk.AsOf < clocks.Risk && ReferenceEquals(before.Risk, inputs.Risk);
        var exitsHold = exits is not null && riskHolds && now - exits.AsOf < clocks.Exits && Holds(exits, model)
            && ReferenceEquals(before.Auction, inputs.Auction) && ReferenceEquals(before.MarketMaker, inputs.MarketMaker);
        if (!riskHolds) risk = RiskScorer.Score(inputs, index, now);
        if (!exitsHold) exits = ExitRecommender.Recommend(inputs, index, model.TradeSize, model.Policy, now);
        return (BondTranslator.Translate(isin, inputs, now, liquidity, risk, exits), moved ? reading : basis);
    }

    /// <summary>Whether ways out were made for this size under this policy.</summary>
    public static bool Holds(ExitRecommendations exits, TranslationModel model) =>
        exits.TradeSize == model.TradeSize && string.Equals(exits.PolicyVersion, model.Policy.Version, StringComparison.Ordinal);

    /// <summary>
    /// Confidence of the whole: 0.5 of liquidity's, 0.3 of risk's, and 0.2 for the share of what the ways out rest on that is known
    /// (a price, depth, reference data).
    /// </summary>
    internal static Probability Confidence(Probability liquidity, RiskAssessment risk, ExitRecommendations exits)
    {
        var known = 1 - (exits.Assumptions.Count / AssumptionKinds);
        return new(Math.Clamp((0.5 * liquidity.Value) + (0.3 * risk.Confidence.Value) + (0.2 * known), 0, 1));
    }
}
