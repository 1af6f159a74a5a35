using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>
/// Plans liquidity: which orders of which makers would bring the amounts asked for into a market. The same inputs give the same plan, in
/// whatever order the makers come; it computes in whole cents, ticks and lots.
/// </summary>
public static class LiquidityPlanner
{
    /// <summary>Most makers in a market.</summary>
    public const int MaxMakers = 5_000;

    /// <summary>Plans, and says what stands against it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="makers">
    /// All makers, inactive ones too: their quotes are not the market's opinion. At most <see cref="MaxMakers"/>.
    /// </param>
    /// <param name="book">The market, whole.</param>
    /// <param name="settings">What plans are made by.</param>
    /// <param name="now">The time of asking.</param>
    /// <exception cref="ArgumentException">Too many makers.</exception>
    public static LiquidityPreview Preview(
        LiquidityRequest request, IReadOnlyList<LiquidityMaker> makers, BookView book, LiquiditySettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(makers);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(settings);
        if (makers.Count > MaxMakers) throw new ArgumentException("Too many makers.", nameof(makers));
        var sorted = makers.OrderBy(m => m.Account.Value).ToArray();
        var preview = Start(request, sorted, book, settings, now);
        if (!preview.CanExecute || preview.Reference is not { } reference) return preview;
        if (reference.Source == ReferenceSource.Default && !request.AllowDefaultReference)
            preview = Refused(preview, PlanRefusalReason.DefaultReferenceNotAllowed, PlanField.AllowDefaultReference);
        if (reference.Source == ReferenceSource.Default) preview = Noticed(preview, PlanNotice.DefaultReference);
        if (reference.Source == ReferenceSource.LastTrade) preview = Noticed(preview, PlanNotice.LastTradeReference);
        preview = WithSide(preview, OrderSide.Buy, sorted, settings);
        preview = WithSide(preview, OrderSide.Sell, sorted, settings);
        return WithConduct(preview, sorted, book, settings);
    }

    private static LiquidityPreview Start(
        LiquidityRequest request, LiquidityMaker[] makers, BookView book, LiquiditySettings settings, DateTimeOffset now)
    {
        var refusals = RequestCheck.Of(request, makers, book, settings, now).ToImmutableArray();
        var reference = refusals.Any(r => r.Field == PlanField.Book) ? null : ReferencePrice.Choose(book, makers, settings, now);
        if (reference is null && refusals.IsEmpty) refusals = [new(PlanRefusalReason.NoReferencePrice, PlanField.Book)];
        ImmutableArray<MakerBalance> balances = request.Certificate == default
            ? []
            : [.. makers.Where(m => m.IsActive).Select(m => new MakerBalance(m.Account, m.Available(request.Certificate)))];
        return new(
            request, now, now + settings.PreviewLifetime, reference, null, null, book.Spread, book.Spread, refusals,
            [], [], [], [], balances, InputHash.Of(request, makers, book, settings, reference));
    }

    private static LiquidityPreview WithSide(LiquidityPreview preview, OrderSide side, LiquidityMaker[] makers, LiquiditySettings settings)
    {
        var (isBid, request) = (side == OrderSide.Buy, preview.Request);
        var (amount, field) = isBid ? (request.BidAmount, PlanField.BidAmountEur) : (request.AskAmount, PlanField.AskAmountEur);
        if (amount.Amount == 0) return preview;
        var prices = PriceLevels.Of(side, preview.Reference!.Value.Price, settings.Levels, preview.Before, settings.PriceTolerance);
        if (prices.Fault is { } fault) return Refused(preview, fault, PlanField.Book);
        if (prices.IsCoarse) preview = Noticed(preview, isBid ? PlanNotice.CoarseBidTick : PlanNotice.CoarseAskTick);
        var outcome = new SidePlanner(side, request.Certificate, prices.Levels, makers).Plan(amount);
        if (outcome.Plan is { } plan)
        {
            if (plan.Remainder.Amount >= prices.Levels.Min(l => l.Price).Euros) preview = Noticed(preview, PlanNotice.BidRemainder);
            return isBid ? preview with { Bid = plan } : preview with { Ask = plan };
        }

        var concerns = outcome.Refusal == PlanRefusalReason.AmountBelowOneLot ? field : PlanField.Makers;
        preview = Refused(preview, outcome.Refusal!.Value, concerns);
        if (outcome.Missing is { } missing) preview = preview with { MissingAssets = preview.MissingAssets.Add(missing) };
        return preview with { SuggestedActions = preview.SuggestedActions.AddRange(outcome.Actions) };
    }

    private static LiquidityPreview WithConduct(LiquidityPreview preview, LiquidityMaker[] makers, BookView book, LiquiditySettings settings)
    {
        var orders = preview.Orders.ToArray();
        var conduct = ConductCheck.Of(orders, book, makers, settings.Conduct);
        foreach (var rule in conduct.Where(f => f.Verdict == ConductVerdict.Refusal).Select(f => f.Rule).Distinct())
            preview = Refused(preview, ReasonOf(rule), PlanField.Makers);
        Ticks? bid = preview.Bid?.Orders.Max(o => o.Price), ask = preview.Ask?.Orders.Min(o => o.Price);
        return preview with { Conduct = conduct, After = preview.Before.With(bid, ask) };
    }

    private static PlanRefusalReason ReasonOf(ConductRule rule) => rule switch
    {
        ConductRule.SelfCross => PlanRefusalReason.SelfCross,
        ConductRule.OrderToTrade => PlanRefusalReason.OrderToTradeRatio,
        _ => PlanRefusalReason.Layering,
    };

    private static LiquidityPreview Refused(LiquidityPreview preview, PlanRefusalReason reason, PlanField field) =>
        preview with { Refusals = preview.Refusals.Add(new(reason, field)) };

    private static LiquidityPreview Noticed(LiquidityPreview preview, PlanNotice notice) => preview with { Notices = preview.Notices.Add(notice) };
}
