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
    public static BondTranslation Translate(Isin isin, BondInputs inputs, DateTimeOffset now, LiquidityWeights weights)
    {
        if (inputs.Market is not { } market)
        {
            var caveats = Caveats(isin, inputs, null, DataFreshness.Stale);
            return new BondTranslation(isin, now, null, inputs.Reference?.Value, default, DataFreshness.Stale, caveats);
        }

        var age = now - market.Stamp.OccurredAt;
        var freshness = Freshness.Of(age);
        var index = LiquidityIndexModel1.Compute(market.Value, weights);
        var profile = new LiquidityProfile(index, market.Value, market.Stamp.OccurredAt, market.Source);
        return new BondTranslation(
            isin,
            now,
            profile,
            inputs.Reference?.Value,
            Confidence(isin, index, age),
            freshness,
            Caveats(isin, inputs, profile, freshness));
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
