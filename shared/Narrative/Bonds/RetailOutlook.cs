using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>What the retail narrative says could change it: what the best way out hangs on, and what moves the main risk.</summary>
internal static class RetailOutlook
{
    public static IEnumerable<RetailLine> Of(Phrasebook say, BondTranslation t)
    {
        yield return (OfSale(t), OfRisk(t)) switch
        {
            ({ } sale, { } risk) => new RetailLine(
                say[Phrase.ChangeBoth, ("first", say[sale]), ("second", say[risk])], Brief: say[Phrase.ChangeOne, ("first", say[sale])]),
            var (sale, risk) => new RetailLine(say[Phrase.ChangeOne, ("first", say[sale ?? risk ?? Phrase.ChangePrices])]),
        };
    }

    private static Phrase? OfSale(BondTranslation t) => t.Exits switch
    {
        null => t.Liquidity is null ? Phrase.ChangeNoExit : Phrase.ChangePrices,
        { Best: null } none => RetailExit.IsOnlyTooLarge(none) ? null : Phrase.ChangeNoExit,
        { Best.Path: ExitPath.MarketMaker } => Phrase.ChangeMarketMaker,
        { Best.Path: ExitPath.Auction } => Phrase.ChangeAuction,
        { Best.Path: ExitPath.RfqBatch } => Phrase.ChangeRfqBatch,
        _ => Phrase.ChangeTokenizedP2p,
    };

    // Trading that has dried up already cannot do so again; the next risk is then what moves.
    private static RiskCategory? Mover(RiskAssessment? risk) => risk?.Categories
        .Where(c => c.Score is not null && c is not { Category: RiskCategory.Liquidity, Level: RiskLevel.High or RiskLevel.Critical })
        .MaxBy(c => c.Score)?.Category;

    // Where nobody can buy, only a buyer is news.
    private static Phrase? OfRisk(BondTranslation t) => OfSale(t) == Phrase.ChangeNoExit ? null : Mover(t.Risk) switch
    {
        null => null,
        RiskCategory.Liquidity => Phrase.ChangeTrading,
        RiskCategory.InterestRate => Phrase.ChangeRates,
        RiskCategory.Credit or RiskCategory.Refinancing or RiskCategory.Leverage =>
            t.Reference is { Rating.IsRated: true } ? Phrase.ChangeRating : Phrase.ChangeFinances,
        _ => Phrase.ChangeNews,
    };
}
