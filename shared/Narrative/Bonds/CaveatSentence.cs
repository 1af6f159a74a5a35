using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says a caveat.</summary>
public static class CaveatSentence
{
    /// <summary>The caveat as a sentence.</summary>
    public static string Of(BondCaveat caveat) => caveat switch
    {
        BondCaveat.NoMarketData => "No market data has arrived for this bond yet.",
        BondCaveat.IndexNotAssessed => "Too little was observed to compute a liquidity index.",
        BondCaveat.EmptyMarket => "Nobody quotes this bond.",
        BondCaveat.OneSidedMarket => "Only one side of the market is quoted.",
        BondCaveat.CrossedMarket => "The quotes are crossed, so the spread means nothing.",
        BondCaveat.StaleMarketData => "The market data is fifteen minutes old or older.",
        BondCaveat.WrongCheckDigit => "The ISIN's check digit is wrong; check that it names the bond you mean.",
        BondCaveat.NoReferenceData => "Issuer, coupon and maturity are not known.",
        _ => throw new ArgumentOutOfRangeException(nameof(caveat), caveat, "This caveat has no sentence."),
    };
}
