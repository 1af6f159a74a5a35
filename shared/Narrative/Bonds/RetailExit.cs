using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>What the retail narrative says about ways out: the best one, its time, price, cost and chance, or that there is none.</summary>
internal static class RetailExit
{
    public static IEnumerable<RetailLine> Of(Phrasebook say, BondTranslation t, ExitRecommendations exits)
    {
        var size = say[Phrase.SizeOf, ("amount", Figures.Amount(exits.TradeSize, t.Reference?.Currency ?? default))];
        if (exits.Best is not { ExpectedTime: { } time } best)
        {
            yield return new(say[Phrase.NoExit, ("size", size), ("when", RetailMarket.When(say, t))]);
            if (IsOnlyTooLarge(exits)) yield return new(say[Phrase.NoExitSmaller]);
            yield break;
        }

        yield return new(say[Phrase.Best, ("size", size), ("path", say[PhraseOf(best.Path)])]);
        var wait = SpokenTime.Wait(say, time);
        if (best.Quote is { } quote)
        {
            yield return new(say[Phrase.ExpectPriced, ("time", wait), ("price", RetailMarket.Price(say, quote.Price))]);
            yield return new(Cost(say, quote), RetailLine.Cost);
        }
        else
        {
            yield return new(say[Phrase.ExpectUnpriced, ("time", wait)]);
        }

        if (best.FillProbability is { } chance)
            yield return new(say[IsAgainst(RetailMarket.IsEasy(t), chance) ? Phrase.ChanceEvenSo : Phrase.Chance, ("chance", Chance(say, chance))]);
    }

    /// <summary>Whether some way would be open to a smaller amount.</summary>
    public static bool IsOnlyTooLarge(ExitRecommendations exits) => exits.Paths.Any(p => p.Violations.Count > 0 && p.Violations.All(IsSize));

    public static string Chance(Phrasebook say, Probability chance) => InTen(chance) switch
    {
        0 => say[Phrase.ChanceBelowOne],
        10 => say[Phrase.ChanceAboveNine],
        var n => say[Phrase.ChanceAbout, ("n", Figures.Text(n, "0"))],
    };

    private static double InTen(Probability chance) => Math.Round(10 * chance.Value);

    // Easy to sell, yet this amount is not; or hard to sell, yet this amount is likely sold.
    private static bool IsAgainst(bool? easy, Probability chance) => easy switch
    {
        true => InTen(chance) <= 4,
        false => InTen(chance) >= 6,
        null => false,
    };

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
