using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Rescue;

/// <summary>Makes plans of sets of remedies for one position, and looks whether they reach the target.</summary>
internal sealed class RescueSearch(
    WalletHoldings holdings, ProtocolPosition position, PositionHealth health, HealthFactor target, PriceBook prices, RescueBuilder builder)
{
    private const int Attempts = 4;

    /// <summary>A hair more than is missing makes up for what the seam between double and decimal loses.</summary>
    private const double Hair = 1e-12;

    private readonly Dictionary<TokenSymbol, double> _owed =
        position.Borrowed.Where(b => b.Amount > TokenAmount.Zero).ToDictionary(b => b.Asset, b => (double)prices.Worth(b.Asset, b.Amount)!.Value.Amount);

    /// <summary>What a position's liquidation value lacks to the target times its debt, in dollars.</summary>
    public double Missing(PositionHealth of) => (double)((of.Debt * target.Value) - of.LiquidationValue).Amount;

    /// <summary>The cheapest plan of a set; null when it cannot reach the target.</summary>
    public RescuePlan? PlanOf(IReadOnlyList<Remedy> set)
    {
        var plan = PlanOf(set, collateralFirst: false);
        if (!set.Any(r => r.Kind == RemedyKind.Unwind && set.Any(o => o.Kind == RemedyKind.Repay && o.Into == r.Into))) return plan;
        var other = PlanOf(set, collateralFirst: true);
        return plan is null || other?.Cost < plan.Cost ? other : plan;
    }

    /// <summary>The plan of a set after leaving out, one by one, what makes it cheapest by missing; null when all together cannot do it.</summary>
    public RescuePlan? Thinned(IReadOnlyList<Remedy> set)
    {
        var best = PlanOf(set);
        while (best is not null && set.Count > 1)
        {
            var fewer = set.Select(r => set.Where(o => o != r).ToList()).Select(s => (Set: s, Plan: PlanOf(s)))
                .Where(s => s.Plan?.Cost <= best.Cost).OrderBy(s => s.Plan!.Cost.Amount).ToList();
            if (fewer.Count == 0) return best;
            (set, best) = (fewer[0].Set, fewer[0].Plan);
        }

        return best;
    }

    private RescuePlan? PlanOf(IReadOnlyList<Remedy> set, bool collateralFirst)
    {
        var wanted = Missing(health) * (1 + Hair);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (RescueFill.Of(set, wanted, _owed, collateralFirst) is not { } sizes) return null;
            if (builder.Build(set, sizes, holdings, position) is not { } built) return null;
            if (built.Health.IsDebtFree || built.Health.Factor >= target) return built.Plan;
            wanted += Math.Max(Missing(built.Health) * 1.000001, wanted * Hair);
        }

        return null;
    }
}
