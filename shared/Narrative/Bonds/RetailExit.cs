using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>What the retail narrative says about ways out: the best one, its time, price, cost and chance, or that there is none.</summary>
internal static class RetailExit
{
    // In tenths: a chance up to this is no good way.
    private const double Weak = 3;

    public static IEnumerable<RetailLine> Of(Phrasebook say, BondTranslation t, ExitRecommendations exits)
    {
        var size = say[Phrase.SizeOf, ("amount", Figures.Amount(exits.TradeSize, t.Reference?.Currency ?? default))];
        if (exits.Best is not { ExpectedTime: { } time } best)
        {
            yield return new(say[Phrase.NoExit, ("size", size), ("when", RetailMarket.When(say, t))]);
            if (IsOnlyTooLarge(exits)) yield return new(say[Phrase.NoExitSmaller]);
            yield break;
        }

        var weak = best.FillProbability is { } p && InTen(p) <= Weak;
        yield return new(say[weak ? Phrase.BestWeak : Phrase.Best, ("size", size), ("path", say[PhraseOf(best.Path)])]);
        if (best.FillProbability is { } chance)
            yield return new(say[IsAgainstEase(t) && !weak ? Phrase.ChanceEvenSo : Phrase.Chance, ("chance", Chance(say, chance))]);
        var wait = SpokenTime.Wait(say, time);
        if (best.Quote is { } quote)
        {
            yield return new(say[Phrase.ExpectPriced, ("time", wait), ("price", RetailMarket.Price(say, quote.Price))]);
            yield return new(Cost(say, quote), RetailLine.Cost);
        }
        else if (t.Liquidity?.Market is { Bid: { } bid, Ask: null })
        {
            yield return new(say[Phrase.ExpectFromBid, ("time", wait), ("bid", RetailMarket.Price(say, bid))]);
        }
        else
        {
            yield return new(say[Phrase.ExpectUnpriced, ("time", wait)]);
        }
    }

    /// <summary>Easy to sell, yet this amount is not; or hard to sell, yet this amount is likely sold.</summary>
    public static bool IsAgainstEase(BondTranslation t) => (RetailMarket.IsEasy(t), t.Exits?.Best?.FillProbability) switch
    {
        (true, { } chance) => InTen(chance) <= 4,
        (false, { } chance) => InTen(chance) >= 6,
        _ => false,
    };

    /// <summary>Whether some way would be open to a smaller amount.</summary>
    public static bool IsOnlyTooLarge(ExitRecommendations exits) => exits.Paths.Any(p => p.Violations.Count > 0 && p.Violations.All(IsSize));

    public static string Chance(Phrasebook say, Probability chance) => InTen(chance) switch
    {
        0 => say[Phrase.ChanceBelowOne],
        10 => say[Phrase.ChanceAboveNine],
        var n => say[Phrase.ChanceAbout, ("n", Figures.Text(n, "0"))],
    };

    private static double InTen(Probability chance) => Math.Round(10 * chance.Value);

    private static bool IsSize(ExitViolation violation) => violation is
    {
        Kind: ExitViolationKind.InventoryLimit or ExitViolationKind.RatingCap or ExitViolationKind.IssuerClassLimit, Limit: > 0,
    };

    private static string Cost(Phrasebook say, ExitQuote quote)
    {
        var reference = say[quote.Reference.Origin switch
        {
            ReferencePriceOrigin.Midpoint => Phrase.ReferenceMidpoint,
            ReferencePriceOrigin.SessionAverage => Phrase.ReferenceSessionAverage,
            ReferencePriceOrigin.Bid => Phrase.ReferenceBid,
            ReferencePriceOrigin.AuctionClearing => Phrase.ReferenceAuctionClearing,
            _ => throw new ArgumentOutOfRangeException(nameof(quote), quote.Reference.Origin, "This origin has no words."),
        }];
        return Figures.Money(quote.Cost.Amount, quote.Cost.Currency) is { } money
            ? say[quote.Cost.Amount > 0 ? Phrase.BelowReference : Phrase.AboveReference, ("money", money), ("reference", reference)]
            : say[Phrase.NearReference, ("reference", reference)];
    }

    private static Phrase PhraseOf(ExitPath path) => path switch
    {
        ExitPath.MarketMaker => Phrase.PathMarketMaker,
        ExitPath.Auction => Phrase.PathAuction,
        ExitPath.RfqBatch => Phrase.PathRfqBatch,
        ExitPath.TokenizedP2p => Phrase.PathTokenizedP2p,
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "This path has no words."),
    };
}
