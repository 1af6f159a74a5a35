using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>Turns the inputs of a bond into its translation. A pure function of (inputs, now, weights).</summary>
public static class BondTranslator
{
    /// <summary>After this long a look at the market carries half the confidence it had when it was fresh.</summary>
    public static readonly TimeSpan MarketHalfLife = TimeSpan.FromHours(1);

    private const double WrongCheckDigitFactor = 0.9;

    /// <summary>Translates.</summary>
    /// <param name="isin">Which bond.</param>
    /// <param name="inputs">What is known about it.</param>
    /// <param name="now">The instant to speak for.</param>
    /// <param name="weights">Weights of the liquidity index.</param>
    public static BondTranslation Translate(Isin isin, BondInputs inputs, DateTimeOffset now, LiquidityWeights weights) =>
        Translate(isin, inputs, now, LiquidityOf(inputs, weights), null, null);

    /// <summary>How easy a bond is to sell; null when no look at its market is known.</summary>
    internal static LiquidityProfile? LiquidityOf(BondInputs inputs, LiquidityWeights weights) => inputs.Market is { } market
        ? new(LiquidityIndexModel1.Compute(market.Value, weights), market.Value, market.Stamp.OccurredAt, market.Source)
        : null;

    /// <summary>A translation of parts that are made already.</summary>
    internal static BondTranslation Translate(
        Isin isin, BondInputs inputs, DateTimeOffset now, LiquidityProfile? profile, RiskAssessment? risk, ExitRecommendations? exits)
    {
        var freshness = profile is null ? DataFreshness.Stale : Freshness.Of(now - profile.ObservedAt);
        var confidence = profile is null ? default : Confidence(isin, profile.Index, now - profile.ObservedAt);
        return new BondTranslation(
            isin,
            now,
            profile,
            inputs.Reference?.Value,
            risk is null || exits is null ? confidence : TranslationParts.Confidence(confidence, risk, exits),
            freshness,
            Caveats(isin, inputs, profile, freshness),
            risk,
            exits);
    }

    private static Probability Confidence(Isin isin, LiquidityIndex index, TimeSpan age)
    {
        var halvings = Math.Max(0, age / MarketHalfLife);
        var digits = isin.HasValidCheckDigit ? 1 : WrongCheckDigitFactor;
        return new Probability(Math.Clamp(index.AssessedWeight.Value * Math.Pow(0.5, halvings) * digits, 0, 1));
    }

    private static List<BondCaveat> Caveats(
        Isin isin, BondInputs inputs, LiquidityProfile? profile, DataFreshness freshness)
    {
        var caveats = new List<BondCaveat>(4);
        if (profile is null)
        {
            caveats.Add(BondCaveat.NoMarketData);
        }
        else
        {
            if (profile.Index.Value is null) caveats.Add(BondCaveat.IndexNotAssessed);
            if (MarketCaveat(profile.Market) is { } caveat) caveats.Add(caveat);
            if (freshness == DataFreshness.Stale) caveats.Add(BondCaveat.StaleMarketData);
        }

        if (!isin.HasValidCheckDigit) caveats.Add(BondCaveat.WrongCheckDigit);
        if (inputs.Reference is null) caveats.Add(BondCaveat.NoReferenceData);
        return caveats;
    }

    private static BondCaveat? MarketCaveat(Microstructure market) => market switch
    {
        { IsCrossed: true } => BondCaveat.CrossedMarket,
        { QuotesObserved: true, Bid: null, Ask: null } => BondCaveat.EmptyMarket,
        { QuotesObserved: true } and ({ Bid: null } or { Ask: null }) => BondCaveat.OneSidedMarket,
        _ => null,
    };
}
