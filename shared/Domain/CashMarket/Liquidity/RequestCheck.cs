using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>What is wrong with the inputs of a plan before anything is planned.</summary>
internal static class RequestCheck
{
    public static IEnumerable<PlanRefusal> Of(
        LiquidityRequest request, IReadOnlyList<LiquidityMaker> makers, BookView book, LiquiditySettings settings, DateTimeOffset now)
    {
        if (request.Certificate == default) yield return new(PlanRefusalReason.UnknownCertificate, PlanField.CertificateType);
        if (Fault(request.BidAmount) is { } bidFault) yield return new(bidFault, PlanField.BidAmountEur);
        if (Fault(request.AskAmount) is { } askFault) yield return new(askFault, PlanField.AskAmountEur);
        if (request.BidAmount.Amount == 0 && request.AskAmount.Amount == 0)
            yield return new(PlanRefusalReason.NothingRequested, PlanField.BidAmountEur);
        if (makers.DistinctBy(m => m.Account).Count() < makers.Count) yield return new(PlanRefusalReason.DuplicateMaker, PlanField.Makers);
        if (makers.Any(IsIncomplete)) yield return new(PlanRefusalReason.IncompleteMaker, PlanField.Makers);
        if (book.Certificate != request.Certificate) yield return new(PlanRefusalReason.BookOfAnotherCertificate, PlanField.Book);
        if (book.AsOf > now || now - book.AsOf > settings.MaxBookAge) yield return new(PlanRefusalReason.StaleBook, PlanField.Book);
        if (book.Spread.IsCrossed) yield return new(PlanRefusalReason.CrossedBook, PlanField.Book);
    }

    private static PlanRefusalReason? Fault(Money amount)
    {
        if (!amount.IsEuros) return PlanRefusalReason.NotEuros;
        return amount.Amount is < 0 or > Cents.Max / 100 || amount.Amount * 100 % 1 != 0 ? PlanRefusalReason.InvalidAmount : null;
    }

    private static bool IsIncomplete(LiquidityMaker maker) =>
        maker.Account == default || maker.Owner == default || maker.Activity.Orders < 0 || maker.Activity.Trades < 0;
}
