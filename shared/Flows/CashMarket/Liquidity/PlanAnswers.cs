using LiquidityRisk.Contracts.CashMarket;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.CashMarket.Accounts;
using LiquidityRisk.Domain.CashMarket.Liquidity;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Narrative.CashMarket;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.CashMarket.Liquidity;

/// <summary>Puts plans into the words of the contract.</summary>
public static class PlanAnswers
{
    /// <summary>A preview.</summary>
    public static LiquidityPreviewAnswer Preview(string id, LiquidityPlan plan, bool requiresApproval)
    {
        var plans = Plans(plan);
        var missing = plan.Previews.SelectMany(p => p.MissingAssets.Select(m => Missing(p, m))).ToList();
        var only = plans.Count == 1 ? plans[0] : null;
        return new(
            id,
            plan.Hash,
            plan.Previews[0].AsOf,
            plan.Previews.Min(p => p.ExpiresAt),
            plan.CanExecute,
            requiresApproval,
            plan.OrderCount,
            missing.Count == 0 ? null : missing,
            [.. plan.Previews.SelectMany(p => p.SuggestedActions.Select(a => Action(plan, p, a)))],
            plans,
            only?.BidPlan,
            only?.AskPlan,
            only?.SpreadAfter);
    }

    /// <summary>The plans by certificate.</summary>
    public static IReadOnlyList<CertificatePlanAnswer> Plans(LiquidityPlan plan) =>
        [.. plan.Previews.Select((p, i) => Certificate(plan, p, plan.Scales[i]))];

    private static CertificatePlanAnswer Certificate(LiquidityPlan plan, LiquidityPreview p, double scale) => new(
        p.Request.Certificate.Value,
        p.CanExecute,
        p.Reference?.Price.Euros,
        p.Reference is { } reference ? SnakeCase.Of(reference.Source) : null,
        p.Bid is { } bid ? Side(plan, bid) : null,
        p.Ask is { } ask ? Side(plan, ask) : null,
        Percent(p.Before.Relative),
        Percent(p.After.Relative),
        p.Orders.Count(),
        [.. p.Refusals.Select(r => new PlanRefusalAnswer(SnakeCase.Of(r.Reason), SnakeCase.Of(r.Field), PlanWords.Of(r.Reason)))],
        [.. p.Notices.Select(PlanWords.Of)],
        [.. p.Conduct.Select(f => new ConductFindingAnswer(
            SnakeCase.Of(f.Rule), plan.OwnerOf(f.Owner), Math.Round(f.Score, 4), SnakeCase.Of(f.Verdict), PlanWords.Of(f, plan.OwnerOf(f.Owner))))],
        Math.Round(scale, 4));

    private static SidePlanAnswer Side(LiquidityPlan plan, SidePlan side) => new(
        [.. side.Makers.Select(m => Share(plan, m))],
        side.Target.Amount,
        side.Placed.Amount,
        side.Quantity.Value,
        side.Remainder.Amount,
        [.. side.Levels.Select(l => new PriceLevelAnswer(
            l.Price.Price.Euros, l.Price.Rule.Share.Percent, l.Price.Rule.Distance.Percent, l.Price.Deviation.Percent, l.Quantity.Value, l.Value.Amount))],
        [.. side.Orders.Select(o => new PlannedOrderAnswer(Id(o.Account), MarketAnswers.Of(o.Side), o.Price.Euros, o.Quantity.Value, o.Level))],
        Math.Round(side.Fairness.JainIndex, 6),
        side.Fairness.Certificate.Holds,
        PlanWords.Fairness(side, plan.NameOf));

    private static MakerShareAnswer Share(LiquidityPlan plan, MakerPlan m) => new(
        Id(m.Account),
        plan.NameOf(m.Account),
        AccountAnswers.Of(plan.Makers.TryGetValue(m.Account, out var maker) ? maker.Kind : AccountKind.Client),
        AccountAnswers.Of(m.Available.Asset),
        m.Available.Value,
        m.Placed.Value,
        m.Share.Value,
        m.Orders.Sum(o => o.Quantity.Value),
        m.Orders.Length,
        m.IsCapped);

    private static MissingAssetAnswer Missing(LiquidityPreview p, AssetShortfall m) => new(
        p.Request.Certificate.Value,
        MarketAnswers.Of(m.AssetType == Asset.Eur ? OrderSide.Buy : OrderSide.Sell),
        AccountAnswers.Of(m.AssetType),
        m.Required.Value,
        m.Available.Value,
        m.Shortfall.Value);

    private static SuggestedActionAnswer Action(LiquidityPlan plan, LiquidityPreview p, SuggestedAction action)
    {
        var (certificate, words) = (p.Request.Certificate.Value, PlanWords.Of(action, plan.NameOf));
        return action switch
        {
            CreateMaker create => new(
                create.Kind == AccountKind.AssetHolder ? "create_ah_mms" : "create_lp_mms", certificate, MarketAnswers.Of(create.Kind.SideOf()),
                AccountAnswers.Of(create.Kind), null, AccountAnswers.Of(create.Balance.Asset), create.Balance.Value, words),
            FundMaker fund => new(
                "fund_existing", certificate, MarketAnswers.Of(fund.Amount.Asset == Asset.Eur ? OrderSide.Buy : OrderSide.Sell),
                null, Id(fund.Account), AccountAnswers.Of(fund.Amount.Asset), fund.Amount.Value, words),
            ReduceAmount reduce => new("reduce_amount", certificate, MarketAnswers.Of(reduce.Side), null, null, null, reduce.Amount.Amount, words),
            _ => throw new ArgumentException("No such action.", nameof(action)),
        };
    }

    private static double? Percent(BasisPoints? value) => value is { } bp ? Math.Round(bp.Value / 100, 4) : null;

    private static string Id(AccountId account) => account.Value.ToString("N");
}
