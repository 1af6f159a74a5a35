using System.Globalization;
using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says in plain English how easy a bond is to sell. Every figure comes from the translation.</summary>
public static class LiquidityNarrative
{
    private const string Closing = "This is information, not advice.";

    /// <summary>For a retail reader: short sentences, no jargon, at most 130 words.</summary>
    public static string Retail(BondTranslation translation)
    {
        var sentences = new List<string>(6) { Opening(translation) };
        if (translation.Liquidity is { } liquidity)
        {
            sentences.Add(Quotes(liquidity.Market));
            if (LastTrade(liquidity.Market) is { } lastTrade) sentences.Add(lastTrade);
            if (liquidity.Index.Level is { } level) sentences.Add(Advice(level));
        }

        if (translation.Freshness == DataFreshness.Stale && translation.Liquidity is not null)
            sentences.Add("These figures are old, so check a live price first.");
        sentences.Add(Closing);
        return string.Join(' ', sentences);
    }

    /// <summary>A caveat as a sentence.</summary>
    public static string Caveat(BondCaveat caveat) => caveat switch
    {
        BondCaveat.NoMarketData => "No market data has arrived for this bond yet.",
        BondCaveat.IndexNotAssessed => "Too little was observed to compute a liquidity index.",
        BondCaveat.EmptyMarket => "Nobody quotes this bond at the moment.",
        BondCaveat.OneSidedMarket => "Only one side of the market is quoted.",
        BondCaveat.CrossedMarket => "The quotes are crossed, so the spread means nothing.",
        BondCaveat.StaleMarketData => "The market data is fifteen minutes old or older.",
        BondCaveat.WrongCheckDigit => "The ISIN's check digit is wrong; make sure that it names the bond you mean.",
        BondCaveat.NoReferenceData => "Issuer, coupon and maturity are not known.",
        _ => throw new ArgumentOutOfRangeException(nameof(caveat), caveat, "This caveat has no sentence."),
    };

    private static string Opening(BondTranslation translation) => translation.Liquidity?.Index switch
    {
        null => "We have not seen a market for this bond yet.",
        // Rounded down, so that 69.9 does not look as if it reached the band that begins at 70.
        { Level: { } level, Value: { } value } => string.Create(
            CultureInfo.InvariantCulture, $"{Ease(level)}: it scores {Math.Floor(value.Value):0} out of 100 for ease of sale."),
        _ => "We cannot say how easy this bond is to sell, because too little of its market was seen.",
    };

    private static string Ease(LiquidityLevel level) => level switch
    {
        LiquidityLevel.Excellent => "This bond is very easy to sell",
        LiquidityLevel.Good => "This bond is easy to sell",
        LiquidityLevel.Moderate => "This bond can be sold with some patience",
        LiquidityLevel.Limited => "This bond is hard to sell",
        _ => "This bond is very hard to sell",
    };

    private static string Quotes(Microstructure market) => market switch
    {
        { IsCrossed: true } => "The quoted prices do not fit together right now, so wait for them to settle.",
        { Bid: { } bid, Ask: { } ask } => string.Create(
            CultureInfo.InvariantCulture,
            $"Buyers pay {bid.PercentOfFace:0.00##} and sellers ask {ask.PercentOfFace:0.00##} for each 100 of face value. {Gap((ask - bid) * 10m)}"),
        { Bid: { } bid } => string.Create(
            CultureInfo.InvariantCulture, $"Buyers pay {bid.PercentOfFace:0.00##} for each 100 of face value, and nobody offers the bond for sale."),
        { Ask: { } ask } => string.Create(
            CultureInfo.InvariantCulture, $"Nobody bids for it right now; sellers ask {ask.PercentOfFace:0.00##} for each 100 of face value."),
        { QuotesObserved: true } => "Nobody quotes a price for it right now.",
        _ => "We have no quotes for it.",
    };

    // Face value 1,000 is what a small holder typically owns one of.
    private static string Gap(decimal perThousand) => perThousand == 0
        ? "Both prices are the same."
        : string.Create(CultureInfo.InvariantCulture, $"Buying and selling 1,000 of face value at once would cost about {perThousand:0.00}.");

    private static string? LastTrade(Microstructure market) =>
        market.TimeSinceLastTrade is { } age ? $"It last traded {Age(age)} ago." : null;

    private static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => Count((int)age.TotalMinutes, "minute"),
        { TotalDays: < 2 } => Count((int)age.TotalHours, "hour"),
        { TotalDays: < 60 } => Count((int)age.TotalDays, "day"),
        _ => Count((int)(age.TotalDays / 30.4), "month"),
    };

    private static string Count(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {unit}{(number == 1 ? "" : "s")}");

    private static string Advice(LiquidityLevel level) => level switch
    {
        LiquidityLevel.Excellent or LiquidityLevel.Good => "A normal order should find a buyer soon.",
        LiquidityLevel.Moderate => "Give an order time, and name the lowest price you accept.",
        _ => "Expect to wait or to accept a lower price, and always name the lowest price you accept.",
    };
}
